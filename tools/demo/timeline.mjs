import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder, repository } from "../paths.mjs";
import { headline } from "./headline.mjs";

/** Where it stays when the demo is over. */
const timelineFile = path.join(cacheFolder, "demo-timeline.html");

/**
 * Draws where the time of a run went, and prints the page's address.
 *
 * @param {string} record  what the provider recorded: `REDIS_CLOUD_RECORD`
 */
export function drawTimeline(record) {
  const cli = path.join(repository, "dist", "package", "cli.js");
  execFileSync(process.execPath, [cli, "timeline", record, "--out", timelineFile], { stdio: "pipe" });
  headline("Where the time of the first `pulumi up` went");
  console.log(pathToFileURL(timelineFile).href);
}

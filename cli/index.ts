#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { reconcileCommand } from "./reconcile";
import { simulateCommand } from "./simulate";
import { tasksCommand } from "./tasks";
import { timelineCommand } from "./timeline";

/** One file per command; each exports a function that makes it. */
const COMMANDS = [simulateCommand, tasksCommand, timelineCommand, reconcileCommand];

const program = new Command("pulumi-redis-cloud")
  .description("Redis Cloud for Pulumi programs: the command line beside the providers.")
  .version(packageVersion());
for (const command of COMMANDS) program.addCommand(command());

program.parseAsync().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});

/** The package's version: `package.json` is one folder up from the sources, two from `dist/cli`. */
function packageVersion(): string {
  for (const up of ["..", "../.."]) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(__dirname, up, "package.json"), "utf8"));
      if (name === "pulumi-redis-cloud") return version;
    } catch {
      // Not there: look one folder further up.
    }
  }
  return "unknown";
}

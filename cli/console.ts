import { readFileSync } from "node:fs";
import { Command } from "commander";
import { startReplay } from "../simulator/console/replay";
import { wholeNumber } from "./arguments";
import { readInput } from "./timeline/input";

/** The default port of `console`: not that of `simulate`, which may run. */
const DEFAULT_PORT = 7071;

/** `pulumi-redis-cloud console`: replays a simulator's record in the browser until interrupted. */
export function consoleCommand(): Command {
  return new Command("console")
    .description("Replay a simulator's record in the browser. A running simulator has its own console.")
    .argument("<record>", "a simulator's record (simulate --record)")
    .option("--port <number>", "TCP port on 127.0.0.1; 0 takes any free one", wholeNumber, DEFAULT_PORT)
    .action(replay);
}

async function replay(file: string, { port }: { port: number }): Promise<void> {
  const input = readInput(file, (message) => console.error(`warning: ${message}`));
  if (input.source !== "simulator") {
    throw new Error(
      `${file} is what a provider recorded; the console needs a simulator's record (simulate --record)`,
    );
  }
  // The page also shows requests and faults, which a timeline does not need.
  const { consoleUrl, close } = await startReplay(JSON.parse(readFileSync(file, "utf8")), port);
  console.log(`The record ${file} is replayed at ${consoleUrl}\n\nPress Ctrl-C to stop it.`);
  await new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await close();
}

#!/usr/bin/env node
import { Command } from "commander";
import { consoleCommand } from "./console";
import { generateCommand } from "./generate";
import { reconcileCommand } from "./reconcile";
import { simulateCommand } from "./simulate";
import { tasksCommand } from "./tasks";
import { timelineCommand } from "./timeline";
import { packageVersion } from "./version";

/** One file per command; each exports a function that creates it. */
const COMMANDS = [
  simulateCommand,
  consoleCommand,
  tasksCommand,
  timelineCommand,
  reconcileCommand,
  generateCommand,
];

const program = new Command("pulumi-redis-cloud")
  .description("Redis Cloud for Pulumi programs: the command line of pulumi-redis-cloud.")
  .version(packageVersion());
for (const command of COMMANDS) program.addCommand(command());

program.parseAsync().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});

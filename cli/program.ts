import { Command } from "commander";
import { backupCommand } from "./backup";
import { consoleCommand } from "./console";
import { costReportCommand } from "./costReport";
import { flushCommand } from "./flush";
import { generateCommand } from "./generate";
import { importCommand } from "./import";
import { logsCommand } from "./logs";
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
  backupCommand,
  importCommand,
  flushCommand,
  costReportCommand,
  logsCommand,
];

/** The command line with all its commands. */
export function createProgram(): Command {
  const program = new Command("pulumi-redis-cloud")
    .description("Redis Cloud for Pulumi programs: the command line of pulumi-redis-cloud.")
    .version(packageVersion());
  for (const command of COMMANDS) program.addCommand(command());
  return program;
}

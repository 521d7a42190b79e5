import path from "node:path";
import { Command, Option } from "commander";
import { durationMs } from "./arguments";
import type { Declarations } from "./declarations";
import { projectFolder } from "./project";

/** Younger resources may belong to a run on another machine, which has its own journal. */
const OLDER_THAN = "15m";

const HELP = `
Run it in the folder of a Pulumi project. It changes nothing unless it is told to, and may be run beside a \`pulumi up\`:
what a process of this machine is at work on is never touched.

The journal's open intents, and the creations that the stack's state tells to be interrupted, prove that the engine never
learned of a resource: those are orphans. What merely has a name that this stack would give is listed as found by name
only; it may belong to somebody else, for instance to a stack of the same name and project in another backend.

Before anything is deleted, the states of all stacks of the backend are asked whether they hold it. One that cannot be read
counts as a yes.

--delete and --forget act without asking, and tell on stderr what they do. A subscription goes with the databases that
came with its creation; one that holds others is not deleted. What is forgotten is found by its name only.`;

interface Options {
  stack?: string;
  cwd: string;
  json?: boolean;
  delete?: true | string[];
  forget?: boolean;
  olderThan: number;
}

/**
 * `pulumi-redis-cloud reconcile`: lists and cleans up after killed runs.
 *
 * @param declarations the kinds that it knows; by default all of this package.
 */
export function reconcileCommand(declarations?: Declarations): Command {
  return new Command("reconcile")
    .description("List what killed runs left behind: resources that no state holds, and open intents.")
    .option("--stack <name>", "the stack; without it, the one that is selected")
    .option("--cwd <folder>", "where the Pulumi project is", ".")
    .option("--json", "print JSON")
    .option(
      "--delete [ids...]",
      "delete the orphans; with IDs such as 1234 or 1234/5678 only those, also where they are found by name only",
    )
    .option("--forget", "close the stack's open intents, and remove files of the journal that cannot be read")
    .addOption(
      new Option(
        "--older-than <duration>",
        "remove only what is older, where another machine may be at work on it; 0s: whatever its age",
      )
        .argParser(durationMs)
        .default(durationMs(OLDER_THAN), OLDER_THAN),
    )
    .option("--yes", "accepted as by pulumi: nothing is asked anyway")
    .addHelpText("after", HELP)
    .action((options: Options) => reconcileProject(options, declarations));
}

async function reconcileProject({ cwd, ...wish }: Options, declarations?: Declarations): Promise<void> {
  const folder = projectFolder(path.resolve(cwd));
  if (folder === undefined) throw new Error(`there is no Pulumi project in ${path.resolve(cwd)}`);
  // Paths in the config are relative to it, as in the program.
  process.chdir(folder);
  // Loaded lazily: it loads much of Pulumi.
  const { reconcile }: typeof import("./reconcile/run") = require("./reconcile/run");
  process.exitCode = await reconcile(folder, wish, declarations);
}

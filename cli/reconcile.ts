import path from "node:path";
import { Command, Option } from "commander";
import { durationMs } from "./arguments";
import type { Declarations } from "./declarations";
import { projectFolder } from "./project";

/** Younger resources may belong to a run on another machine, which has its own journal. */
const OLDER_THAN = "15m";

const HELP = `
Run it in the folder of a Pulumi project. Without --delete and --forget it changes nothing. It can run at the same time as
\`pulumi up\`: it never touches what another process on this machine is working on.

An open intent in the journal, or an interrupted creation in the stack's state, proves that the engine never learned of a
resource: the resource is an orphan. A resource that only has a name that this stack would generate is listed as found by
name only. It may belong to others, for instance to a stack of the same name and project in another backend.

Before it deletes a resource, it searches the states of all stacks of the backend for it. A state that cannot be read
counts as one that contains the resource.

--delete and --forget do not ask for confirmation, and report on stderr what they do. A subscription is deleted together
with the databases that were created with it, and is not deleted if it contains others. After --forget, a resource can
only be found by its name.`;

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
    .description("List what interrupted runs left behind: resources that are in no state, and open intents.")
    .option("--stack <name>", "the stack; if omitted, the selected one")
    .option("--cwd <folder>", "folder of the Pulumi project", ".")
    .option("--json", "print JSON")
    .option(
      "--delete [ids...]",
      "delete the orphans; with IDs such as 1234 or 1234/5678 only those, even if found by name only",
    )
    .option("--forget", "close the stack's open intents, and remove files of the journal that cannot be read")
    .addOption(
      new Option(
        "--older-than <duration>",
        "keep newer resources, which another machine may be working on; 0s: delete resources of any age",
      )
        .argParser(durationMs)
        .default(durationMs(OLDER_THAN), OLDER_THAN),
    )
    .option("--yes", "accepted as in pulumi; there is no prompt in any case")
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

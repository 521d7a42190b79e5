import type { Simulator } from "../../simulator";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import type { Violation } from "./oracle";
import type { InForce } from "./session";

type Action = "DatabaseImport" | "DatabaseBackup" | "EssentialsDatabaseImport" | "EssentialsDatabaseBackup";

/** The `commandType`s of their tasks. */
const COMMANDS: Readonly<Record<Action, string>> = {
  DatabaseImport: "databaseImportRequest",
  DatabaseBackup: "databaseBackupRequest",
  EssentialsDatabaseImport: "fixedDatabaseImportRequest",
  EssentialsDatabaseBackup: "fixedDatabaseBackupRequest",
};
const ACTIONS = Object.keys(COMMANDS) as Action[];

/** One time that an action ran on a database. */
export interface ActionRun {
  readonly type: Action;
  readonly databaseId: number;
}

/** What is an action, as a program has it: no resource of the account, and its deletion sends nothing. */
export const isAction = (type: string): boolean => ACTIONS.some((action) => action === type);

/** All runs of actions, as the account's tasks tell. */
export function runsIn(simulator: Simulator): ActionRun[] {
  const tasks = simulator.state().accounts.flatMap((account) => account.tasks);
  return ACTIONS.flatMap((type) =>
    tasks
      .filter(({ command, status }) => command.commandType === COMMANDS[type] && status === COMPLETED)
      .map(({ command }) => ({ type, databaseId: (command as unknown as ActionRun).databaseId })),
  );
}

const COMPLETED = "processing-completed";

/**
 * Imports and backups ran once for each time that a program asked for another one. A database that is created again gets
 * its data, and is backed up, again.
 *
 * @param after what the last program declares.
 */
export const actionViolations = (
  runs: readonly ActionRun[],
  inForce: readonly Pick<InForce, "program">[],
  after: readonly DeclaredOther[],
): Violation[] => ACTIONS.flatMap((type) => violationsOf(type, runs, inForce, after));

function violationsOf(
  type: Action,
  all: readonly ActionRun[],
  inForce: readonly Pick<InForce, "program">[],
  after: readonly DeclaredOther[],
): Violation[] {
  const actionIn = (others: readonly DeclaredOther[]) => others.find((one) => one.type === type);
  const runs = all.filter((run) => run.type === type);
  const values = inForce.map(({ program }) => actionIn(program.others)?.value);
  const due = values.filter((value, index) => value !== undefined && value !== values[index - 1]).length;
  const again = [...new Set(runs.map(({ databaseId }) => databaseId))]
    .map((id) => [id, runs.filter(({ databaseId }) => databaseId === id).length] as const)
    .filter(([, times]) => times > due);
  const isMissing = actionIn(after) !== undefined && runs.length === 0;
  return [
    ...again.map(
      ([id, times]): Violation => ({
        what: "duplicate",
        text: `${type} ran ${times} times on database ${id}, and ${due} were due`,
      }),
    ),
    ...(isMissing ? [{ what: "lost", text: `${type} never ran` } as const] : []),
  ];
}

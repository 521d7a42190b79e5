/** Action of an operation on a resource. */
export type Action = "create" | "update" | "delete";

/** In place of a `commandType`, for an action that submits no task. */
export const NO_COMMAND = "none";

/** The `commandType` of a task or, where it depends on the place, all that there are. */
export type Command = string | ReadonlySet<string>;

/** The `commandType`s of the tasks that change a resource. */
export interface Commands {
  readonly create: Command;
  readonly update: ReadonlySet<string>;
  readonly delete: Command;
  /** Tasks that only read, where the API serves a read as a task. */
  readonly read?: ReadonlySet<string>;
  /**
   * Tasks of the parent that, one after the other, delete and create again what the resource has a part in: the part
   * is as new then, without what it had of its own.
   */
  readonly recreation?: { readonly delete: string; readonly create: string };
}

interface WithCommands {
  readonly commands: Commands;
}

/** The `commandType`s of the kind's tasks with that action. */
export function commandTypes({ commands }: WithCommands, action: Action): ReadonlySet<string> {
  const { [action]: command } = commands;
  return typeof command === "string" ? new Set([command]) : command;
}

/** Whether a task with this `commandType` is one of the kind's with that action. */
export function isCommand({ commands }: WithCommands, action: Action, commandType = ""): boolean {
  const { [action]: command } = commands;
  return typeof command === "string" ? command === commandType : command.has(commandType);
}

import type { Account } from "../account";
import type { TaskResponse } from "../resource";

/**
 * What a task does at the end of its processing phase. Provisioning starts here. Each handler declares the fields that
 * its command has: the IDs from the path, and `body`.
 *
 * @throws Refusal when the API would end the task in `processing-error`; then nothing has changed
 */
export type CommandHandler = (account: Account, command: never, taskId: string) => TaskResponse;

/** Handlers by the `commandType` of their tasks. */
export type CommandHandlers = Readonly<Record<string, CommandHandler>>;

/** The fields of the command that a handler takes. */
export type FieldsOf<Handler extends CommandHandler> = Parameters<Handler>[1];

import { createInterface } from "node:readline/promises";
import { labelOf, type NamedDatabase } from "./database";

/** Asks a person, and returns what they typed. */
type Ask = (question: string) => Promise<string>;

/** Asks in the terminal; undefined without one. */
export const askInTerminal = (): Ask | undefined => (process.stdin.isTTY ? question : undefined);

async function question(text: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(text)).trim();
  } finally {
    terminal.close();
  }
}

/**
 * Makes sure that somebody wants the data of this very database to be lost: they give its name, as an option or when
 * they are asked.
 *
 * @param loss what happens, e.g. `deletes all data`.
 * @throws Error unless the name is the database's.
 */
export async function confirmLoss(
  database: NamedDatabase,
  loss: string,
  given: string | undefined,
  ask = askInTerminal(),
): Promise<void> {
  const what = `this ${loss} of ${labelOf(database)}`;
  if (given === undefined && ask === undefined)
    throw new Error(`${what}: give its name with --confirm ${database.name}. Nothing was changed`);
  const name = given ?? (await ask?.(`${what}. Type its name to continue: `));
  if (name !== database.name)
    throw new Error(`'${name}' is not the name of ${labelOf(database)}. Nothing was changed`);
}

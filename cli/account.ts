import type { Account } from "../provider/lifecycle/account";
import { openAccount } from "../provider/lifecycle/openAccount";
import { ConfigurationError, type ReadConfig, resolveCredentials } from "../provider/pulumi/credentials";
import { openProject, projectFolder } from "./project";

const NO_CONFIG: ReadConfig = () => undefined;

/**
 * Opens the account to read, with credentials from the selected stack's config, or else from the environment.
 *
 * @param folder inside the project, if there is one.
 * @param name one of `redis-cloud:accounts`.
 * @throws Error that says what is missing.
 */
export async function accountToRead(folder: string, name?: string): Promise<Account> {
  const project = projectFolder(folder);
  if (project === undefined) return openAccount(resolveCredentials(NO_CONFIG, process.env, name));
  const opened = await openProject(project).catch((error: Error) => error);
  if (!(opened instanceof Error)) return openAccount(resolveCredentials(opened.config, process.env, name));
  const why = `The config of the project in ${project} could not be read (${opened.message})`;
  try {
    const account = openAccount(resolveCredentials(NO_CONFIG, process.env, name));
    console.error(`${why}, so the keys are those of the environment.`);
    return account;
  } catch (error) {
    throw error instanceof ConfigurationError ? new Error(`${error.message} ${why}.`) : error;
  }
}

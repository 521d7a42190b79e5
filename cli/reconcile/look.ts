import { taskAnswer } from "../../provider/api/answers";
import { RedisCloudApiError } from "../../provider/api/error";
import type { ResourceId } from "../../provider/api/lists";
import type { Account } from "../../provider/lifecycle/account";
import { isLeaving } from "../../provider/lifecycle/states";
import { accountOf } from "../../provider/pulumi/accounts";
import { accountNames, ConfigurationError } from "../../provider/pulumi/credentials";
import { journalFolder } from "../../provider/pulumi/journalFolder";
import type { Intent } from "../../provider/recovery/journal/intent";
import { isAtWork, Journal, type Listed } from "../../provider/recovery/journal/journal";
import type { Declarations } from "../declarations";
import { inventory, type Listing } from "../inventory";
import type { Project } from "../project";
import { type Known, knownTo, type PendingCreation, pendingCreationsIn } from "./known";

/** A task, as far as it tells what it made. */
export interface SeenTask {
  readonly taskId: string;
  readonly status: string;
  readonly commandType?: string;
  readonly timestamp?: string;
  readonly response?: { readonly resourceId?: ResourceId };
}

/** An account of the stack's config. */
export interface ConfiguredAccount {
  /** Those it has in `redis-cloud:accounts`; undefined: it is the default account. */
  readonly names: readonly (string | undefined)[];
  readonly baseUrl: string;
  /** The API's ID of it, where the API tells. */
  readonly accountId?: number;
}

/** What an account held at some moment. */
export interface SeenAccount extends ConfiguredAccount {
  /** Those on their way out are left out. */
  readonly resources: readonly Listing[];
  readonly tasks: readonly SeenTask[];
}

/** All that tells what is an orphan, read in such an order that what came to be meanwhile is not taken for one. */
export interface Look {
  /** `urn:pulumi:<stack>::<project>`. */
  readonly urn: string;
  readonly journal: Listed;
  readonly accounts: readonly SeenAccount[];
  readonly known: readonly Known[];
  /** Creations that the stack's state tells to be interrupted. */
  readonly pending: readonly PendingCreation[];
  readonly isAtWork: (intent: Intent) => boolean;
  /** Whether the journal tells that an engine has learned of the resource. */
  readonly wasKnown: (account: ConfiguredAccount, resource: Listing) => boolean;
}

/** The open intents of the stack. */
export const intentsOfStack = ({ urn, journal }: Pick<Look, "urn" | "journal">): readonly Intent[] =>
  journal.intents.filter((intent) => intent.urn.startsWith(`${urn}::`));

/** Whether the intent is about this account. */
export const isIn = (account: ConfiguredAccount, { baseUrl, accountId }: Intent): boolean =>
  account.baseUrl === baseUrl && account.accountId === accountId;

/** What is worked with: a stack, its journal, and its accounts. */
export interface Session {
  readonly project: Project;
  readonly journal: Journal;
  readonly accounts: readonly (ConfiguredAccount & { readonly account: Account })[];
  readonly declarations: Declarations;
}

/** @throws Error when an account is not configured, or refuses its keys. */
export async function begin(project: Project, declarations: Declarations): Promise<Session> {
  const { config } = project;
  const accounts: Session["accounts"][number][] = [];
  for (const name of [undefined, ...accountNames(config)]) {
    const account = configured(project, name);
    if (account === undefined) continue;
    const accountId = await account.id();
    const { baseUrl } = account.api;
    const isSame = (other: Session["accounts"][number]) =>
      other.account === account ||
      (other.accountId === accountId && accountId !== undefined && other.baseUrl === baseUrl);
    const index = accounts.findIndex(isSame);
    const earlier = accounts[index];
    if (earlier === undefined) accounts.push({ names: [name], account, accountId, baseUrl });
    else accounts[index] = { ...earlier, names: [...earlier.names, name] };
  }
  return { project, journal: new Journal(journalFolder(config)), accounts, declarations };
}

/** A stack whose accounts all have names needs no default one. */
function configured({ config }: Project, name: string | undefined): Account | undefined {
  try {
    return accountOf(config, name);
  } catch (error) {
    const isMissing = error instanceof ConfigurationError && error.key === "redis-cloud:apiKey";
    if (isMissing && name === undefined && accountNames(config).length > 0) return undefined;
    throw error;
  }
}

/** Reads everything. The journal comes first and the state last: what is in between is then known to one of them. */
export async function look({ project, journal, accounts, declarations }: Session): Promise<Look> {
  const listed = journal.list();
  const intents = intentsOfStack({ urn: project.urn, journal: listed });
  const seen = await Promise.all(accounts.map((one) => lookAt(one, intents, declarations)));
  const deployment = await project.deployment();
  return {
    urn: project.urn,
    journal: listed,
    accounts: seen,
    known: knownTo(deployment, declarations),
    pending: pendingCreationsIn(deployment, declarations),
    isAtWork,
    wasKnown: ({ baseUrl, accountId }, { kind, id }) =>
      journal.isKnown({ baseUrl, accountId, kind: kind.name, id }),
  };
}

async function lookAt(
  { account, ...configured }: Session["accounts"][number],
  intents: readonly Intent[],
  declarations: Declarations,
): Promise<SeenAccount> {
  const { snapshots } = account;
  const now = Date.now();
  // What a task made is listed by the time that the task tells of it.
  const tasks = await snapshots.tasks.asOf(now);
  const taskIds = intents.filter((intent) => isIn(configured, intent)).flatMap(({ taskId }) => taskId ?? []);
  const older = await Promise.all(taskIds.filter((id) => !tasks.has(id)).map((id) => taskOf(account, id)));
  return {
    ...configured,
    resources: await inventory(account, declarations, now, ({ kind, status }) => !isLeaving(kind, status)),
    tasks: [...tasks.values(), ...older.filter((task) => task !== undefined)],
  };
}

/** A task that is not listed: older than ten days, of a moment ago, or of another account. */
async function taskOf({ api }: Account, taskId: string): Promise<SeenTask | undefined> {
  try {
    return await api.get(`/tasks/${taskId}`, taskAnswer);
  } catch (error) {
    if (error instanceof RedisCloudApiError && ["not-found", "refused"].includes(error.kind))
      return undefined;
    throw error;
  }
}

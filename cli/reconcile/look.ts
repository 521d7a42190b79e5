import { taskAnswer } from "../../provider/api/answers";
import { RedisCloudApiError } from "../../provider/api/error";
import type { ResourceId } from "../../provider/api/lists";
import type { Account } from "../../provider/lifecycle/account";
import { kindsOf } from "../../provider/lifecycle/kind";
import { isLeaving } from "../../provider/lifecycle/states";
import { accountOf } from "../../provider/pulumi/accounts";
import { accountNames, ConfigurationError } from "../../provider/pulumi/credentials";
import { journalFolder } from "../../provider/pulumi/journalFolder";
import type { Intent } from "../../provider/recovery/journal/intent";
import { isAtWork, Journal, type Listed } from "../../provider/recovery/journal/journal";
import { type Declarations, ofKind } from "../declarations";
import { inventory, type Listing } from "../inventory";
import type { Project } from "../project";
import { type Known, knownTo, type PendingCreation, pendingCreationsIn } from "./known";

/** A task, with the resource it created. */
export interface SeenTask {
  readonly taskId: string;
  readonly status: string;
  readonly commandType?: string;
  readonly timestamp?: string;
  readonly response?: { readonly resourceId?: ResourceId };
}

/** An account of the stack's config. */
export interface ConfiguredAccount {
  /** Names in `redis-cloud:accounts`; undefined stands for the default account. */
  readonly names: readonly (string | undefined)[];
  readonly baseUrl: string;
  /** The API's ID, if known. */
  readonly accountId?: number;
}

/** Content of an account at one time. */
export interface SeenAccount extends ConfiguredAccount {
  /** Excludes those being deleted. */
  readonly resources: readonly Listing[];
  readonly tasks: readonly SeenTask[];
}

/** Data for finding orphans, read in an order in which a resource created meanwhile is not taken for one. */
export interface Look {
  /** `urn:pulumi:<stack>::<project>`. */
  readonly urn: string;
  readonly journal: Listed;
  readonly accounts: readonly SeenAccount[];
  readonly known: readonly Known[];
  /** Interrupted creations in the stack's state. */
  readonly pending: readonly PendingCreation[];
  readonly isAtWork: (intent: Intent) => boolean;
  /** Whether the journal says that an engine has learned of the resource. */
  readonly wasKnown: (account: ConfiguredAccount, resource: Listing) => boolean;
}

/** The open intents of the stack. */
export const intentsOfStack = ({ urn, journal }: Pick<Look, "urn" | "journal">): readonly Intent[] =>
  journal.intents.filter((intent) => intent.urn.startsWith(`${urn}::`));

/** Whether the intent is about this account. */
export const isIn = (account: ConfiguredAccount, { baseUrl, accountId }: Intent): boolean =>
  account.baseUrl === baseUrl && account.accountId === accountId;

/** A stack with its journal and its accounts. */
export interface Session {
  readonly project: Project;
  readonly journal: Journal;
  readonly accounts: readonly (ConfiguredAccount & { readonly account: Account })[];
  readonly declarations: Declarations;
}

/** @throws Error when an account is not configured or rejects its keys. */
export async function begin(project: Project, declarations: Declarations): Promise<Session> {
  const { config } = project;
  const accounts: Session["accounts"][number][] = [];
  for (const name of [undefined, ...accountNames(config)]) {
    const account = openConfigured(project, name);
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

/** Opens an account; the default one is optional beside named ones. */
function openConfigured({ config }: Project, name: string | undefined): Account | undefined {
  try {
    return accountOf(config, name);
  } catch (error) {
    const isMissing = error instanceof ConfigurationError && error.key === "redis-cloud:apiKey";
    if (isMissing && name === undefined && accountNames(config).length > 0) return undefined;
    throw error;
  }
}

/** Reads everything: the journal first, the state last, so that one of them has what a run creates in between. */
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
  // Tasks come first: a task names its resource only once that is listed.
  const tasks = await snapshots.tasks.asOf(now);
  const ofAccount = intents.filter((intent) => isIn(configured, intent));
  const taskIds = ofAccount.flatMap(({ taskId }) => taskId ?? []);
  const older = await Promise.all(taskIds.filter((id) => !tasks.has(id)).map((id) => taskOf(account, id)));
  return {
    ...configured,
    resources: await inventory(
      account,
      listedFor(ofAccount, declarations),
      now,
      ({ kind, status }) => !isLeaving(kind, status),
    ),
    tasks: [...tasks.values(), ...older.filter((task) => task !== undefined)],
  };
}

/**
 * The kinds to list. A list that the API serves as a task occupies the account, for each subscription; resources in it
 * have no names, so that only an intent of the journal can prove one of them.
 */
function listedFor(intents: readonly Intent[], declarations: Declarations): Declarations {
  const created = intents.flatMap(({ kind }) => ofKind(kind, declarations) ?? []);
  const needed = created.flatMap(({ kind }) => [kind, ...kind.parents.flatMap(kindsOf)]);
  return declarations.filter(
    ({ kind }) => kind.isReadByTask !== true || needed.some(({ name }) => name === kind.name),
  );
}

/** Reads an unlisted task: over ten days old, very recent, or of another account. */
async function taskOf({ api }: Account, taskId: string): Promise<SeenTask | undefined> {
  try {
    return await api.get(`/tasks/${taskId}`, taskAnswer);
  } catch (error) {
    if (error instanceof RedisCloudApiError && ["not-found", "refused"].includes(error.kind))
      return undefined;
    throw error;
  }
}

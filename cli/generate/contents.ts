import { argumentsBeyondDefaults } from "../../provider/engine/observation";
import { known } from "../../provider/engine/values";
import type { Account } from "../../provider/lifecycle/account";
import { Cloud } from "../../provider/lifecycle/cloud";
import type { Target } from "../../provider/lifecycle/operation";
import { isLeaving } from "../../provider/lifecycle/states";
import type { AnyDeclaration } from "../../provider/resources/declaration";
import { DECLARATIONS } from "../declarations";

/** The vendor's own cloud account, which nobody adopts. */
const INTERNAL_CLOUD_ACCOUNT = 1;
const TIMEOUT_MS = 600_000;

/** A resource of the account, and the arguments that declare it as it is. */
export interface Content {
  readonly target: Target;
  /** Its Pulumi ID. */
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** All that the account holds: cloud accounts, subscriptions, then databases. */
export async function contentsOf(account: Account): Promise<readonly Content[]> {
  const { snapshots } = account;
  const now = Date.now();
  const cloudAccounts = await snapshots.cloudAccounts.asOf(now);
  const subscriptions = await snapshots.subscriptions.asOf(now);
  const listed = [...subscriptions.keys()].map(async (subscriptionId) => {
    const databases = await snapshots.databases(subscriptionId).asOf(now);
    return [...databases.keys()].map((id): Target => ({ kind: "database", subscriptionId, id }));
  });
  const targets: readonly Target[] = [
    ...[...cloudAccounts.keys()]
      .filter((id) => id !== INTERNAL_CLOUD_ACCOUNT)
      .map((id) => ({ kind: "cloudAccount", id }) as const),
    ...[...subscriptions.keys()].map((id) => ({ kind: "subscription", id }) as const),
    ...(await Promise.all(listed)).flat(),
  ];
  const contents = await Promise.all(targets.map((target) => contentOf(account, target)));
  return contents.filter((content) => content !== undefined);
}

async function contentOf(account: Account, target: Target): Promise<Content | undefined> {
  const declaration = DECLARATIONS[target.kind];
  const answer = await declaration.observe(target, {}, reading(account), "all");
  if (answer === undefined) return undefined;
  const { status } = declaration.outputs(answer, target);
  if (isLeaving(target.kind, String(status))) return undefined;
  const args = declarable(declaration, argumentsBeyondDefaults(declaration, answer));
  return { target, id: declaration.id(target), name: String(args.name ?? target.id), args };
}

/** The arguments that say more than the API's defaults, and that a program may declare. */
function declarable(declaration: AnyDeclaration, held: Record<string, unknown>): Record<string, unknown> {
  const args = Object.fromEntries(
    Object.entries(held).filter(([name, value]) => {
      const { schema, secret, deprecated } = declaration.fields[name] ?? {};
      return !secret && !deprecated && schema?.safeParse(value).success;
    }),
  );
  const refused = declaration.rules?.(known(args), () => false, {}) ?? [];
  const names = refused.map(({ property }) => property.replace(/[.[].*/, ""));
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}

const reading = (account: Account): Cloud =>
  new Cloud(account, {
    timeoutMs: TIMEOUT_MS,
    report: () => undefined,
    announce: () => undefined,
    maySubmit: () => Promise.reject(new Error("nothing is changed here")),
    observe: () => undefined,
  });

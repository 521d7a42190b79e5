import { RedisCloudApiError } from "../../provider/api/error";
import { argumentsBeyondDefaults } from "../../provider/engine/observation";
import { known } from "../../provider/engine/values";
import type { Account } from "../../provider/lifecycle/account";
import { Cloud } from "../../provider/lifecycle/cloud";
import { named, type Target } from "../../provider/lifecycle/operation";
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

/** A resource that no program of this package can declare. */
export interface LeftOut {
  readonly target: Target;
  /** What it is, and why it is left out. */
  readonly reason: string;
}

/** What an account holds, for a program. */
export interface Contents {
  /** Cloud accounts, subscriptions, then databases. */
  readonly declarable: readonly Content[];
  readonly leftOut: readonly LeftOut[];
}

/** All that the account holds. What is in a subscription that is left out is left out, too. */
export async function contentsOf(account: Account): Promise<Contents> {
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
  const all = (await Promise.all(targets.map((target) => contentOf(account, target)))).filter(
    (content) => content !== undefined,
  );
  const leftOut = all.filter((content) => "reason" in content);
  const isOut = ({ subscriptionId }: Target) =>
    leftOut.some(({ target }) => target.kind === "subscription" && target.id === subscriptionId);
  const contents = all.filter((content): content is Content => !("reason" in content));
  return {
    declarable: contents.filter(({ target }) => !isOut(target)),
    leftOut: [
      ...leftOut,
      ...contents
        .filter(({ target }) => isOut(target))
        .map(({ target }) => ({ target, reason: `${named(target)}: its subscription is left out` })),
    ],
  };
}

async function contentOf(account: Account, target: Target): Promise<Content | LeftOut | undefined> {
  const declaration = DECLARATIONS[target.kind];
  const out = (why: string): LeftOut => ({ target, reason: `${named(target)}: ${why}` });
  let answer: unknown;
  try {
    answer = await declaration.observe(target, {}, reading(account), "all");
  } catch (error) {
    const isOdd = error instanceof RedisCloudApiError && error.kind === "invalid-answer";
    if (!isOdd) throw error;
    return out("the API describes it otherwise than resources of this package");
  }
  if (answer === undefined) return undefined;
  const { status } = declaration.outputs(answer, target);
  const { deploymentType } = (answer as { subscription?: { deploymentType?: unknown } }).subscription ?? {};
  if (isLeaving(target.kind, String(status))) return undefined;
  if (deploymentType !== undefined && deploymentType !== "single-region")
    return out(`${deploymentType} is not covered by this package`);
  const held = argumentsBeyondDefaults(declaration, answer);
  const args = declarable(declaration, held);
  const missing = undeclarable(declaration, held, args);
  if (missing.length > 0) return out(`no program can declare its ${missing.join(" and ")} as it is`);
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

/** Arguments that the program would need and cannot have: those that are required, and those that a change of replaces. */
function undeclarable({ fields }: AnyDeclaration, held: object, args: object): readonly string[] {
  return Object.entries(fields)
    .filter(([name, { secret }]) => !(name in args) && !secret && name !== "subscriptionId")
    .filter(([name, { schema, change }]) => {
      const isRequired = !schema.safeParse(undefined).success;
      return (
        isRequired || (name in held && change === "replace" && !schema.safeParse(held[name as never]).success)
      );
    })
    .map(([name]) => name);
}

const reading = (account: Account): Cloud =>
  new Cloud(account, {
    timeoutMs: TIMEOUT_MS,
    report: () => undefined,
    announce: () => undefined,
    maySubmit: () => Promise.reject(new Error("nothing is changed here")),
    observe: () => undefined,
  });

import { readFileSync } from "node:fs";
import type { Inputs } from "@pulumi/pulumi";
import type { SavedAccount } from "../../simulator/account";
import type { Database, Thing } from "../../simulator/state";
import type { Sample } from "./argumentSamples";
import { CLOUD_ACCOUNT, PLACE, placeIn, type RedisCloud } from "./harness";
import type { Held } from "./stack";
import { seconds } from "./virtualTime";

export type Type = "Subscription" | "Database" | "CloudAccount";

/** A resource of a stack, as one argument of it changes. */
export interface Subject {
  /** Brings it about with this value of the argument, or of another; undefined does not declare it. */
  declare(value?: unknown, another?: string): Promise<Held>;
  /** All arguments that this declares. */
  declared(value: unknown): Inputs;
  /** What the simulator holds of the argument. */
  held(): Promise<unknown>;
  /** Its path in the API. */
  path(): string;
}

const NAME = "subject";

/** @param stateFile the simulator's, which tells what no answer shows. */
export async function subjectOf(
  { stack }: RedisCloud,
  stateFile: string,
  [type, argument, sample]: readonly [Type, string, Sample<never>],
): Promise<Subject> {
  const { up, others } = await upOf(type, stack, sample);
  return {
    declare: (value, another = argument) => up(value === undefined ? {} : { [another]: value }),
    declared: (value) => ({ ...others, ...(value === undefined ? {} : { [argument]: value }) }),
    held: async () => {
      await seconds(1); // until the simulator has written what time alone has changed
      const account = accountIn(stateFile);
      const thing = thingOf(type, account, stack.state(NAME)) as Thing;
      const held = sample.held as Sample<Thing>["held"];
      return held ? held(thing, account) : (thing as object as Record<string, unknown>)[argument];
    },
    path: () => PATHS[type](stack.state(NAME).id),
  };
}

const PATHS: Record<Type, (id: string) => string> = {
  Subscription: (id) => `/subscriptions/${id}`,
  Database: (id) => `/subscriptions/${id.replace("/", "/databases/")}`,
  CloudAccount: (id) => `/cloud-accounts/${id}`,
};

/** Makes what the resource needs; tells the other arguments, and brings it about with all of them. */
async function upOf(type: Type, stack: RedisCloud["stack"], sample: Sample<never>) {
  const others = await othersOf(type, stack, sample);
  const up = { Subscription: stack.subscription, Database: stack.database, CloudAccount: stack.cloudAccount };
  return { others, up: (args: Inputs) => up[type](NAME, { ...others, ...args }) };
}

async function othersOf(type: Type, stack: RedisCloud["stack"], sample: Sample<never>): Promise<Inputs> {
  const { beside = {}, place = {}, isInOwnCloud } = sample;
  if (type === "CloudAccount") return { ...CLOUD_ACCOUNT, ...beside };
  const where = isInOwnCloud ? placeIn((await stack.cloudAccount("aws", CLOUD_ACCOUNT)).id) : PLACE;
  if (type === "Subscription") return { ...where, ...beside };
  const { id: subscriptionId } = await stack.subscription("main", { ...where, ...place });
  return { subscriptionId, datasetSizeInGb: 1, ...beside };
}

function accountIn(stateFile: string): SavedAccount {
  const { accounts } = JSON.parse(readFileSync(stateFile, "utf8")) as { accounts: [SavedAccount] };
  return accounts[0];
}

function thingOf(type: Type, { subscriptions, databases, cloudAccounts }: SavedAccount, { id }: Held) {
  const things = { Subscription: subscriptions, Database: databases, CloudAccount: cloudAccounts }[type];
  const idOf = (thing: (typeof things)[number]) =>
    thing.kind === "database" ? (thing as Database).databaseId : thing.id;
  return things.find((thing) => idOf(thing) === Number(id.split("/").at(-1)));
}

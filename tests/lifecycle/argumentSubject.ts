import type { Inputs } from "@pulumi/pulumi";
import type { SavedAccount } from "../../simulator/account";
import type { Resource } from "../../simulator/resource";
import { PLAN } from "../simulator/essentials";
import type { Sample } from "./argumentSamples";
import { CLOUD_ACCOUNT, PLACE, placeIn, type RedisCloud } from "./harness";
import type { Held } from "./stack";

export type Type =
  | "Subscription"
  | "Database"
  | "CloudAccount"
  | "EssentialsSubscription"
  | "EssentialsDatabase";

/** A resource of a stack, of which one argument changes. */
export interface Subject {
  /** Runs an update with this value of the argument, or of another; undefined omits it. */
  declare(value?: unknown, another?: string): Promise<Held>;
  /** All declared arguments. */
  declared(value: unknown): Inputs;
  /** The simulator's value of the argument, which no response may contain. */
  held(): unknown;
  /** Its path in the API. */
  path(): string;
}

const NAME = "subject";

/** Arguments of an Essentials subscription that are accepted. */
const ESSENTIALS = { planId: PLAN.single, paymentMethodId: 2 };

export async function subjectOf(
  { stack, simulator }: RedisCloud,
  [type, argument, sample]: readonly [Type, string, Sample<never>],
): Promise<Subject> {
  const { up, others } = await upOf(type, stack, sample);
  return {
    declare: (value, another = argument) => up(value === undefined ? {} : { [another]: value }),
    declared: (value) => ({ ...others, ...(value === undefined ? {} : { [argument]: value }) }),
    held: () => {
      const [account] = simulator.state().accounts as [SavedAccount];
      const resource = resourceOf(type, account, stack.state(NAME)) as Resource;
      const held = sample.held as Sample<Resource>["held"];
      return structuredClone(
        held ? held(resource, account) : (resource as object as Record<string, unknown>)[argument],
      );
    },
    path: () => PATHS[type](stack.state(NAME).id),
  };
}

const PATHS: Record<Type, (id: string) => string> = {
  Subscription: (id) => `/subscriptions/${id}`,
  Database: (id) => `/subscriptions/${id.replace("/", "/databases/")}`,
  CloudAccount: (id) => `/cloud-accounts/${id}`,
  EssentialsSubscription: (id) => `/fixed/subscriptions/${id}`,
  EssentialsDatabase: (id) => `/fixed/subscriptions/${id.replace("/", "/databases/")}`,
};

/** Creates what the resource requires, and the resource with all arguments. */
async function upOf(type: Type, stack: RedisCloud["stack"], sample: Sample<never>) {
  const others = await othersOf(type, stack, sample);
  return { others, up: (args: Inputs) => stack.up(type, NAME, { ...others, ...args }) };
}

async function othersOf(type: Type, stack: RedisCloud["stack"], sample: Sample<never>): Promise<Inputs> {
  const { beside = {}, place = {}, isInOwnCloud } = sample;
  if (type === "CloudAccount") return { ...CLOUD_ACCOUNT, ...beside };
  if (type === "EssentialsSubscription") return { ...ESSENTIALS, ...beside };
  if (type === "EssentialsDatabase") {
    const { id: subscriptionId } = await stack.essentialsSubscription("main", { ...ESSENTIALS, ...place });
    return { subscriptionId, ...beside };
  }
  const where = isInOwnCloud ? placeIn((await stack.cloudAccount("aws", CLOUD_ACCOUNT)).id) : PLACE;
  if (type === "Subscription") return { ...where, ...beside };
  const { id: subscriptionId } = await stack.subscription("main", { ...where, ...place });
  return { subscriptionId, datasetSizeInGb: 1, ...beside };
}

const KINDS: Record<Type, string> = {
  Subscription: "subscription",
  Database: "database",
  CloudAccount: "cloudAccount",
  EssentialsSubscription: "essentialsSubscription",
  EssentialsDatabase: "essentialsDatabase",
};

function resourceOf(type: Type, { resources }: SavedAccount, { id }: Held) {
  return resources[KINDS[type]]?.find((resource) => resource.id === Number(id.split("/").at(-1)));
}

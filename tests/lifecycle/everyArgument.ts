import type { AnyDeclaration } from "../../provider/operations/declaration";
import type { Change, Field } from "../../provider/operations/field";
import { cloudAccount } from "../../provider/resources/cloudAccount";
import { database } from "../../provider/resources/database";
import { essentialsDatabase } from "../../provider/resources/essentialsDatabase";
import { essentialsSubscription } from "../../provider/resources/essentialsSubscription";
import { subscription } from "../../provider/resources/subscription";
import { DEFAULT_DURATIONS, type Durations } from "../../simulator/options";
import {
  CLOUD_ACCOUNT_SAMPLES,
  DATABASE_SAMPLES,
  type Sample,
  SUBSCRIPTION_SAMPLES,
} from "./argumentSamples";
import { ESSENTIALS_DATABASE_SAMPLES, ESSENTIALS_SUBSCRIPTION_SAMPLES } from "./argumentSamplesOfEssentials";
import { type Subject, subjectOf, type Type } from "./argumentSubject";
import { type RedisCloud, redisCloud } from "./harness";

export const RESOURCES: Record<Type, readonly [declaration: object, samples: Record<string, Sample<never>>]> =
  {
    Subscription: [subscription, SUBSCRIPTION_SAMPLES],
    Database: [database, DATABASE_SAMPLES],
    CloudAccount: [cloudAccount, CLOUD_ACCOUNT_SAMPLES],
    EssentialsSubscription: [essentialsSubscription, ESSENTIALS_SUBSCRIPTION_SAMPLES],
    EssentialsDatabase: [essentialsDatabase, ESSENTIALS_DATABASE_SAMPLES],
  };

/** Type of resource, argument, sample, and declaration. */
export type Argument = readonly [Type, string, Sample<never>, Field<unknown, unknown>];

export const TYPES = Object.keys(RESOURCES) as Type[];

export const ARGUMENTS: readonly Argument[] = TYPES.flatMap((type) => {
  const [declaration, samples] = RESOURCES[type];
  return Object.entries((declaration as AnyDeclaration).fields).map(([argument, field]) => {
    const sample = samples[argument];
    if (sample === undefined) throw new Error(`there is no sample of ${type}.${argument}`);
    return [type, argument, sample, field] as const;
  });
});

/** The arguments whose change has this effect. */
export const argumentsAsking = (asked: Change) =>
  ARGUMENTS.filter(([, , , { change }]) => (typeof change === "string" ? change : change.usually) === asked);

/** The tests of arguments are not about time, and longer waits mean more polls. */
const AT_ONCE: Partial<Durations> = Object.fromEntries(
  Object.keys(DEFAULT_DURATIONS).map((name) => [name, [1, 1]]),
);

/** Creates a simulator with a resource to change one argument of. */
export async function withSubject([type, name, sample]: readonly [
  Type,
  string,
  Sample<never>,
  ...unknown[],
]): Promise<RedisCloud & { subject: Subject }> {
  const cloud = await redisCloud({ durations: AT_ONCE });
  return { ...cloud, subject: await subjectOf(cloud, [type, name, sample]) };
}

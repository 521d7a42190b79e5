import { type Changes, changes } from "../../provider/operations/changes";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import type { Properties } from "../../provider/operations/properties";
import { check } from "../../provider/preview/check";
import { diff } from "../../provider/preview/diff";
import { cloudAccount } from "../../provider/resources/cloudAccount";
import { database } from "../../provider/resources/database";
import { subscription } from "../../provider/resources/subscription";

/*
 * Check and diff of the declarations, and valid arguments.
 */

export const DATABASE = database as object as AnyDeclaration;
export const SUBSCRIPTION = subscription as object as AnyDeclaration;
export const CLOUD_ACCOUNT = cloudAccount as object as AnyDeclaration;

export const URN = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/redis-cloud:Database::cache";
export const DATABASE_ARGS = { subscriptionId: 7, name: "cache", datasetSizeInGb: 1 };
export const SUBSCRIPTION_ARGS = {
  name: "main",
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
};

/** The problems of a database's arguments: `property: reason`. */
export const databaseProblems = (args: Properties): readonly string[] =>
  problemsOf(DATABASE, { ...DATABASE_ARGS, ...args });

/** The problems of a subscription's arguments. */
export const subscriptionProblems = (args: Properties): readonly string[] =>
  problemsOf(SUBSCRIPTION, { ...SUBSCRIPTION_ARGS, ...args });

export function problemsOf(declaration: AnyDeclaration, args: Properties): readonly string[] {
  const { problems } = check(declaration, {}, { ...args, __urn: URN });
  return problems.map(({ property, reason }) => `${property}: ${reason}`);
}

/** The changes between two sets of a database's arguments. */
export const databaseChanges = (olds: Properties, news: Properties): Changes =>
  changes(DATABASE, { ...DATABASE_ARGS, ...olds }, { ...DATABASE_ARGS, ...news });

export const subscriptionChanges = (olds: Properties, news: Properties): Changes =>
  changes(SUBSCRIPTION, { ...SUBSCRIPTION_ARGS, ...olds }, { ...SUBSCRIPTION_ARGS, ...news });

export const databaseDiff = (olds: Properties, news: Properties) =>
  diff(DATABASE, { ...DATABASE_ARGS, ...olds }, { ...DATABASE_ARGS, ...news });

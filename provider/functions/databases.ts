import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { maybe } from "../api/answers";
import { database } from "../resources/database";
import { databaseKind } from "../resources/database/kind";
import type { DatabaseOutputs } from "../resources/database/outputTypes";
import type { DatabaseInputs } from "../resources/database/types";
import { ACTIVE_ACTIVE, subscriptionKind } from "../resources/subscription/kind";
import { reading } from "./account";
import { databaseInfo, describeDatabase } from "./describeDatabase";
import { observeDetails } from "./details";
import { findOne, requireSubscription } from "./listed";
import { locateDatabase } from "./locateDatabase";
import { type ById, type LookupArgs, matches, outputForm } from "./lookup";
import type { DatabaseInfo, DatabaseLookupArgs, DatabaseSecrets, Details } from "./types";

export type { DatabaseInfo } from "./types";

/** What is told of a database, and changes with every look. */
export interface DatabaseUse {
  /** Memory in use, in megabytes. */
  readonly memoryUsedInMb?: number;
  /** When its settings last changed, in ISO 8601. */
  readonly lastModified?: string;
  /** Version of Redis whose commands it understands, e.g. `7.4.0`. */
  readonly redisVersionCompliance?: string;
  /** How keys are distributed over shards: `standard`, `custom` or `oss`. */
  readonly hashingPolicy?: string;
}

/** A database with all that the API tells: what the outputs of a `Database` are. What grants access is secret. */
export type DatabaseDetails = Details<
  DatabaseOutputs & Partial<Pick<DatabaseInputs, "replica">>,
  DatabaseSecrets
> &
  DatabaseUse & { readonly id: number; readonly subscriptionId: number };

/** The databases to look up. */
export interface GetDatabasesArgs extends LookupArgs {
  subscriptionId: number | string;
  /** @default all */
  protocol?: "redis" | "memcached" | "stack";
  /** E.g. `us-east-1`. @default all */
  region?: string;
}

/**
 * The databases of a subscription. API: `GET /subscriptions/{id}/databases`, all pages.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getDatabases(args: GetDatabasesArgs): Promise<DatabaseInfo[]> {
  const subscriptionId = Number(args.subscriptionId);
  const { account, protocol, region } = args;
  const { listed, isKnown } = await reading(args, async ({ snapshots }) => {
    const listed = await snapshots.listOf(databaseKind, { subscriptionId }).asOf(Date.now());
    const subscription = (await snapshots.subscriptions.asOf(0)).get(subscriptionId);
    // The API answers the same for a subscription without databases and for a missing one.
    return { listed, isKnown: listed.size > 0 && subscription?.deploymentType !== ACTIVE_ACTIVE };
  });
  if (!isKnown) await reading({ account }, () => requireSubscription(subscriptionKind, args, "databases"));
  const all = [...listed.values()].map(databaseInfo(subscriptionId));
  return all.filter((one) => matches({ protocol, region } as LookupArgs, one));
}
export const getDatabasesOutput = outputForm(getDatabases);

/**
 * The one database of a subscription with this ID or name. API: `GET /subscriptions/{id}/databases/{id}`, its tags and
 * certificate.
 *
 * @throws RunError when none or several match.
 */
export async function getDatabase(args: GetDatabasesArgs & ById): Promise<DatabaseDetails> {
  const { id, subscriptionId } = findOne(databaseKind, args, await getDatabases(args));
  const { answer, values } = await observeDetails(database, { id, subscriptionId }, args);
  return { ...describeDatabase(answer, values), id } as unknown as DatabaseDetails;
}
export const getDatabaseOutput = outputForm(getDatabase);

const certificateAnswer = z.looseObject({ publicCertificatePEMString: maybe(z.string()) });

/**
 * The server's certificate of a Pro or Active-Active database with TLS, in PEM form, as a secret output. API:
 * `GET /subscriptions/{id}/databases/{id}/certificate`.
 *
 * @throws RunError when there is no such database, or it has no TLS.
 */
export const getDatabaseCertificate = (
  args: DatabaseLookupArgs,
): Promise<{ readonly publicCertificatePEMString: pulumi.Output<string> }> =>
  locateDatabase(args, async ({ account, path }) => {
    const { publicCertificatePEMString } = await account.api.get(`${path}/certificate`, certificateAnswer);
    if (publicCertificatePEMString === undefined)
      throw new Error(
        `Looking up a certificate: database ${args.databaseId} has no TLS: set enableTls on it.`,
      );
    return { publicCertificatePEMString: pulumi.secret(publicCertificatePEMString) };
  });
export const getDatabaseCertificateOutput = outputForm(getDatabaseCertificate);

/** A tag of a database. */
export interface DatabaseTag {
  readonly key: string;
  readonly value: string;
  /** When it was added, in ISO 8601. */
  readonly createdAt?: string;
  /** When its value last changed, in ISO 8601. */
  readonly updatedAt?: string;
}

const tagsAnswer = z.looseObject({
  tags: maybe(
    z.array(
      z.looseObject({
        key: z.string(),
        value: z.string(),
        createdAt: maybe(z.string()),
        updatedAt: maybe(z.string()),
      }),
    ),
  ),
});

/**
 * The tags of a Pro, Active-Active or Essentials database. API: `GET …/databases/{id}/tags`.
 *
 * @throws RunError when there is no such database.
 */
export const getDatabaseTags = (args: DatabaseLookupArgs): Promise<DatabaseTag[]> =>
  locateDatabase(args, async ({ account, path }) => {
    const { tags = [] } = await account.api.get(`${path}/tags`, tagsAnswer);
    return tags.map(({ key, value, createdAt, updatedAt }) => ({ key, value, createdAt, updatedAt }));
  });
export const getDatabaseTagsOutput = outputForm(getDatabaseTags);

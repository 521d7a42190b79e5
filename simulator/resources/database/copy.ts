import { z } from "zod";
import { type Answers, fieldOf, pageReads } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { maybe, withDefault } from "../../copy/fields";
import type { Copied, KindCopy } from "../../copy/kindCopy";
import { type ListedSubscription, listedSubscriptions } from "../subscription/listed";
import { sourceIpsOf } from "./answerParts";
import {
  COMMON_FIELDS,
  clustering,
  databaseStates,
  hashingFrom,
  modulesFrom,
  portFrom,
  SINGLE_REGION_FIELDS,
  security,
  securityFrom,
  tagsFrom,
} from "./copyFields";
import { activeActiveShape, backup, backupFrom, globalsAndLocals } from "./copyRegions";
import { GENERATED_PASSWORD_LENGTH } from "./limits";
import { databasesIn, listedDatabases } from "./listed";
import { throughputMeasurement } from "./requests";
import type { Database } from "./state";

const PRO_FIELDS = {
  ...COMMON_FIELDS,
  protocol: z.enum(["redis", "memcached"]),
  autoMinorVersionUpgrade: withDefault(z.boolean(), true),
};

const singleRegion = z.object({
  ...PRO_FIELDS,
  ...SINGLE_REGION_FIELDS,
  memoryLimitInGb: z.number(),
  ramPercentage: maybe(z.int()),
  averageItemSizeInBytes: maybe(z.int()),
  throughputMeasurement: z.object(throughputMeasurement.shape),
  security,
  clustering,
  backup: maybe(backup),
  queryPerformanceFactor: withDefault(z.string(), "Standard"),
});

const activeActive = z.object({ ...PRO_FIELDS, ...activeActiveShape });

export const databaseCopy: KindCopy<Database> = {
  reads: (answers) =>
    listedSubscriptions(answers).flatMap(({ id }) => [
      ...pageReads(answers, databasesIn(id)),
      ...listedDatabases(answers, id).flatMap((one) => {
        const databaseId = fieldOf(one, "databaseId");
        return databaseId === undefined ? [] : { path: tagsPath(id, databaseId) };
      }),
    ]),
  resources: (answers, context) =>
    listedSubscriptions(answers).flatMap((subscription) => databasesOf(subscription, answers, context)),
  states: databaseStates("database"),
};

const tagsPath = (subscriptionId: number, databaseId: unknown): string =>
  `/subscriptions/${subscriptionId}/databases/${databaseId}/tags`;

function databasesOf(
  subscription: ListedSubscription,
  answers: Answers,
  context: CopyContext,
): Copied<Database>[] {
  const listed = listedDatabases(answers, subscription.id);
  const what = (one: Record<string, unknown>): string => `database ${one.databaseId} (${one.name})`;
  const copied = subscription.isActiveActive
    ? context.parseAll(activeActive, listed, what).map((one) => ({
        ...common(one, subscription, context),
        ...globalsAndLocals(one, subscription, context),
      }))
    : context.parseAll(singleRegion, listed, what).map((one) => ({
        ...common(one, subscription, context),
        ...ofOneRegion(one, subscription, context),
      }));
  return copied.map((database) => {
    const tags = tagsFrom(answers, tagsPath(subscription.id, database.id));
    return { ...database, ...(tags && { tags }) };
  });
}

/** What all Pro databases have, and secrets, which are drawn anew. */
function common(
  { databaseId, protocol, redisVersion = "7.4", modules, ...answer }: z.infer<z.ZodObject<typeof PRO_FIELDS>>,
  { id: subscriptionId }: ListedSubscription,
  { random }: CopyContext,
) {
  const { name, status, respVersion, autoMinorVersionUpgrade, activatedOn, lastModified } = answer;
  const { supportOSSClusterApi, useExternalEndpointForOSSClusterApi, replication, dataEvictionPolicy } =
    answer;
  const secret = (): string => random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  return {
    kind: "database" as const,
    id: databaseId,
    subscriptionId,
    name,
    status,
    protocol,
    redisVersion,
    respVersion,
    autoMinorVersionUpgrade,
    supportOSSClusterApi,
    useExternalEndpointForOSSClusterApi,
    replication,
    dataEvictionPolicy,
    modules: modulesFrom(modules, protocol, redisVersion),
    activatedOn,
    lastModified,
    portChosen: false,
    real: false,
    ...(protocol === "redis"
      ? { password: secret() }
      : { saslUsername: `mc-${random.alphanumeric(5)}`, saslPassword: secret() }),
  };
}

function ofOneRegion(
  answer: z.infer<typeof singleRegion>,
  { publicEndpointAccess }: ListedSubscription,
  { random }: CopyContext,
) {
  const { memoryLimitInGb, dataPersistence, throughputMeasurement, queryPerformanceFactor, alerts } = answer;
  const { replica, ramPercentage, averageItemSizeInBytes, publicEndpoint, privateEndpoint } = answer;
  const remoteBackup = backupFrom(answer.backup);
  return {
    memoryLimitInGb,
    dataPersistence,
    throughputMeasurement,
    queryPerformanceFactor,
    alerts,
    enableDefaultUser: answer.security.enableDefaultUser,
    ...securityFrom(answer.security, sourceIpsOf({}, { publicEndpointAccess })),
    ...hashingFrom(answer.clustering),
    ...(replica && { replica }),
    ...(remoteBackup && { remoteBackup }),
    ...(ramPercentage !== undefined && { ramPercentage }),
    ...(averageItemSizeInBytes !== undefined && { averageItemSizeInBytes }),
    port: portFrom(privateEndpoint ?? publicEndpoint, random),
  };
}

import { z } from "zod";
import { fieldOf, itemsOf, itemsOnPages, type PagedList, pageReads } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { maybe, withDefault } from "../../copy/fields";
import type { Copied, KindCopy } from "../../copy/kindCopy";
import {
  COMMON_FIELDS,
  clustering,
  databaseStates,
  essentialsSecurity,
  hashingFrom,
  modulesFrom,
  portFrom,
  SINGLE_REGION_FIELDS,
  securityFrom,
  tagsFrom,
} from "../database/copyFields";
import { GENERATED_PASSWORD_LENGTH } from "../database/limits";
import { listedEssentialsSubscriptions } from "../essentialsSubscription/copy";
import { DEFAULT_ALERT } from "./answer";
import type { EssentialsDatabase } from "./state";

const listIn = (subscriptionId: number): PagedList => ({
  path: `/fixed/subscriptions/${subscriptionId}/databases`,
  items: (page) => {
    const subscription = fieldOf(page, "subscription");
    // An object, by the recordings; the OpenAPI document has a list, as for Pro databases.
    return itemsOf(Array.isArray(subscription) ? subscription[0] : subscription, "databases");
  },
});

const tagsPath = (subscriptionId: number, databaseId: unknown): string =>
  `${listIn(subscriptionId).path}/${databaseId}/tags`;

const shape = z.object({
  ...COMMON_FIELDS,
  ...SINGLE_REGION_FIELDS,
  protocol: z.enum(["redis", "memcached", "stack"]),
  memoryLimitInGb: maybe(z.number()),
  security: essentialsSecurity,
  clustering,
  backup: maybe(
    z.object({ remoteBackupEnabled: withDefault(z.boolean(), false), destination: maybe(z.string()) }),
  ),
});

export const essentialsDatabaseCopy: KindCopy<EssentialsDatabase> = {
  reads: (answers) =>
    listedEssentialsSubscriptions(answers).flatMap(({ id }) => [
      ...pageReads(answers, listIn(id)),
      ...itemsOnPages(answers, listIn(id)).flatMap((one) => {
        const databaseId = fieldOf(one, "databaseId");
        return databaseId === undefined ? [] : { path: tagsPath(id, databaseId) };
      }),
    ]),
  resources: (answers, context) =>
    listedEssentialsSubscriptions(answers).flatMap(({ id }) =>
      context
        .parseAll(
          shape,
          itemsOnPages(answers, listIn(id)),
          (one) => `database ${one.databaseId} (${one.name})`,
        )
        .map((answer) => {
          const tags = tagsFrom(answers, tagsPath(id, answer.databaseId));
          return { ...databaseFrom(answer, id, context), ...(tags && { tags }) };
        }),
    ),
  states: databaseStates("essentialsDatabase"),
};

function databaseFrom(
  {
    databaseId,
    redisVersion = "7.4",
    security,
    clustering,
    backup,
    modules,
    ...answer
  }: z.infer<typeof shape>,
  subscriptionId: number,
  { random }: CopyContext,
): Copied<EssentialsDatabase> {
  const { publicEndpoint, privateEndpoint, replica, memoryLimitInGb, alerts, ...settings } = answer;
  return {
    kind: "essentialsDatabase",
    id: databaseId,
    subscriptionId,
    ...settings,
    redisVersion,
    password: random.alphanumeric(GENERATED_PASSWORD_LENGTH),
    enableDefaultUser: security.defaultUserEnabled,
    ...securityFrom(security, ["0.0.0.0/0"]),
    ...hashingFrom(clustering),
    enableDatabaseClustering: clustering.enabled,
    numberOfShards: clustering.numberOfShards,
    modules: modulesFrom(modules, settings.protocol, redisVersion),
    // The one that every database has.
    alerts: alerts.filter(({ name, value }) => name !== DEFAULT_ALERT.name || value !== DEFAULT_ALERT.value),
    ...(replica && { replica }),
    ...(memoryLimitInGb !== undefined && { memoryLimitInGb }),
    ...(backup?.remoteBackupEnabled && backup.destination && { backupPath: backup.destination }),
    port: portFrom(privateEndpoint ?? publicEndpoint, random),
    portChosen: false,
    real: false,
  };
}

import type { Target } from "../../lifecycle/kind";
import type { Declaration, Step } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { connectionOutputs } from "../database/connection";
import { putSteps } from "../database/defaultUser";
import { upgradeProgress } from "../database/version";
import { fields } from "./fields";
import { essentialsDatabaseKind } from "./kind";
import { type ObservedEssentialsDatabase, observeEssentialsDatabase } from "./observed";
import type { EssentialsDatabaseOutputs } from "./outputTypes";
import { essentialsDatabaseRules } from "./rules";
import type { EssentialsDatabaseInputs } from "./types";
import { verifyEssentialsDatabase } from "./verify";

const ATTRIBUTES = [
  "provider",
  "region",
  "planMemoryLimit",
  "planDatasetSize",
  "memoryLimitMeasurementUnit",
  "memoryStorage",
  "redisFlex",
  "activatedOn",
  "dynamicEndpoints",
  "replicaAsSourceEndpoints",
] as const;

/** Arguments of {@link EssentialsDatabase}. */
export type EssentialsDatabaseArgs = Args<EssentialsDatabaseInputs>;

/**
 * A database in an Essentials subscription.
 *
 * @example
 * ```ts
 * const cache = new rediscloud.EssentialsDatabase("cache", { subscriptionId: subscription.id });
 * export const endpoint = cache.publicEndpoint;
 * ```
 */
export class EssentialsDatabase extends resource<EssentialsDatabaseInputs, EssentialsDatabaseOutputs>(
  "EssentialsDatabase",
  {
    fields,
    secrets: ["password", "replica", "replicaOf"],
    fromId: { databaseId: (id) => Number(id.split("/")[1]) },
    outputs: ["name", "status", "publicEndpoint", "privateEndpoint", "password", "defaultUser"],
    attributes: ATTRIBUTES,
    derived: connectionOutputs,
  },
) {}

/** Arguments that have endpoints of their own, or none. */
const NOT_IN_BODY: readonly string[] = ["subscriptionId", "tags", "account", "adopt", "timeouts"];
const isOf = (names: (name: keyof EssentialsDatabaseInputs) => boolean) =>
  (Object.keys(fields) as (keyof EssentialsDatabaseInputs)[]).filter(names);
const CREATED = isOf((name) => !NOT_IN_BODY.includes(name) && !fields[name].afterCreate);
const UPDATED = isOf((name) => ![...NOT_IN_BODY, "redisVersion"].includes(name));

const pathOf = ({ place, id }: Target): string =>
  `/fixed/subscriptions/${place.subscriptionId}/databases/${id}`;

/** @internal */
export const essentialsDatabase: Declaration<EssentialsDatabaseInputs, ObservedEssentialsDatabase> = {
  kind: essentialsDatabaseKind,
  typeName: "EssentialsDatabase",
  loss: "deletes it with its data",
  name: { maxLength: 40 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  unique: {
    arguments: ["name"],
    scope: ({ subscriptionId }) =>
      subscriptionId === undefined ? undefined : `Essentials subscription ${subscriptionId}`,
  },
  rules: essentialsDatabaseRules,
  verify: verifyEssentialsDatabase,
  createRequest: (inputs) => ({
    method: "POST",
    path: `/fixed/subscriptions/${inputs.subscriptionId}/databases`,
    body: only(inputs, CREATED),
  }),
  steps: (target, changed, inputs) => {
    const path = pathOf(target);
    const { redisVersion: targetRedisVersion, tags } = changed;
    const { memoryLimitInGb } = inputs;
    // With another replication, the API would keep the size of the dataset, and not that of the memory.
    const size =
      changed.replication === undefined || memoryLimitInGb === undefined ? {} : { memoryLimitInGb };
    const updated = { ...size, ...only(changed, UPDATED) };
    const isTagsOnly = targetRedisVersion === undefined && Object.keys(updated).length === 0;
    const steps: (Step<ObservedEssentialsDatabase> | false)[] = [
      targetRedisVersion !== undefined && {
        request: { method: "POST", path: `${path}/upgrade`, body: { targetRedisVersion } },
        fields: ["redisVersion"],
        isDone: ({ essentials }) => essentials.redisVersion === targetRedisVersion,
        progress: upgradeProgress(path),
      },
      ...putSteps(path, updated, inputs),
      tags !== undefined &&
        isTagsOnly && {
          request: { method: "PUT", path, body: { name: inputs.name } },
          fields: [],
          isTrace: true,
        },
      tags !== undefined && {
        request: { method: "PUT", path: `${path}/tags`, body: { tags }, answeredAtOnce: true },
        fields: ["tags"],
      },
    ];
    return steps.filter((step) => step !== false);
  },
  deleteRequest: (target) => ({ method: "DELETE", path: pathOf(target) }),
  observe: (target, inputs, session, scope) =>
    observeEssentialsDatabase(pathOf(target), inputs, session, scope),
  outputs: ({ essentials, security }) => ({
    databaseId: essentials.databaseId,
    status: essentials.status,
    publicEndpoint: essentials.publicEndpoint ?? null,
    privateEndpoint: essentials.privateEndpoint ?? null,
    password: security.password,
    defaultUser:
      security.enableDefaultUser === false || essentials.protocol === "memcached" ? null : "default",
  }),
  attributes: ({ essentials, security }) => ({
    ...Object.fromEntries(ATTRIBUTES.map((name) => [name, essentials[name]])),
    modules: essentials.modules?.map(({ name }) => ({ name })),
    sourceIps: security.sourceIps,
    alerts: essentials.alerts?.map(({ name, value }) => ({ name, value })),
  }),
};

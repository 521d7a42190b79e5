import { subscriptionOf, type Target } from "../../lifecycle/kind";
import type { Declaration, Step } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { plannedAccess } from "../subscription/access";
import { createdBySubscription } from "../subscription/databases";
import { connectionOutputs } from "./connection";
import { putSteps, verifyPassword } from "./defaultUser";
import { fields } from "./fields";
import { databaseKind } from "./kind";
import { databasesIn } from "./list";
import { type ObservedDatabase, observeDatabase } from "./observed";
import type { DatabaseOutputs } from "./outputTypes";
import { priced } from "./priced";
import { databaseRules } from "./rules";
import type { DatabaseInputs } from "./types";
import { deploymentProblems, verifyDatabase } from "./verify";
import { upgradeProgress } from "./version";

/** Arguments of {@link Database}. */
export type DatabaseArgs = Args<DatabaseInputs>;

/**
 * A database in a subscription.
 *
 * @example
 * ```ts
 * const cache = new rediscloud.Database("cache", {
 *   subscriptionId: subscription.id,
 *   datasetSizeInGb: 1,
 *   password: config.requireSecret("cachePassword"),
 * });
 * export const endpoint = cache.publicEndpoint;
 * ```
 */
export class Database extends resource<DatabaseInputs, DatabaseOutputs>("Database", {
  fields,
  secrets: ["password", "saslPassword", "replica", "replicaOf", "publicCertificatePEMString"],
  fromId: { databaseId: (id) => Number(id.split("/")[1]) },
  outputs: [
    "name",
    "status",
    "publicEndpoint",
    "privateEndpoint",
    "password",
    "defaultUser",
    "saslPassword",
    "publicCertificatePEMString",
  ],
  mayHave: {
    saslPassword: ({ protocol = "redis" }) => protocol !== "redis",
    publicCertificatePEMString: ({ enableTls = false, clientSslCertificate = "" }) =>
      enableTls !== false || clientSslCertificate !== "",
  },
  attributes: ["provider", "region", "memoryStorage", "numberOfShards", "activatedOn", "dynamicEndpoints"],
  derived: connectionOutputs,
}) {}

/** Arguments that are not part of the request body: they have their own endpoint, or none. */
const NOT_IN_BODY: readonly string[] = ["subscriptionId", "tags", "account", "adopt", "timeouts"];
const isOf = (names: (name: string) => boolean) =>
  (Object.keys(fields) as (keyof DatabaseInputs)[]).filter(names);
const CREATED = isOf(
  (name) => !NOT_IN_BODY.includes(name) && !fields[name as keyof DatabaseInputs].afterCreate,
);
const UPDATED = isOf((name) => ![...NOT_IN_BODY, "redisVersion"].includes(name));

const pathOf = ({ place, id }: Target): string => `/subscriptions/${place.subscriptionId}/databases/${id}`;

async function existingPath({ subscriptionId, name }: Partial<DatabaseInputs>, session: ResourceSession) {
  if (subscriptionId === undefined) return undefined;
  const listed = (await databasesIn(subscriptionId, session)).find((one) => one.name === name);
  return listed && `/subscriptions/${subscriptionId}/databases/${listed.databaseId}`;
}

/** @internal */
export const database: Declaration<DatabaseInputs, ObservedDatabase> = {
  kind: databaseKind,
  typeName: "Database",
  loss: "deletes it with its data",
  name: { maxLength: 40 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  unique: {
    arguments: ["name", "port"],
    scope: ({ subscriptionId }) =>
      subscriptionId === undefined ? undefined : `subscription ${subscriptionId}`,
  },
  rules: databaseRules,
  verify: async (inputs, session, before, isUnknown) => [
    ...(before.name === undefined ? await deploymentProblems(inputs, session) : []),
    ...(await verifyDatabase(inputs, session, before, isUnknown)),
    ...(await verifyPassword(inputs, session, before, () => existingPath(before, session))),
  ],
  createRequest: (inputs) => ({
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/databases`,
    body: only(inputs, CREATED),
  }),
  steps: (target, changed, inputs) => {
    const { name, memoryLimitInGb } = inputs;
    const path = pathOf(target);
    // When replication changes, the API keeps the size of the dataset, not the memory limit.
    const size =
      changed.replication === undefined || memoryLimitInGb === undefined ? {} : { memoryLimitInGb };
    const updated = { ...size, ...only(changed, UPDATED) };
    const { redisVersion: targetRedisVersion, tags } = changed;
    const steps: (Step<ObservedDatabase> | false)[] = [
      targetRedisVersion !== undefined && {
        request: { method: "POST", path: `${path}/upgrade`, body: { targetRedisVersion } },
        fields: ["redisVersion"],
        isDone: ({ database }) => database.redisVersion === targetRedisVersion,
        progress: upgradeProgress(path),
      },
      ...putSteps(path, updated, inputs),
      tags !== undefined &&
        targetRedisVersion === undefined &&
        Object.keys(updated).length === 0 && {
          request: { method: "PUT", path, body: { name } },
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
  observe: (target, inputs, session, scope) => observeDatabase(pathOf(target), inputs, session, scope),
  outputs: ({ database, security, certificate }) => ({
    databaseId: database.databaseId,
    status: database.status,
    publicEndpoint: database.publicEndpoint ?? null,
    privateEndpoint: database.privateEndpoint ?? null,
    password: security.password ?? security.saslPassword,
    saslPassword: security.saslPassword,
    defaultUser: security.enableDefaultUser === false || database.protocol === "memcached" ? null : "default",
    publicCertificatePEMString: certificate,
  }),
  attributes: ({ database, security, numberOfShards }) => ({
    provider: database.provider,
    region: database.region,
    memoryStorage: database.memoryStorage,
    numberOfShards,
    activatedOn: database.activatedOn,
    dynamicEndpoints: database.dynamicEndpoints,
    modules: database.modules?.map(({ name }) => ({ name })),
    sourceIp: security.sourceIps,
  }),
  priced,
  surroundings: {
    planned: (target) => plannedAccess(subscriptionOf(target)),
    shown: ({ publicEndpoint, privateEndpoint }) => {
      if (publicEndpoint) return "public";
      return privateEndpoint ? "private" : undefined;
    },
    reason: "the subscription's publicEndpointAccess moves its endpoints",
  },
  find: async ({ subscriptionId, name }, session) => {
    if (name === undefined || !createdBySubscription(subscriptionId, name)) return undefined;
    const existing = (await databasesIn(subscriptionId, session)).find(
      (candidate) => candidate.name === name,
    );
    return existing && { kind: databaseKind, place: { subscriptionId }, id: existing.databaseId };
  },
};

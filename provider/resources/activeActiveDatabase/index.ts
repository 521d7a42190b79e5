import { subscriptionOf } from "../../lifecycle/kind";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { plannedAccess } from "../subscription/access";
import { connectionOutputs } from "./connection";
import { fields } from "./fields";
import { activeActiveDatabaseKind } from "./kind";
import { type LocalAnswer, type ObservedActiveActiveDatabase, observeActiveActiveDatabase } from "./observed";
import type { ActiveActiveDatabaseOutputs } from "./outputTypes";
import { priced } from "./priced";
import { completeCreation, createRequest, pathOf, updateSteps } from "./requests";
import { activeActiveDatabaseRules } from "./rules";
import type { ActiveActiveDatabaseInputs } from "./types";
import { verifyActiveActiveDatabase } from "./verify";

/** Arguments of {@link ActiveActiveDatabase}. */
export type ActiveActiveDatabaseArgs = Args<ActiveActiveDatabaseInputs>;

/**
 * A database in an Active-Active subscription.
 *
 * @example
 * ```ts
 * const sessions = new rediscloud.ActiveActiveDatabase("sessions", {
 *   subscriptionId: global.id,
 *   datasetSizeInGb: 1,
 *   globalDataPersistence: "aof-every-1-second",
 *   localThroughputMeasurement: [{ region: "us-east-1", writeOperationsPerSecond: 3000 }],
 *   regions: [{ region: "eu-west-1", dataPersistence: "none", sourceIp: ["192.0.2.0/24"] }],
 * });
 * export const inEurope = sessions.publicEndpoints.apply((endpoints) => endpoints["eu-west-1"]);
 * ```
 */
export class ActiveActiveDatabase extends resource<ActiveActiveDatabaseInputs, ActiveActiveDatabaseOutputs>(
  "ActiveActiveDatabase",
  {
    fields,
    secrets: ["globalPassword", "regionPasswords", "publicCertificatePEMString"],
    fromId: { databaseId: (id) => Number(id.split("/")[1]) },
    outputs: [
      "name",
      "status",
      "publicEndpoints",
      "privateEndpoints",
      "globalPassword",
      "publicCertificatePEMString",
    ],
    mayHave: { publicCertificatePEMString: ({ enableTls = false }) => enableTls !== false },
    attributes: ["activatedOn"],
    derived: connectionOutputs,
  },
) {}

/** @internal */
export const activeActiveDatabase: Declaration<ActiveActiveDatabaseInputs, ObservedActiveActiveDatabase> = {
  kind: activeActiveDatabaseKind,
  typeName: "ActiveActiveDatabase",
  loss: "deletes it with its data in all regions",
  name: { maxLength: 40 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  unique: {
    arguments: ["name", "port"],
    scope: ({ subscriptionId }) =>
      subscriptionId === undefined ? undefined : `subscription ${subscriptionId}`,
  },
  rules: activeActiveDatabaseRules,
  verify: verifyActiveActiveDatabase,
  createRequest,
  complete: completeCreation,
  steps: updateSteps,
  deleteRequest: (target) => ({ method: "DELETE", path: pathOf(target) }),
  observe: (target, inputs, session, scope) =>
    observeActiveActiveDatabase(pathOf(target), inputs, session, scope),
  outputs: ({ answer, locals, certificate }) => ({
    databaseId: answer.databaseId,
    status: answer.status,
    publicEndpoints: byRegion(locals, ({ publicEndpoint }) => publicEndpoint),
    privateEndpoints: byRegion(locals, ({ privateEndpoint }) => privateEndpoint),
    globalPassword: answer.globalPassword,
    publicCertificatePEMString: certificate,
  }),
  attributes: ({ answer, database }) => ({
    activatedOn: answer.activatedOn,
    modules: database.modules?.map(({ name }) => ({ name })),
    globalSourceIp: answer.globalSourceIp,
  }),
  priced,
  surroundings: {
    planned: (target) => plannedAccess(subscriptionOf(target)),
    shown: ({ publicEndpoints, privateEndpoints }) => {
      if (hasAny(publicEndpoints)) return "public";
      return hasAny(privateEndpoints) ? "private" : undefined;
    },
    reason: "the subscription's publicEndpointAccess moves its endpoints",
  },
};

const byRegion = (
  locals: readonly LocalAnswer[],
  read: (local: LocalAnswer) => string | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    locals.flatMap((local): [string, string][] => {
      const endpoint = read(local);
      return endpoint === undefined ? [] : [[local.region, endpoint]];
    }),
  );

const hasAny = (endpoints: unknown): boolean => Object.keys((endpoints as object | null) ?? {}).length > 0;

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { CopyContext } from "../../copy/context";
import { maybe, withDefault } from "../../copy/fields";
import type { ListedSubscription } from "../subscription/listed";
import { sourceIpsOf } from "./answerParts";
import { alerts, portFrom, security, securityFrom } from "./copyFields";
import { DEFAULT_REGEX_RULES } from "./defaults";
import { storageTypeOf } from "./settings";
import type { Database, LocalDatabase } from "./state";

/** Backups, whose answer does not have the type of the storage. */
export const backup = z.object({
  enableRemoteBackup: withDefault(z.boolean(), false),
  interval: maybe(z.string()),
  timeUTC: maybe(z.string()),
  destination: maybe(z.string()),
});

export function backupFrom(answer: z.infer<typeof backup> | undefined): Database["remoteBackup"] {
  if (!answer?.enableRemoteBackup || !answer.destination) return undefined;
  const { interval, timeUTC, destination } = answer;
  return {
    active: true,
    interval,
    ...(timeUTC && { timeUTC }),
    storageType: storageTypeOf(destination),
    storagePath: destination,
  };
}

const local = z.object({
  region: z.string(),
  respVersion: maybe(z.enum(["resp2", "resp3"])),
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  memoryLimitInGb: z.number(),
  readOperationsPerSecond: z.number(),
  writeOperationsPerSecond: z.number(),
  dataPersistence: withDefault(z.string(), "none"),
  queryPerformanceFactor: withDefault(z.string(), "Standard"),
  alerts,
  security,
  backup: maybe(backup),
});

/** What the answer of an Active-Active database has, in addition to what others have. */
export const activeActiveShape = {
  globalDataPersistence: withDefault(z.string(), "none"),
  globalSourceIp: maybe(z.array(z.string())),
  globalAlerts: alerts,
  globalEnableDefaultUser: withDefault(z.boolean(), true),
  crdbDatabases: z.array(local).min(1),
};
const shape = z.object({ ...activeActiveShape, respVersion: maybe(z.enum(["resp2", "resp3"])) });

/** The global settings of an Active-Active database, and what it has of its own in each region. */
export function globalsAndLocals(
  answer: z.infer<typeof shape>,
  { publicEndpointAccess }: ListedSubscription,
  { random }: CopyContext,
) {
  const { crdbDatabases, globalSourceIp } = answer;
  const [first] = crdbDatabases as [z.infer<typeof local>];
  const defaultSourceIps = sourceIpsOf({}, { publicEndpointAccess });
  const { enableTls, clientCertificates } = securityFrom(first.security, defaultSourceIps);
  const isDefault = globalSourceIp === undefined || isDeepStrictEqual(globalSourceIp, defaultSourceIps);
  const globals = {
    dataPersistence: answer.globalDataPersistence,
    enableDefaultUser: answer.globalEnableDefaultUser,
    ...(!isDefault && { sourceIps: globalSourceIp }),
    alerts: answer.globalAlerts,
    respVersion: answer.respVersion,
  };
  const port = portFrom(first.privateEndpoint ?? first.publicEndpoint, random);
  return {
    ...globals,
    enableTls,
    clientCertificates,
    memoryLimitInGb: first.memoryLimitInGb,
    queryPerformanceFactor: first.queryPerformanceFactor,
    // The answer has neither: those that every database has.
    throughputMeasurement: { by: "operations-per-second" as const, value: 1000 },
    hashingPolicy: "standard" as const,
    regexRules: DEFAULT_REGEX_RULES,
    port,
    locals: Object.fromEntries(
      crdbDatabases.map((one) => [
        one.region,
        localFrom(one, globals, globalSourceIp ?? defaultSourceIps, port),
      ]),
    ),
  };
}

/** What a region has of its own: settings that differ from the global ones. */
function localFrom(
  { security, backup, ...answer }: z.infer<typeof local>,
  globals: Pick<Database, "dataPersistence" | "enableDefaultUser" | "alerts" | "respVersion">,
  globalSourceIps: readonly string[],
  globalPort: number,
): LocalDatabase {
  const { sourceIps } = security;
  const own = {
    dataPersistence: answer.dataPersistence,
    enableDefaultUser: security.enableDefaultUser,
    alerts: answer.alerts,
    respVersion: answer.respVersion,
  };
  const differing = Object.entries(own).filter(
    ([name, value]) =>
      value !== undefined && !isDeepStrictEqual(value, globals[name as keyof typeof globals]),
  );
  const endpoint = answer.privateEndpoint ?? answer.publicEndpoint;
  const remoteBackup = backupFrom(backup);
  return {
    ...Object.fromEntries(differing),
    ...(sourceIps && !isDeepStrictEqual(sourceIps, globalSourceIps) && { sourceIps }),
    ...(remoteBackup && { remoteBackup }),
    writeOperationsPerSecond: answer.writeOperationsPerSecond,
    readOperationsPerSecond: answer.readOperationsPerSecond,
    address: {
      port: Number(endpoint?.match(/:(\d+)$/)?.[1] ?? globalPort),
      portChosen: false,
      change: 0,
      real: false,
    },
  };
}

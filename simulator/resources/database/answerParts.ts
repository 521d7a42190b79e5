import type { Subscription } from "../subscription/state";
import { isAtLeast, MODULES } from "./catalog";
import type { Database } from "./state";

/*
 * Parts that the answers of databases in one region and in several have in common.
 */

/** Default of the addresses that may connect: with public access off, only private ones. */
const PUBLIC_SOURCE_IPS = ["0.0.0.0/0"];
const PRIVATE_SOURCE_IPS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** Memory of a shard without data, in megabytes. Data of real servers is not counted. */
export const EMPTY_SHARD_MB = 2;

export function times({ activatedOn, lastModified }: Database) {
  return {
    ...(activatedOn !== undefined && { activatedOn: inSeconds(activatedOn) }),
    ...(lastModified !== undefined && { lastModified: inSeconds(lastModified) }),
  };
}

/** Times of databases are in whole seconds, those of tasks in milliseconds. */
export function inSeconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

export function securityAnswer(database: Database, subscription: Subscription) {
  const mutual = database.clientCertificates.length > 0;
  return {
    enableDefaultUser: database.enableDefaultUser,
    sslClientAuthentication: mutual,
    tlsClientAuthentication: mutual,
    enableTls: database.enableTls,
    sourceIps: sourceIpsOf(database, subscription),
  };
}

/** The addresses that may connect. */
export function sourceIpsOf(
  { sourceIps }: Pick<Database, "sourceIps">,
  { publicEndpointAccess }: Pick<Subscription, "publicEndpointAccess">,
): string[] {
  return sourceIps ?? (publicEndpointAccess ? PUBLIC_SOURCE_IPS : PRIVATE_SOURCE_IPS);
}

/** From Redis 8 on all modules are part of Redis, as they are of `stack`, and listed. */
export function modulesAnswer({
  modules,
  redisVersion,
  id,
  protocol,
}: Pick<Database, "modules" | "redisVersion" | "id"> & { protocol: string }) {
  const included = protocol === "stack" || (protocol === "redis" && isAtLeast(redisVersion, "8.0"));
  const specs = included ? MODULES.map(({ name }) => ({ name, parameters: undefined })) : modules;
  return specs.map(({ name, parameters }, index) => {
    const known = MODULES.find((module) => module.name === name);
    return {
      id: id * 10 + index,
      name,
      capabilityName: known?.capabilityName,
      version: redisVersion,
      description: known?.description,
      parameters: Object.entries(parameters ?? {}).map(([key, value]) => ({ name: key, value })),
    };
  });
}

/** Answers do not contain the type of storage: recorded, and as the vendor's Go SDK expects it. */
export function backupAnswer(remoteBackup: Database["remoteBackup"]) {
  if (!remoteBackup) return { enableRemoteBackup: false };
  const { interval, timeUTC, storagePath } = remoteBackup;
  return {
    enableRemoteBackup: true,
    interval,
    ...(timeUTC && { timeUTC: interval === "every-12-hours" ? firstHourOf(timeUTC) : timeUTC }),
    destination: storagePath,
  };
}

/** Of the two hours at which a backup every 12 hours starts, the answer contains the first. */
function firstHourOf(timeUTC: string): string {
  const hour = Number(timeUTC.slice(0, 2)) % 12;
  return `${String(hour).padStart(2, "0")}${timeUTC.slice(2)}`;
}

import { isDeepStrictEqual } from "node:util";
import { addressSet } from "../canonical";
import type { RemoteBackup } from "../sharedTypes";
import type { ObservedDatabase } from "./observed";
import type { DatabaseInputs, Replica } from "./types";

/*
 * Arguments that responses report in a different form than requests, or only in part.
 */

/** Default of `sourceIp`: all addresses; without the public endpoint, all private addresses. */
const ALL_ADDRESSES = ["0.0.0.0/0"];
const PRIVATE_ADDRESSES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
const NOT_TOLD = "not told by the API";

/** Both defaults mean the same: without the public endpoint, only private addresses can connect. */
export const canonicalSourceIps = (ranges: readonly string[]) =>
  isDeepStrictEqual(ranges, ALL_ADDRESSES) ? undefined : addressSet(ranges);

export function observedSourceIps(
  { security: { sourceIps } }: Pick<ObservedDatabase, "security">,
  declared: string[] = [],
) {
  const isDefault = [ALL_ADDRESSES, PRIVATE_ADDRESSES].some((ranges) =>
    isDeepStrictEqual(addressSet(ranges), addressSet(sourceIps ?? [])),
  );
  return isDefault && canonicalSourceIps(declared) === undefined ? declared : sourceIps;
}

/**
 * Modules by name: responses report nothing else in the form of the argument. From Redis 8 on they list the modules
 * that are built into Redis.
 */
export function observedModules(
  { database }: Pick<ObservedDatabase, "database">,
  declared: DatabaseInputs["modules"] = [],
) {
  const names = (modules: DatabaseInputs["modules"] = []) => modules.map(({ name }) => name).sort();
  const builtIn = Number.parseInt(database.redisVersion ?? "", 10) >= 8;
  return builtIn || isDeepStrictEqual(names(declared), names(database.modules))
    ? declared
    : database.modules?.map(({ name }) => ({ name }));
}

/** Automatic upgrades within the major version are not drift: they cannot be reverted. */
export function withoutMinorUpgrade(
  held: string | undefined,
  declared: string | undefined,
): string | undefined {
  const [[heldMajor, heldMinor = 0] = [], [major, minor = 0] = []] = [held, declared].map((version) =>
    version?.split(".").map(Number),
  );
  return heldMajor === major && heldMinor > minor ? declared : held;
}

/** Inactive backups have no other settings. Of two start hours a day, the API reports the first. */
export function canonicalBackup(backup: RemoteBackup): RemoteBackup {
  const { active = false, interval, timeUTC } = backup;
  if (!active) return { active };
  if (interval !== "every-12-hours" || timeUTC === undefined) return backup;
  const hour = String(Number(timeUTC.slice(0, 2)) % 12).padStart(2, "0");
  return { ...backup, timeUTC: hour + timeUTC.slice(2) };
}

export function observedBackup(
  { backup }: Pick<ObservedDatabase, "backup">,
  declared?: RemoteBackup,
): RemoteBackup | undefined {
  if (backup === undefined) return undefined;
  const { enableRemoteBackup: active = false, interval, timeUTC, destination: storagePath } = backup;
  // The API does not report the storage type. If the program does not declare it, it is derived from the path.
  const storageType = declared?.storageType === undefined ? storageTypeOf(storagePath) : undefined;
  return { active, interval, timeUTC, storageType, storagePath } as RemoteBackup;
}

/** Without the storage type, if it can be derived from the path. */
export function readableBackup(backup: RemoteBackup): RemoteBackup {
  const { storageType, ...rest } = backup;
  return storageType === storageTypeOf(backup.storagePath) ? backup : rest;
}

const STORAGE_TYPES: readonly (readonly [prefix: RegExp, RemoteBackup["storageType"]])[] = [
  [/^s3:/, "aws-s3"],
  [/^gs:/, "google-blob-storage"],
  [/^abs:/, "azure-blob-storage"],
  [/^ftps?:/, "ftp"],
];

const storageTypeOf = (path = ""): RemoteBackup["storageType"] =>
  STORAGE_TYPES.find(([prefix]) => prefix.test(path))?.[1];

/** Responses may omit the user and the password of a source. */
export function observedSources({ syncSources }: ObservedDatabase, declared: string[] = []): string[] {
  return syncSources.map(({ endpoint }) => spelled(endpoint, declared));
}

export function observedReplica({ syncSources }: ObservedDatabase, declared?: Replica): Replica {
  const sources = declared?.syncSources ?? [];
  return {
    syncSources: syncSources.map((held) => {
      const endpoint = spelled(
        held.endpoint,
        sources.map((source) => source.endpoint),
      );
      return { ...sources.find((source) => source.endpoint === endpoint), ...held, endpoint };
    }),
  };
}

const spelled = (held: string, declared: readonly string[]): string =>
  declared.find((endpoint) => endpoint === held || endpoint.replace(/\/\/[^@]*@/, "//") === held) ?? held;

/** The API only reports whether clients need a certificate. */
export function observedClientCertificates(
  { security: { tlsClientAuthentication: isNeeded } }: Pick<ObservedDatabase, "security">,
  declared: DatabaseInputs["clientTlsCertificates"] = [],
) {
  if (isNeeded === undefined || isNeeded === declared.length > 0) return declared;
  return isNeeded ? [{ publicCertificatePEMString: NOT_TOLD }] : [];
}

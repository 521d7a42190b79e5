import { z } from "zod";
import { informative, maybe } from "../../api/answers";
import type { Scope } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import {
  backupAnswer,
  type ObservedDatabase,
  observedIn,
  readSubresources,
  securityAnswer,
  singleAnswer,
} from "../database/observed";
import type { EssentialsDatabaseInputs } from "./types";

/** Endpoints as an answer has them. */
const endpoints = z.object({ public: maybe(z.string()), private: maybe(z.string()) });

/**
 * `GET /fixed/subscriptions/{id}/databases/{id}`. Some fields have other names than those of Pro databases; both
 * names are accepted.
 */
const essentialsAnswer = singleAnswer.extend({
  security: maybe(securityAnswer.extend({ defaultUserEnabled: maybe(z.boolean()) })),
  backup: maybe(backupAnswer.extend({ remoteBackupEnabled: maybe(z.boolean()) })),
  alerts: maybe(
    z.array(z.object({ name: z.string(), value: z.number(), defaultValue: informative(z.number()) })),
  ),
  clustering: maybe(
    z.looseObject({
      enabled: maybe(z.boolean()),
      hashingPolicy: informative(z.string()),
      numberOfShards: informative(z.number()),
      regexRules: maybe(z.array(z.looseObject({ ordinal: z.number(), pattern: z.string() }))),
    }),
  ),
  replicaAsSourceEndpoints: informative(endpoints),
  planMemoryLimit: informative(z.number()),
  planDatasetSize: informative(z.number()),
  memoryLimitMeasurementUnit: informative(z.string()),
  redisFlex: informative(z.boolean()),
});

/**
 * What the API tells of an Essentials database, in the form of a Pro database where they have something in common.
 */
export interface ObservedEssentialsDatabase extends ObservedDatabase {
  readonly essentials: z.infer<typeof essentialsAnswer>;
}

/** Reads a database, and its tags if they are asked for; undefined when it is gone. */
export async function observeEssentialsDatabase(
  path: string,
  { tags }: Partial<EssentialsDatabaseInputs>,
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<ObservedEssentialsDatabase | undefined> {
  const essentials = await session.find(path, essentialsAnswer);
  if (essentials === undefined) return undefined;
  const besides = await readSubresources(path, session, {
    tags: scope !== "declared" || tags !== undefined,
    certificate: false,
  });
  const { security, backup } = essentials;
  const observed = observedIn({
    ...essentials,
    security: security && {
      ...security,
      enableDefaultUser: security.enableDefaultUser ?? security.defaultUserEnabled,
    },
    backup: backup && {
      ...backup,
      enableRemoteBackup: backup.enableRemoteBackup ?? backup.remoteBackupEnabled,
    },
  });
  return { ...observed, ...besides, essentials };
}

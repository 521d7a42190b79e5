import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import type { Scope } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { portOf } from "../database/connection";
import { backupAnswer, type ObservedDatabase, readSubresources, securityAnswer } from "../database/observed";
import type { ObservedSettings } from "../database/settingsFields";
import type { ActiveActiveDatabaseInputs } from "./types";

const alerts = z.array(z.object({ name: z.string(), value: z.number() }));

/** The database in one region. */
const localAnswer = z.looseObject({
  region: z.string(),
  provider: informative(z.string()),
  memoryLimitInGb: informative(z.number()),
  memoryUsedInMb: informative(z.number()),
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  datasetSizeInGb: informative(z.number()),
  readOperationsPerSecond: informative(z.number()),
  writeOperationsPerSecond: informative(z.number()),
  dataPersistence: informative(z.string()),
  alerts: maybe(alerts),
  security: maybe(securityAnswer),
  backup: maybe(backupAnswer),
});
export type LocalAnswer = z.infer<typeof localAnswer>;

/** `GET /subscriptions/{id}/databases/{id}` of an Active-Active database. */
const singleAnswer = z.looseObject({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  redisVersion: informative(z.string()),
  respVersion: informative(z.string()),
  autoMinorVersionUpgrade: informative(z.boolean()),
  supportOSSClusterApi: informative(z.boolean()),
  useExternalEndpointForOSSClusterApi: informative(z.boolean()),
  dataEvictionPolicy: informative(z.string()),
  modules: maybe(z.array(z.object({ name: z.string() }))),
  activatedOn: informative(z.string()),
  globalDataPersistence: informative(z.string()),
  globalPassword: maybe(z.string()),
  globalEnableDefaultUser: maybe(z.boolean()),
  globalSourceIp: maybe(z.array(z.string())),
  globalAlerts: maybe(alerts),
  crdbDatabases: maybe(z.array(localAnswer)),
});

/** What the API tells of an Active-Active database. */
export interface ObservedActiveActiveDatabase extends ObservedSettings {
  /** The answer itself. */
  readonly answer: z.infer<typeof singleAnswer>;
  /** The database in each region. */
  readonly locals: readonly LocalAnswer[];
  /** Of the server, in PEM form; read only where the program has TLS. */
  readonly certificate?: string;
}

/** Passwords that the API does not tell may be masked. */
const MASK = /^\*+$/;

/** Reads a database, and what else its arguments ask for; undefined when it is gone. */
export async function observeActiveActiveDatabase(
  path: string,
  { tags, enableTls }: Partial<ActiveActiveDatabaseInputs>,
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<ObservedActiveActiveDatabase | undefined> {
  const answer = await session.find(path, singleAnswer);
  if (answer === undefined) return undefined;
  const { crdbDatabases: locals = [], globalPassword } = answer;
  const [first] = locals;
  const isTlsEnabled = enableTls ?? (scope === "all" && first?.security?.enableTls);
  const besides = await readSubresources(path, session, {
    tags: scope !== "declared" || tags !== undefined,
    certificate: isTlsEnabled === true,
  });
  const database = { ...answer, datasetSizeInGb: first?.datasetSizeInGb };
  return {
    answer: { ...answer, globalPassword: MASK.test(globalPassword ?? "") ? undefined : globalPassword },
    database: database as unknown as ObservedDatabase["database"],
    locals,
    security: first?.security ?? {},
    port: portOf(first?.publicEndpoint ?? first?.privateEndpoint),
    ...besides,
  };
}

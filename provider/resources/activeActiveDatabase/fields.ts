import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { asSet, asSetOfTexts } from "../canonical";
import { canonicalSourceIps, observedSourceIps, withoutMinorUpgrade } from "../database/inAnswers";
import { alerts, remoteBackup } from "../database/schemas";
import { settingsFields } from "../database/settingsFields";
import {
  cidr,
  DATA_PERSISTENCE,
  databaseName,
  localThroughput,
  oneOf,
  password,
  redisVersion,
  resourceId,
  sizeInGb,
  text,
} from "../schemas";
import type { DatabaseAlert, DataPersistence } from "../sharedTypes";
import type { ObservedActiveActiveDatabase } from "./observed";
import {
  canonicalRegions,
  canonicalThroughput,
  observedRegions,
  observedThroughput,
  readableRegions,
} from "./regional";
import type { ActiveActiveDatabaseInputs } from "./types";

const flag = z.boolean().optional();

const regionalSettings = z.strictObject({
  region: text,
  dataPersistence: oneOf(DATA_PERSISTENCE).optional(),
  sourceIp: z.array(cidr).min(1, "must name an address at least").optional(),
  alerts: alerts.optional(),
  enableDefaultUser: flag,
  remoteBackup: remoteBackup.optional(),
});

/** The arguments of an Active-Active database. */
export const fields: Declaration<ActiveActiveDatabaseInputs, ObservedActiveActiveDatabase>["fields"] = {
  ...settingsFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  name: { schema: databaseName.optional(), change: "update", observed: ({ answer }) => answer.name },
  datasetSizeInGb: {
    schema: sizeInGb,
    change: "update",
    observed: ({ database }) => database.datasetSizeInGb,
  },
  redisVersion: {
    schema: redisVersion.optional(),
    change: "replace",
    observed: ({ answer }, declared) => withoutMinorUpgrade(answer.redisVersion, declared),
  },
  respVersion: {
    schema: oneOf(["resp2", "resp3"]).optional(),
    change: "replace",
    observed: ({ answer }) => answer.respVersion as ActiveActiveDatabaseInputs["respVersion"],
  },
  localThroughputMeasurement: {
    schema: z.array(localThroughput).optional(),
    change: "update",
    default: [],
    ofParts: true,
    canonical: canonicalThroughput,
    observed: observedThroughput,
  },
  globalDataPersistence: {
    schema: oneOf(DATA_PERSISTENCE).optional(),
    change: "update",
    default: "none",
    observed: ({ answer }) => answer.globalDataPersistence as DataPersistence | undefined,
  },
  globalPassword: {
    schema: password.optional(),
    change: "update",
    secret: true,
    observed: ({ answer }) => answer.globalPassword,
  },
  globalEnableDefaultUser: {
    schema: flag,
    change: "update",
    default: true,
    afterCreate: true,
    observed: ({ answer }) => answer.globalEnableDefaultUser,
  },
  globalSourceIp: {
    schema: z.array(cidr).optional(),
    change: "update",
    default: [],
    canonical: canonicalSourceIps,
    observed: ({ answer }, declared) =>
      observedSourceIps({ security: { sourceIps: answer.globalSourceIp } }, declared),
  },
  globalAlerts: {
    schema: alerts.optional(),
    change: "update",
    default: [],
    canonical: asSet(({ name }) => name),
    observed: ({ answer }) => answer.globalAlerts as DatabaseAlert[] | undefined,
  },
  regions: {
    schema: z.array(regionalSettings).optional(),
    change: "update",
    default: [],
    canonical: canonicalRegions,
    afterCreate: true,
    ofParts: true,
    observed: observedRegions,
    readable: readableRegions,
  },
  regionPasswords: {
    schema: z.record(text, password).optional(),
    change: "update",
    default: {},
    canonical: (passwords) => asSetOfTexts(Object.entries(passwords).map((entry) => JSON.stringify(entry))),
    afterCreate: true,
    ofParts: true,
    secret: true,
  },
};

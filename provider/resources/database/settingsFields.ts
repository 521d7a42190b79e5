import { z } from "zod";
import type { Field } from "../../operations/field";
import { asSet, tagSet } from "../canonical";
import { commonFields } from "../common";
import { certificate, modules, oneOf, port } from "../schemas";
import type { DatabaseSettings } from "../sharedTypes";
import { observedClientCertificates, observedModules } from "./inAnswers";
import type { ObservedDatabase } from "./observed";
import { EVICTION_POLICIES, tag } from "./schemas";

const flag = z.boolean().optional();

/** What the arguments of every database are read from. */
export type ObservedSettings = Pick<ObservedDatabase, "database" | "security" | "port" | "tags">;

/** The arguments of every database, whatever the deployment type of its subscription. */
export const settingsFields: {
  readonly [K in keyof Required<DatabaseSettings>]: Field<DatabaseSettings[K], ObservedSettings>;
} = {
  ...commonFields,
  port: { schema: port.optional(), change: "replace", observed: ({ port }) => port },
  autoMinorVersionUpgrade: {
    schema: flag,
    change: "update",
    default: true,
    observed: ({ database }) => database.autoMinorVersionUpgrade,
  },
  supportOSSClusterApi: {
    schema: flag,
    change: "update",
    default: false,
    observed: ({ database }) => database.supportOSSClusterApi,
  },
  useExternalEndpointForOSSClusterApi: {
    schema: flag,
    change: "update",
    default: false,
    observed: ({ database }) => database.useExternalEndpointForOSSClusterApi,
  },
  dataEvictionPolicy: {
    schema: oneOf(EVICTION_POLICIES).optional(),
    change: "update",
    default: "volatile-lru",
    observed: ({ database }) => database.dataEvictionPolicy,
  },
  modules: {
    schema: modules.optional(),
    change: "replace",
    canonical: asSet(({ name }) => name),
    observed: observedModules,
  },
  tags: {
    schema: z.array(tag).optional(),
    change: "update",
    default: [],
    canonical: tagSet,
    afterCreate: true,
    observed: ({ tags }) => tags,
  },
  clientTlsCertificates: {
    schema: z.array(z.strictObject({ publicCertificatePEMString: certificate })).optional(),
    change: "update",
    default: [],
    canonical: asSet(({ publicCertificatePEMString }) => publicCertificatePEMString),
    observed: observedClientCertificates,
    // Whether there are any, and not which.
    readable: (certificates) => (certificates.length === 0 ? certificates : undefined),
  },
  enableTls: {
    schema: flag,
    change: "update",
    default: false,
    observed: ({ security }) => security.enableTls,
  },
};

import { z } from "zod";
import { withDefault } from "../../copy/fields";
import type { Plan } from "./plans";

const flag = withDefault(z.boolean(), false);
const count = withDefault(z.number(), 0);

/** A plan as `GET /fixed/plans/{planId}` of another account answers it. */
export const planAnswer: z.ZodType<Plan> = z.object({
  id: z.int(),
  name: z.string(),
  size: z.number(),
  datasetSize: count,
  sizeMeasurementUnit: z.enum(["MB", "GB"]),
  provider: z.enum(["AWS", "GCP", "AZURE"]),
  region: z.string(),
  regionId: count,
  price: z.number(),
  priceCurrency: z.literal("USD").catch("USD"),
  pricePeriod: z.literal("Month").catch("Month"),
  maximumDatabases: withDefault(z.number(), 1),
  maximumThroughput: count,
  maximumBandwidthGB: count,
  availability: z.enum(["No replication", "Single-zone", "Multi-zone"]),
  connections: z.union([z.string(), z.number().transform(String)]),
  cidrAllowRules: count,
  supportDataPersistence: flag,
  redisFlex: flag,
  supportInstantAndDailyBackups: flag,
  supportReplication: flag,
  supportClustering: flag,
  supportSsl: flag,
  supportedAlerts: withDefault(z.array(z.string()), []),
  customerSupport: withDefault(z.string(), ""),
});

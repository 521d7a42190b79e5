import { z } from "zod";
import { RECORD_FORMAT } from "../../simulator";
import type { RecordedChange } from "../../timeline/record";

const stateChange = z.object({
  at: z.number(),
  accountId: z.number(),
  /** `task`, or the name of a kind of resource. */
  kind: z.string(),
  id: z.union([z.string(), z.number()]),
  name: z.string(),
  from: z.string().optional(),
  to: z.string(),
  taskId: z.string().optional(),
  subscriptionId: z.number().optional(),
  error: z.string().optional(),
}) satisfies z.ZodType<RecordedChange>;

/** The part of a simulator's exported record that a timeline needs. */
export const simulatorRecord = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(1),
  timeScale: z.number(),
  start: z.object({ real: z.number(), simulated: z.number() }),
  /** Several, if time was paused or passed at several speeds. */
  periods: z.array(z.object({ real: z.number(), simulated: z.number(), timeScale: z.number() })).optional(),
  changes: z.array(stateChange),
});
export type SimulatorRecordJson = z.infer<typeof simulatorRecord>;

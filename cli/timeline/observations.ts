import { z } from "zod";
import type { Mark, Operation } from "../../timeline/operation";

/**
 * A provider's observation: a line that it appends to the file in `REDIS_CLOUD_RECORD`. Unknown fields are ignored.
 */
export const observation = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Unique per operation, e.g. `4711-3`. */
  operation: z.string(),
  action: z.enum(["create", "update", "delete"]),
  /** Name of a kind of resource. */
  kind: z.string(),
  /** The resource's logical name. */
  name: z.string(),
  subscriptionId: z.number().optional(),
  id: z.union([z.number(), z.string()]).optional(),
  /** See {@link MarkPhase}. `waiting` may occur several times; without a `detail` it waits for a slot. */
  phase: z.enum(["waiting", "submitted", "processing", "processed", "ready", "failed"]),
  taskId: z.string().optional(),
  detail: z.string().optional(),
  /** Account name, if it has one. */
  account: z.string().optional(),
});
export type Observation = z.infer<typeof observation>;

/** Content of a file of observations. */
export interface Observations {
  readonly operations: readonly Operation[];
  /** Number of unreadable lines, except the last: a killed provider may leave half a line. */
  readonly unreadable: number;
}

/** Parses the lines that providers have appended to a file. */
export function readObservations(text: string): Observations {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const read = lines.map(readLine);
  const observations = read.filter((line) => line !== undefined);
  const lastIsCut = read.length > 0 && read.at(-1) === undefined;
  return {
    operations: operationsOf(observations),
    unreadable: read.length - observations.length - (lastIsCut ? 1 : 0),
  };
}

function readLine(line: string): Observation | undefined {
  try {
    return observation.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function operationsOf(observations: readonly Observation[]): Operation[] {
  const byOperation = new Map<string, Observation[]>();
  for (const one of observations) {
    byOperation.set(one.operation, [...(byOperation.get(one.operation) ?? []), one]);
  }
  return [...byOperation].map(([key, lines]) => {
    const [first] = lines as [Observation, ...Observation[]];
    const { action, kind, name, account = "" } = first;
    return {
      key,
      account,
      action,
      kind,
      name,
      id: lines.findLast(({ id }) => id !== undefined)?.id,
      subscriptionId: lines.findLast(({ subscriptionId }) => subscriptionId !== undefined)?.subscriptionId,
      marks: lines.map(markOf).sort((one, other) => one.at - other.at),
      arrivalKnown: true,
    };
  });
}

const markOf = ({ at, phase, taskId, detail }: Observation): Mark => ({ at, phase, taskId, detail });

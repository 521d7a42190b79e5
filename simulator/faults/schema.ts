import { z } from "zod";
import type { Kinds } from "../kinds";
import { nameMatches } from "./pattern";
import type { FaultRule } from "./rule";

const count = z.int().nonnegative().optional();
const seconds = z.number().nonnegative();
const when = z.enum(["before", "after"]);

const frequency = {
  after: count,
  times: count,
  probability: z.number().min(0).max(1).optional(),
  accountId: z.int().optional(),
};
const ofRequests = {
  ...frequency,
  method: z.string().optional(),
  path: z.string().startsWith("/", "must start with '/', and name no '/v1'").optional(),
};

/** Rules about tasks and resources refer to kinds and commands by name. */
function ofTasks({ commandTypes }: Kinds) {
  return {
    ...frequency,
    // A rule with a typo would never strike, which would go unnoticed.
    commandType: z
      .string()
      .refine(
        (pattern) => commandTypes.some((commandType) => nameMatches(pattern, commandType)),
        `fits none of ${commandTypes.join(", ")}`,
      )
      .optional(),
    name: z.string().optional(),
  };
}

function faultRule(kinds: Kinds) {
  const resourceKind = z.enum(kinds.names).optional();
  const tasks = ofTasks(kinds);
  return z.discriminatedUnion("fault", [
    z.strictObject({
      fault: z.literal("refused-request"),
      status: z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503)]),
      html: z.boolean().optional(),
      retryAfter: seconds.optional(),
      remaining: count,
      ...ofRequests,
    }),
    z.strictObject({ fault: z.literal("slow-answer"), seconds, when: when.optional(), ...ofRequests }),
    z.strictObject({ fault: z.literal("reset-connection"), when, ...ofRequests }),
    z.strictObject({
      fault: z.literal("hidden-id"),
      kind: z.enum(["task", ...kinds.names]).optional(),
      seconds,
      ...tasks,
    }),
    z.strictObject({
      fault: z.literal("processing-error"),
      error: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be an error code, such as SUBSCRIPTION_NOT_ACTIVE"),
      description: z.string().optional(),
      ...tasks,
    }),
    z.strictObject({ fault: z.literal("provisioning-error"), kind: resourceKind, ...tasks }),
    z.strictObject({
      fault: z.literal("provisioning-stall"),
      kind: resourceKind,
      seconds: seconds.optional(),
      ...tasks,
    }),
    z.strictObject({
      fault: z.literal("pending-subscription"),
      taskState: z.enum(["received", "processing-in-progress", "processing-completed"]),
      seconds,
      ...tasks,
    }),
  ]) satisfies z.ZodType<FaultRule>;
}

/**
 * Reads rules, such as those out of JSON.
 *
 * @throws RangeError that says which rule is invalid, and why
 */
export function faultRulesFrom(value: unknown, kinds: Kinds): FaultRule[] {
  const schema = faultRule(kinds);
  const { success, data, error } = z.array(schema).safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const place = ["faults", ...(issue?.path ?? [])].map(String).join(".");
  const isUnknown = issue?.code === "invalid_union";
  const faults = schema.options.map((option) => option.shape.fault.value);
  throw new RangeError(`${place}: ${isUnknown ? `there are ${faults.join(", ")}` : issue?.message}`);
}

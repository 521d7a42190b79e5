import { z } from "zod";
import type { Command } from "../tasks/command";
import { nameFits } from "./pattern";
import type { FaultRule } from "./rule";

/** All there are, in a form that the compiler holds against {@link Command}. */
const COMMAND_TYPES: Record<Command["commandType"], true> = {
  subscriptionCreateRequest: true,
  subscriptionUpdateRequest: true,
  subscriptionDeleteRequest: true,
  subscriptionResourceTagsUpdateRequest: true,
  subscriptionMaintenanceWindowsUpdateRequest: true,
  cidrGetRequest: true,
  cidrUpdateRequest: true,
  databaseCreateRequest: true,
  databaseUpdateRequest: true,
  databaseDeleteRequest: true,
  databaseUpgradeRequest: true,
  databaseBackupRequest: true,
  databaseBackupStatusRequest: true,
  databaseImportRequest: true,
  databaseImportStatusRequest: true,
  cloudAccountCreateRequest: true,
  cloudAccountUpdateRequest: true,
  cloudAccountDeleteRequest: true,
};

const count = z.int().nonnegative().optional();
const seconds = z.number().nonnegative();
const when = z.enum(["before", "after"]);
const resourceKind = z.enum(["subscription", "database", "cloudAccount"]);

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
const ofTasks = {
  ...frequency,
  // A rule with a slip of the pen would never strike, and nobody would notice.
  commandType: z
    .string()
    .refine(
      (pattern) => Object.keys(COMMAND_TYPES).some((commandType) => nameFits(pattern, commandType)),
      `fits none of ${Object.keys(COMMAND_TYPES).join(", ")}`,
    )
    .optional(),
  name: z.string().optional(),
};

const faultRule = z.discriminatedUnion("fault", [
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
    kind: z.enum(["task", ...resourceKind.options]).optional(),
    seconds,
    ...ofTasks,
  }),
  z.strictObject({
    fault: z.literal("processing-error"),
    error: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be an error code, such as SUBSCRIPTION_NOT_ACTIVE"),
    description: z.string().optional(),
    ...ofTasks,
  }),
  z.strictObject({ fault: z.literal("provisioning-error"), kind: resourceKind.optional(), ...ofTasks }),
  z.strictObject({
    fault: z.literal("provisioning-stall"),
    kind: resourceKind.optional(),
    seconds: seconds.optional(),
    ...ofTasks,
  }),
  z.strictObject({
    fault: z.literal("pending-subscription"),
    taskState: z.enum(["received", "processing-in-progress", "processing-completed"]),
    seconds,
    ...ofTasks,
  }),
]) satisfies z.ZodType<FaultRule>;

/**
 * Reads rules, such as those out of JSON.
 *
 * @throws RangeError that says which one is wrong, and how
 */
export function faultRulesFrom(value: unknown): FaultRule[] {
  const { success, data, error } = z.array(faultRule).safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const place = ["faults", ...(issue?.path ?? [])].map(String).join(".");
  const isUnknown = issue?.code === "invalid_union";
  const faults = faultRule.options.map((option) => option.shape.fault.value);
  throw new RangeError(`${place}: ${isUnknown ? `there are ${faults.join(", ")}` : issue?.message}`);
}

import { z } from "zod";
import type { ResourceId } from "../../api/lists";

const resourceId = z.union([z.number(), z.string()]);

/** The subject of an intent: one resource of a program, in one account. */
export const subjectShape = z.object({
  urn: z.string(),
  /** Base URL of the API. */
  baseUrl: z.string(),
  /** The API's ID of the account; absent where the API does not return one. */
  accountId: z.number().optional(),
  /** Name of the kind of resource. */
  kind: z.string(),
  /** IDs of the resource's parents, by argument. */
  place: z.record(z.string(), resourceId).default({}),
  /** The resource's name at the API. */
  name: z.string().optional(),
});
export type Subject = z.infer<typeof subjectShape>;

/**
 * A change that was, or is about to be, submitted, and that the engine is not yet known to have recorded. Each has a
 * small file. Of the arguments' values it holds only the resource's name and the IDs of its parents, so no secret.
 */
export const intentShape = subjectShape.extend({
  version: z.literal(1),
  action: z.enum(["create", "update", "delete"]),
  /** A state that contains this token contains the intent's outcome. */
  token: z.string(),
  /** When the request was about to be sent, in ISO 8601. */
  submittedAt: z.iso.datetime(),
  /** Whether the API is known to have accepted the latest request. */
  isAccepted: z.boolean().optional(),
  /** ID of the latest task; absent until the API has accepted a request that created one. */
  taskId: z.string().optional(),
  /** IDs of tasks that existed before the request was sent, and so cannot be its own. */
  earlierTasks: z.array(z.string()).optional(),
  /** The resource ID; for a creation, absent until its task is processed. */
  id: resourceId.optional(),
  /** Names of the arguments that the change sets. */
  fields: z.array(z.string()).optional(),
  /** The process that makes the change. */
  pid: z.number(),
  host: z.string(),
});
export type Intent = z.infer<typeof intentShape>;

/**
 * An intent as stored in its file. In earlier versions of this package only subscriptions were parents, and
 * `subscriptionId` was written beside the kind.
 */
export const writtenIntent = z.preprocess((value) => {
  if (typeof value !== "object" || value === null || !("subscriptionId" in value)) return value;
  const { subscriptionId, ...intent } = value;
  return { place: { subscriptionId }, ...intent };
}, intentShape);

/** Key of an intent: a resource has one intent for its creation, one for its updates, one for its deletion. */
export interface IntentKey extends Pick<Subject, "urn" | "baseUrl" | "accountId"> {
  readonly action: Intent["action"];
  /** The resource ID, for an update or deletion. */
  readonly id?: ResourceId;
}

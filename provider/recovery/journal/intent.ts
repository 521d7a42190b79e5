import { z } from "zod";
import type { ResourceId } from "../../api/lists";

const resourceId = z.union([z.number(), z.string()]);

/** What an intent is about: one resource of a program, in one account. */
export const subjectShape = z.object({
  urn: z.string(),
  /** Base URL of the API. */
  baseUrl: z.string(),
  /** The API's ID of the account; absent where the API does not tell. */
  accountId: z.number().optional(),
  /** Name of the kind of resource. */
  kind: z.string(),
  /** IDs of what the resource is in, by argument. */
  place: z.record(z.string(), resourceId).default({}),
  /** What the API knows the resource by. */
  name: z.string().optional(),
});
export type Subject = z.infer<typeof subjectShape>;

/**
 * A change that was, or is about to be, submitted, and of which the engine has not yet shown to know. One small file
 * each. It holds no value of any argument but the resource's name, so no secret.
 */
export const intentShape = subjectShape.extend({
  version: z.literal(1),
  action: z.enum(["create", "update", "delete"]),
  /** By which a state shows that it knows of this intent's outcome. */
  token: z.string(),
  /** When the request was about to be sent, in ISO 8601. */
  submittedAt: z.iso.datetime(),
  /** Whether the API is known to have accepted the latest request. */
  isAccepted: z.boolean().optional(),
  /** Of the latest task; absent until the API has accepted a request that became one. */
  taskId: z.string().optional(),
  /** The resource ID; of a create, absent until its task is processed. */
  id: resourceId.optional(),
  /** Names of the arguments that it sets. */
  fields: z.array(z.string()).optional(),
  /** The process at work. */
  pid: z.number(),
  host: z.string(),
});
export type Intent = z.infer<typeof intentShape>;

/**
 * An intent as a file holds it. Earlier versions of this package knew only subscriptions to be in, and wrote
 * `subscriptionId` beside the kind.
 */
export const writtenIntent = z.preprocess((value) => {
  if (typeof value !== "object" || value === null || !("subscriptionId" in value)) return value;
  const { subscriptionId, ...intent } = value;
  return { place: { subscriptionId }, ...intent };
}, intentShape);

/** By which an intent is found: there is one for a resource's creation, one for its updates, one for its deletion. */
export interface IntentKey extends Pick<Subject, "urn" | "baseUrl" | "accountId"> {
  readonly action: Intent["action"];
  /** Of an update or deletion. */
  readonly id?: ResourceId;
}

import { z } from "zod";
import { informative, maybe } from "../../api/answers";
import { RedisCloudApiError } from "../../api/error";
import { noList, type Read, type ResourceId } from "../../api/lists";
import { NO_COMMAND } from "../../lifecycle/commands";
import { type Kind, NO_SUBSCRIPTION } from "../../lifecycle/kind";
import { GONE } from "../../lifecycle/states";

/** State of a redirection that is being reverted. */
const REVERTING = "reverting";
const REVERTED = "reverted";
const PENDING: ReadonlySet<string> = new Set(["initiated", "pending", "in-progress"]);

/** State of a redirection whose ID was lost with the answer to its request. */
const UNKNOWN = "unknown";
const LOST_ID = /^lost-(\d+)-(\d+)$/;

/** What stands for the ID of a redirection that was accepted, but whose ID was lost: the API has no list of them. */
export const lostId = (sourceDatabaseId: number, targetDatabaseId: number): string =>
  `lost-${sourceDatabaseId}-${targetDatabaseId}`;

/** Whether its ID was lost. */
export const isLost = (id: unknown): boolean => LOST_ID.test(String(id));

/** API: `EndpointsRedirectionResponse`. */
const redirection = z
  .object({
    status: z.string(),
    sourceDatabaseId: maybe(z.number()),
    targetDatabaseId: maybe(z.number()),
    isRevert: informative(z.boolean()),
    completedAt: informative(z.string()),
    errorMessage: informative(z.string()),
  })
  .transform(({ isRevert = false, errorMessage: reason, ...answer }) => ({
    ...answer,
    isRevert,
    reason,
    status: stateOf(answer.status, isRevert),
  }));

/** A revert goes through the states of a redirection again. */
function stateOf(status: string, isRevert: boolean): string {
  if (status === REVERTED) return GONE;
  return isRevert && PENDING.has(status) ? REVERTING : status;
}

export type Redirection = z.infer<typeof redirection>;

/** Path of a redirection. */
export const redirectionPath = (id: ResourceId | undefined): string =>
  `/endpoint-redirections/${encodeURIComponent(String(id))}`;

/** Reads a redirection; undefined if the API does not know it, or no longer. */
async function readRedirection(get: Read, id: ResourceId): Promise<Redirection | undefined> {
  const [, source, target] = LOST_ID.exec(String(id)) ?? [];
  if (source !== undefined)
    return {
      status: UNKNOWN,
      sourceDatabaseId: Number(source),
      targetDatabaseId: Number(target),
      isRevert: false,
      completedAt: undefined,
      reason: undefined,
    };
  try {
    return await get(redirectionPath(id), redirection);
  } catch (error) {
    if (error instanceof RedisCloudApiError && error.kind === "not-found") return undefined;
    throw error;
  }
}

/** Redirections of dynamic endpoints. API: `/endpoint-redirections`, which has neither a list nor tasks. */
export const endpointRedirectionKind: Kind<Redirection> = {
  name: "endpointRedirection",
  noun: "endpoint redirection",
  parents: [],
  idType: "string",
  isNameUnique: true,
  readOne: ({ get }, id) => readRedirection(get, id),
  openList: noList,
  states: {
    pending: PENDING,
    ready: new Set(["completed", UNKNOWN]),
    resting: new Set(),
    deleting: new Set([REVERTING]),
    failed: new Set(["failed"]),
  },
  commands: { create: NO_COMMAND, update: new Set(), delete: NO_COMMAND },
  passingRefusals: [],
  limits: NO_SUBSCRIPTION,
};

import { z } from "zod";
import { CLOCKS_DIFFER_MS } from "../../lifecycle/creations";
import type { Target } from "../../lifecycle/kind";
import { isGone } from "../../lifecycle/states";
import type { Declaration, Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { oneOf, resourceId } from "../schemas";
import { endpointRedirectionKind, isLost, lostId, type Redirection, redirectionPath } from "./kind";
import { locateDatabases } from "./locate";
import { trafficAnswer, wasRedirected } from "./traffic";
import type { EndpointRedirectionInputs, EndpointRedirectionOutputs } from "./types";

/** Arguments of {@link EndpointRedirection}. */
export type EndpointRedirectionArgs = Args<EndpointRedirectionInputs>;

type Declared = Declaration<EndpointRedirectionInputs, Redirection>;

/** How long a redirection can be reverted after its completion. Source: the vendor's guide to redirecting endpoints. */
const REVERTIBLE_MS = 24 * 3_600_000;

const fields: Declared["fields"] = {
  ...commonFields,
  sourceDatabaseId: {
    schema: resourceId,
    change: "replace",
    reference: (id) => id,
    observed: ({ sourceDatabaseId }) => sourceDatabaseId,
  },
  targetDatabaseId: {
    schema: resourceId,
    change: "replace",
    reference: (id) => id,
    observed: ({ targetDatabaseId }) => targetDatabaseId,
  },
  // The API reports the types of single endpoints only.
  endpointTargetType: { schema: oneOf(["public", "private"]), change: "replace" },
  // What the API reports may also mean that there was nothing to duplicate.
  duplicateACLs: { schema: z.boolean().optional(), change: "none", onCreation: true },
};

/**
 * Redirects the clients of a database to another one, by giving that one its dynamic endpoints: to migrate without
 * changing the clients. Redis stops the traffic to the source, for five minutes at least, until somebody resumes it.
 * In private preview: Redis has to turn it on for the account.
 *
 * Deleting it reverts it, within 24 hours of its completion; later, it only leaves the state. The two databases must have
 * the same port, TLS settings, default user, allow list and connectivity.
 *
 * @example
 * ```ts
 * const migration = new rediscloud.EndpointRedirection("to-pro", {
 *   sourceDatabaseId: old.databaseId,
 *   targetDatabaseId: cache.databaseId,
 *   endpointTargetType: "public",
 * });
 * ```
 */
export class EndpointRedirection extends resource<EndpointRedirectionInputs, EndpointRedirectionOutputs>(
  "EndpointRedirection",
  {
    fields,
    secrets: [],
    fromId: { redirectionId: (id) => id },
    outputs: ["status", "completedAt", "revertibleUntil"],
    attributes: [],
  },
) {}

/** @internal */
export const endpointRedirection: Declared = {
  kind: endpointRedirectionKind,
  typeName: "EndpointRedirection",
  loss: "reverts it, within 24 hours of its completion, and redirects the new source",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "10m", delete: "1h" },
  fields,
  naturalKey: ({ sourceDatabaseId, targetDatabaseId }) => `${sourceDatabaseId} to ${targetDatabaseId}`,
  rules: ({ sourceDatabaseId, targetDatabaseId }) =>
    sourceDatabaseId !== undefined && sourceDatabaseId === targetDatabaseId
      ? [{ property: "targetDatabaseId", reason: "is the source: a redirection is between two databases." }]
      : [],
  verify: verifyProducts,
  warning: ({ sourceDatabaseId, targetDatabaseId }) =>
    sourceDatabaseId === undefined
      ? undefined
      : `redirects the clients of database ${sourceDatabaseId} to database ${targetDatabaseId ?? "(to be created)"}, and ` +
        "stops the traffic to the first one",
  createRequest: (inputs) => ({
    method: "POST",
    path: "/endpoint-redirections",
    body: {
      ...only(inputs, ["sourceDatabaseId", "targetDatabaseId", "endpointTargetType", "duplicateACLs"]),
      // The declaration is what the API wants to be sure of.
      migrationProtection: true,
    },
    idIn: "redirectionId",
  }),
  findLost,
  steps: () => [],
  deleteRequest: ({ id }) => ({
    method: "POST",
    path: `${redirectionPath(id)}/revert`,
    idIn: "redirectionId",
    mayRepeat: true,
  }),
  whyKept: async (target, session) => {
    if (isLost(target.id))
      return "its ID was lost with the answer to its request; to revert it, ask Redis support.";
    const redirection = await session.one(endpointRedirectionKind, target.id ?? "");
    if (redirection === undefined || redirection.isRevert) return undefined;
    if (redirection.status === "failed") return "it failed, so there is nothing to revert.";
    return Date.now() > (revertibleUntil(redirection) ?? Number.POSITIVE_INFINITY)
      ? "it was completed more than 24 hours ago, and the API no longer reverts it."
      : undefined;
  },
  observe: observeRedirection,
  // A revert leaves no task. How long the API answers for a redirection is not documented.
  goesByItself: true,
  mayBeForgotten: true,
  outputs: (redirection) => {
    const until = revertibleUntil(redirection);
    return {
      status: redirection.status,
      completedAt: redirection.completedAt ?? null,
      revertibleUntil: until === undefined ? null : new Date(until).toISOString(),
    };
  },
};

/** Reads a redirection; undefined if it is reverted. One that the API no longer knows is as the stack's state has it. */
async function observeRedirection(
  { id }: Target,
  known: Partial<EndpointRedirectionInputs & EndpointRedirectionOutputs>,
  session: ResourceSession,
): Promise<Redirection | undefined> {
  const { status, sourceDatabaseId, targetDatabaseId, completedAt } = known;
  const redirection = await session.one(endpointRedirectionKind, id ?? "");
  if (redirection === undefined && status !== undefined)
    return { status, sourceDatabaseId, targetDatabaseId, completedAt, isRevert: false, reason: undefined };
  return isGone(redirection?.status) ? undefined : redirection;
}

/** In milliseconds. */
function revertibleUntil({ completedAt = "" }: Redirection): number | undefined {
  const at = Date.parse(completedAt);
  return Number.isNaN(at) ? undefined : at + REVERTIBLE_MS;
}

/** The API has no list of redirections: the traffic of the source tells of one. */
async function findLost(
  { sourceDatabaseId, targetDatabaseId }: EndpointRedirectionInputs,
  session: ResourceSession,
  submittedAt: number,
): Promise<string | undefined> {
  const source = (await locateDatabases([sourceDatabaseId], session, Date.now())).get(sourceDatabaseId);
  if (source === undefined) return undefined;
  const traffic = await session.find(`${source.path}/traffic`, trafficAnswer);
  return wasRedirected(traffic, submittedAt, CLOCKS_DIFFER_MS)
    ? lostId(sourceDatabaseId, targetDatabaseId)
    : undefined;
}

/** The products of new databases are known to the program, and those that exist to the account. */
async function verifyProducts(
  { sourceDatabaseId, targetDatabaseId, adopt }: Partial<EndpointRedirectionInputs>,
  session: ResourceSession,
  before: Partial<EndpointRedirectionInputs>,
): Promise<readonly Problem[]> {
  const given = { sourceDatabaseId, targetDatabaseId };
  const ids = Object.values(given).filter((id) => id !== undefined);
  if (before.sourceDatabaseId !== undefined || adopt !== undefined || ids.length === 0) return [];
  const located = await locateDatabases(ids, session, 0);
  return Object.entries(given).flatMap(([property, id]) => {
    const product = located.get(id ?? 0)?.product;
    if (product === "Active-Active")
      return [{ property, reason: `${id} is an Active-Active database, of which none can be redirected.` }];
    if (product === "Essentials" && property === "targetDatabaseId")
      return [{ property, reason: `${id} is an Essentials database: only Pro databases can be targets.` }];
    return [];
  });
}

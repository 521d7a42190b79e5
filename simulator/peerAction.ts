import { z } from "zod";
import type { Account } from "./account";
import { ApiError } from "./http/errors";

/**
 * What somebody outside of Redis Cloud does about a resource: the owner of the network at the other end of a connection.
 * Returns what that side learns.
 *
 * @throws ApiError for a request that is not valid, and for one that the state of the resource does not allow
 */
export type PeerAction = (account: Account, request: unknown) => object;

/** The actions of the other side on resources of one kind, by their names, such as `accept`. */
export type PeerActions = Readonly<Record<string, PeerAction>>;

/**
 * Returns an action whose request has this schema.
 *
 * @throws ApiError 400, by the action, for another request
 */
export const peerAction =
  <Schema extends z.ZodType>(
    schema: Schema,
    perform: (account: Account, request: z.infer<Schema>) => object,
  ): PeerAction =>
  (account, request) => {
    const { success, data, error } = schema.safeParse(request);
    if (success) return perform(account, data);
    throw new ApiError(400, z.prettifyError(error).replaceAll("\n", " "));
  };

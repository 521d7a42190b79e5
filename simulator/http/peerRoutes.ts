import { Hono } from "hono";
import type { OtherSide } from "../otherSide";
import type { Environment } from "./environment";
import { ApiError } from "./errors";

/**
 * `POST /simulator/peer/{kind}/{action}`: what the other side of a connection does. It is no part of the API; its
 * requests carry the keys of the account that has the connection.
 */
export const peerRoutes = (peer: OtherSide): Hono<Environment> =>
  new Hono<Environment>({ strict: false }).post("/:kind/:action", async (context) => {
    const { kind, action } = context.req.param();
    const request: unknown = await context.req.json().catch(() => {
      throw new ApiError(400, "The body is not valid JSON.");
    });
    return context.json(peer.perform(context.get("account"), kind, action, request));
  });

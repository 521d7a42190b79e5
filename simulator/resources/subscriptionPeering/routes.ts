import { Hono } from "hono";
import { bodyOf, hasField } from "../../http/body";
import { acceptorOf, type Environment, idInPath, type RouteContext } from "../../http/environment";
import { subscriptionInPath } from "../subscription/inPath";
import { subscriptionPeeringCommands } from "./commands";
import {
  activeActiveAwsPeeringCreateRequest,
  activeActiveGcpPeeringCreateRequest,
  awsPeeringCreateRequest,
  gcpPeeringCreateRequest,
  peeringUpdateRequest,
} from "./requests";

const PATH = "/subscriptions/:subscriptionId/peerings";
const ACTIVE_ACTIVE_PATH = "/subscriptions/:subscriptionId/regions/peerings";

const accept = acceptorOf(subscriptionPeeringCommands);

/** `…/peerings` and `…/regions/peerings`: all answers are tasks, that of the list, too. */
export const subscriptionPeeringRoutes = new Hono<Environment>({ strict: false })
  .get(PATH, (context) => accept(context, "peeringListRequest", inPath(context, false)))
  .post(PATH, async (context) => {
    const schema = (await isGcp(context)) ? gcpPeeringCreateRequest : awsPeeringCreateRequest;
    const body = await bodyOf(context, schema);
    return accept(context, "peeringCreateRequest", { ...inPath(context, false), body });
  })
  .put(`${PATH}/:peeringId`, async (context) => {
    const body = await bodyOf(context, peeringUpdateRequest);
    return accept(context, "peeringUpdateRequest", { ...ofOne(context, false), body });
  })
  .delete(`${PATH}/:peeringId`, (context) => accept(context, "peeringDeleteRequest", ofOne(context, false)))
  .get(ACTIVE_ACTIVE_PATH, (context) =>
    accept(context, "activeActivePeeringListRequest", inPath(context, true)),
  )
  .post(ACTIVE_ACTIVE_PATH, async (context) => {
    const schema = (await isGcp(context))
      ? activeActiveGcpPeeringCreateRequest
      : activeActiveAwsPeeringCreateRequest;
    const body = await bodyOf(context, schema);
    return accept(context, "activeActivePeeringCreateRequest", { ...inPath(context, true), body });
  })
  .put(`${ACTIVE_ACTIVE_PATH}/:peeringId`, async (context) => {
    const body = await bodyOf(context, peeringUpdateRequest);
    return accept(context, "activeActivePeeringUpdateRequest", { ...ofOne(context, true), body });
  })
  .delete(`${ACTIVE_ACTIVE_PATH}/:peeringId`, (context) =>
    accept(context, "activeActivePeeringDeleteRequest", ofOne(context, true)),
  );

const isGcp = (context: RouteContext) => hasField(context, "vpcProjectUid");

const inPath = (context: RouteContext, isActiveActive: boolean) => ({
  subscriptionId: subscriptionInPath(context).id,
  isActiveActive,
});

const ofOne = (context: RouteContext, isActiveActive: boolean) => ({
  ...inPath(context, isActiveActive),
  peeringId: idInPath(context, "peeringId"),
});

import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment } from "../../http/environment";
import { CONNECTIVITY_PATHS, commandIn, connectivityPlaceInPath } from "../connectivity";
import { privateLinkCommands } from "./commands";
import {
  disassociateRequest,
  principalCreateRequest,
  principalDeleteRequest,
  privateLinkCreateRequest,
} from "./requests";

const accept = acceptorOf(privateLinkCommands);

/**
 * `…/private-link` of a subscription, and of a region. Reads are tasks, too. The OpenAPI document has 204 for some
 * requests, with a task in the body: clients get 202.
 */
export const privateLinkRoutes = new Hono<Environment>({ strict: false });

for (const place of CONNECTIVITY_PATHS) {
  const path = `${place}/private-link`;
  privateLinkRoutes
    .get(path, (context) => {
      const at = connectivityPlaceInPath(context);
      return accept(context, commandIn(at, "privateLinkGetRequest"), at);
    })
    .post(path, async (context) => {
      const at = connectivityPlaceInPath(context);
      const body = await bodyOf(context, privateLinkCreateRequest);
      return accept(context, commandIn(at, "privateLinkCreateRequest"), { ...at, body });
    })
    .delete(path, (context) => {
      const at = connectivityPlaceInPath(context);
      return accept(context, commandIn(at, "privateLinkDeleteRequest"), at);
    })
    .post(`${path}/principals`, async (context) => {
      const at = connectivityPlaceInPath(context);
      const body = await bodyOf(context, principalCreateRequest);
      return accept(context, commandIn(at, "privateLinkPrincipalsCreateRequest"), { ...at, body });
    })
    .delete(`${path}/principals`, async (context) => {
      const at = connectivityPlaceInPath(context);
      const body = await bodyOf(context, principalDeleteRequest);
      return accept(context, commandIn(at, "privateLinkPrincipalsDeleteRequest"), { ...at, body });
    })
    .post(`${path}/connections/disassociate`, async (context) => {
      const at = connectivityPlaceInPath(context);
      const body = await bodyOf(context, disassociateRequest);
      return accept(context, commandIn(at, "privateLinkConnectionsDisassociateRequest"), { ...at, body });
    })
    .get(`${path}/endpoint-script`, (context) => {
      const at = connectivityPlaceInPath(context);
      // The vendor's clients send this parameter, which the OpenAPI document lacks.
      const includeTerraform = context.req.query("includeTerraformAwsScript") === "true";
      return accept(context, commandIn(at, "privateLinkEndpointScriptGetRequest"), {
        ...at,
        includeTerraform,
      });
    });
}

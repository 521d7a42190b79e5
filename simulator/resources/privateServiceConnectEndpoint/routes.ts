import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, type RouteContext } from "../../http/environment";
import { CONNECTIVITY_PATHS, commandIn } from "../connectivity";
import { privateServiceConnectEndpointCommands } from "./commands";
import { endpointInPath, serviceInPath } from "./find";
import { endpointCreateRequest, endpointUpdateRequest } from "./requests";

const accept = acceptorOf(privateServiceConnectEndpointCommands);

/** `…/private-service-connect/{pscServiceId}` and its endpoints, of a subscription, and of a region. */
export const privateServiceConnectEndpointRoutes = new Hono<Environment>({ strict: false });

for (const place of CONNECTIVITY_PATHS) {
  const service = `${place}/private-service-connect/:pscServiceId`;
  const endpoint = `${service}/endpoints/:endpointId`;
  privateServiceConnectEndpointRoutes
    .get(service, (context) => {
      const path = serviceInPath(context);
      return accept(context, commandIn(path, "pscServiceEndpointsGetRequest"), path);
    })
    .post(service, async (context) => {
      const path = serviceInPath(context);
      const body = await bodyOf(context, endpointCreateRequest);
      return accept(context, commandIn(path, "pscEndpointCreateRequest"), { ...path, body });
    })
    .put(endpoint, async (context) => {
      const path = endpointInPath(context);
      const body = await bodyOf(context, endpointUpdateRequest);
      return accept(context, commandIn(path, "pscEndpointUpdateRequest"), { ...path, body });
    })
    .delete(endpoint, (context) => {
      const path = endpointInPath(context);
      return accept(context, commandIn(path, "pscEndpointDeleteRequest"), path);
    })
    .get(`${endpoint}/creationScripts`, (context) => acceptScript(context, "creation"))
    .get(`${endpoint}/deletionScripts`, (context) => acceptScript(context, "deletion"));
}

/** The vendor's clients ask for what Terraform needs by a parameter that the OpenAPI document lacks. */
function acceptScript(context: RouteContext, script: "creation" | "deletion") {
  const path = endpointInPath(context);
  const includeTerraform = context.req.query("includeTerraformGcpScript") === "true";
  const fields = { ...path, script, includeTerraform };
  return accept(context, commandIn(path, "pscServiceEndpointScriptGetRequest"), fields);
}

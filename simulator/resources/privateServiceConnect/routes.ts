import { Hono } from "hono";
import { acceptorOf, type Environment } from "../../http/environment";
import { CONNECTIVITY_PATHS, commandIn, connectivityPlaceInPath } from "../connectivity";
import { privateServiceConnectCommands } from "./commands";

const accept = acceptorOf(privateServiceConnectCommands);

/** `…/private-service-connect` of a subscription, and of a region. Reads are tasks, too. */
export const privateServiceConnectRoutes = new Hono<Environment>({ strict: false });

for (const place of CONNECTIVITY_PATHS) {
  const path = `${place}/private-service-connect`;
  privateServiceConnectRoutes
    .get(path, (context) => {
      const at = connectivityPlaceInPath(context);
      return accept(context, commandIn(at, "pscServiceGetRequest"), at);
    })
    .post(path, (context) => {
      const at = connectivityPlaceInPath(context);
      return accept(context, commandIn(at, "pscServiceCreateRequest"), at);
    })
    .delete(path, (context) => {
      const at = connectivityPlaceInPath(context);
      return accept(context, commandIn(at, "pscServiceDeleteRequest"), at);
    });
}

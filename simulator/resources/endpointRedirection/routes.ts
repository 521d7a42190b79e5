import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { type Environment, type RouteContext, resourceInPath } from "../../http/environment";
import { ApiError, notFound } from "../../http/errors";
import { databaseInPath } from "../database/inPath";
import { essentialsDatabaseInPath } from "../essentialsDatabase/find";
import { beginRedirection, beginRevert } from "./redirect";
import { createEndpointsRedirectionRequest } from "./requests";
import { ENDPOINT_REDIRECTION, type EndpointRedirection } from "./state";
import { blockingRedirection, trafficAnswer } from "./traffic";

const ONE = "/endpoint-redirections/:redirectionId";
const inPath = (context: RouteContext) =>
  resourceInPath(context, ENDPOINT_REDIRECTION, "redirectionId", "Redirection");

/** `/endpoint-redirections`, which are no tasks and have no list, and the traffic of databases. */
export const endpointRedirectionRoutes = new Hono<Environment>({ strict: false })
  .post("/endpoint-redirections", async (context) => {
    const body = await bodyOf(context, createEndpointsRedirectionRequest);
    return context.json(redirectionAnswer(beginRedirection(context.get("account"), body)));
  })
  .get(ONE, (context) => context.json(redirectionAnswer(inPath(context))))
  .post(`${ONE}/revert`, (context) => {
    const redirection = inPath(context);
    beginRevert(context.get("account"), redirection);
    return context.json(redirectionAnswer(redirection));
  })
  .route("/", trafficRoutesOf("/subscriptions/:subscriptionId/databases/:databaseId", databaseInPath))
  .route(
    "/",
    trafficRoutesOf("/fixed/subscriptions/:subscriptionId/databases/:databaseId", essentialsDatabaseInPath),
  );

function trafficRoutesOf(path: string, find: (context: RouteContext) => { database: { id: number } }) {
  return new Hono<Environment>({ strict: false })
    .get(`${path}/traffic`, (context) => context.json(trafficOf(context, find(context).database.id)))
    .post(`${path}/traffic/resume`, (context) => {
      const account = context.get("account");
      const { id } = find(context).database;
      const { canResume } = trafficOf(context, id);
      if (!canResume) throw new ApiError(400, "Traffic to the database cannot be resumed, or not yet.");
      const redirection = blockingRedirection(account, id);
      if (redirection) redirection.blocked = undefined;
      account.changed = true;
      return context.body(null, 204);
    });
}

function trafficOf(context: RouteContext, databaseId: number) {
  const answer = trafficAnswer(context.get("account"), databaseId);
  if (!answer) throw notFound("The database was not a source of an endpoint redirection.");
  return answer;
}

function redirectionAnswer(redirection: EndpointRedirection) {
  const { id, status, endpointTargetType, startedAt, completedAt, revertedAt } = redirection;
  const { sourceDatabaseId, targetDatabaseId, isRevert, duplicateACLs } = redirection;
  const time = (value: number | undefined) => value && new Date(value).toISOString();
  return {
    redirectionId: id,
    status,
    sourceDatabaseId,
    targetDatabaseId,
    isRevert,
    duplicateACLs,
    startedAt: time(startedAt),
    completedAt: time(completedAt),
    revertedAt: time(revertedAt),
    ...(status === "failed" && { errorMessage: "The endpoints could not be redirected." }),
    endpoints: [
      {
        sourceEndpointName: `redis-${sourceDatabaseId}`,
        targetEndpointName: `redis-${targetDatabaseId}`,
        sourceEndpointType: endpointTargetType,
        targetEndpointType: endpointTargetType,
      },
    ],
  };
}

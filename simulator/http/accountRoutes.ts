import { Hono } from "hono";
import type { Account } from "../account";
import { userAnswer } from "../resources/accountUsers";
import { sessionLogs, systemLogs } from "./accountLogs";
import { type Environment, idInPath, selfLinks } from "./environment";
import { notFound } from "./errors";

/** The account itself: `GET /`, `/payment-methods`, `/users`, `/logs`, `/session-logs`. */
export const accountRoutes = new Hono<Environment>({ strict: false })
  .get("/", (context) =>
    context.json({ account: accountAnswer(context.get("account")), links: selfLinks(context) }),
  )
  .get("/payment-methods", (context) =>
    context.json({
      accountId: context.get("account").accountId,
      paymentMethods: context
        .get("account")
        .options.paymentMethods.map((method) => ({ ...method, links: [] })),
      links: selfLinks(context),
    }),
  )
  .get("/users", (context) => {
    const { accountId, options } = context.get("account");
    return context.json({ account: accountId, users: options.users.map(userAnswer) });
  })
  .get("/users/:userId", (context) => {
    const { users } = context.get("account").options;
    const user = users.find(({ id }) => id === idInPath(context, "userId"));
    if (!user) throw notFound("User was not found.");
    return context.json({ ...userAnswer(user), links: selfLinks(context) });
  })
  .get("/logs", (context) => context.json({ ...systemLogs(context), links: selfLinks(context) }))
  .get("/session-logs", (context) => context.json({ ...sessionLogs(context), links: selfLinks(context) }));

function accountAnswer({ accountId, options, created }: Account) {
  const timestamp = new Date(created).toISOString();
  return {
    id: accountId,
    name: options.name,
    createdTimestamp: timestamp,
    updatedTimestamp: timestamp,
    pocStatus: "inactive",
    marketplaceStatus: options.billing === "contract" ? "inactive" : "active",
    key: {
      name: "simulator",
      accountId,
      accountName: options.name,
      allowedSourceIps: ["0.0.0.0/0"],
      createdTimestamp: timestamp,
      owner: { name: options.users[0]?.name, email: options.users[0]?.email },
      userAccountId: options.users[0]?.id,
      httpSourceIp: "127.0.0.1",
    },
  };
}

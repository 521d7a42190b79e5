import { Hono } from "hono";
import type { Account } from "../account";
import { type Environment, selfLinks } from "./environment";

/** `GET /` and `GET /payment-methods`: the account itself. */
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
  );

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
      owner: { name: "Simulated owner", email: "owner@example.com" },
      userAccountId: 1,
      httpSourceIp: "127.0.0.1",
    },
  };
}

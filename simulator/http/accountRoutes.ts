import { Hono } from "hono";
import type { Account } from "../account";
import { DATA_PERSISTENCE, MODULES, QUERY_PERFORMANCE_FACTORS, REGIONS } from "../catalog";
import { type Environment, selfLinks } from "./environment";
import { ApiError } from "./errors";

/** The account itself, and what it can choose from. */
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
  .get("/regions", (context) => {
    const provider = context.req.query("provider");
    if (provider !== undefined && provider !== "AWS" && provider !== "GCP") {
      throw new ApiError(400, "Query parameter 'provider' must be 'AWS' or 'GCP'.");
    }
    const regions = REGIONS.filter((region) => provider === undefined || region.provider === provider);
    return context.json({ regions, links: selfLinks(context) });
  })
  .get("/database-modules", (context) => context.json({ modules: MODULES, links: selfLinks(context) }))
  .get("/data-persistence", (context) =>
    context.json({ dataPersistence: DATA_PERSISTENCE, links: selfLinks(context) }),
  )
  .get("/query-performance-factors", (context) =>
    context.json({ queryPerformanceFactors: QUERY_PERFORMANCE_FACTORS, links: selfLinks(context) }),
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

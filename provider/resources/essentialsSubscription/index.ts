import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import type { ChangeByValue } from "../../operations/field";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { oneOf, resourceId } from "../schemas";
import { removeDatabasesBefore } from "./cleanup";
import { noteUrn } from "./declared";
import { essentialsSubscriptionKind, type ListedEssentialsSubscription } from "./kind";
import type { EssentialsSubscriptionOutputs } from "./outputTypes";
import { isFree, isKnownAsFree, priceOfPlan, readPlan, replacingDifference } from "./plans";
import type { EssentialsSubscriptionInputs } from "./types";
import { verifyEssentialsSubscription } from "./verify";

/** If the plans cannot be read, the API decides itself. */
const changeOfPlan: ChangeByValue<number> = Object.assign(
  (before: number, after: number) =>
    replacingDifference(before, after) === undefined ? ("update" as const) : ("replace" as const),
  {
    usually: "update" as const,
    prepare: (before: number, after: number, session: ResourceSession) =>
      Promise.all([before, after].map((planId) => readPlan(planId, session))),
    reason: replacingDifference,
  },
);

const name = z.string().refine((value) => value.trim() !== "", "must not be blank");

const fields: Declaration<EssentialsSubscriptionInputs, ListedEssentialsSubscription>["fields"] = {
  ...commonFields,
  name: { schema: name.optional(), change: "update", observed: ({ name }) => name },
  planId: { schema: resourceId, change: changeOfPlan, observed: ({ planId }) => planId },
  paymentMethod: {
    schema: oneOf(["credit-card", "marketplace"]).optional(),
    change: "update",
    // No default: free plans have no payment method, and no request can ask for an invoice.
    observed: ({ paymentMethodType: held, ...plan }) =>
      !isFree(plan) && (held === "credit-card" || held === "marketplace") ? held : undefined,
  },
  paymentMethodId: {
    schema: resourceId.optional(),
    change: "update",
    observed: ({ paymentMethodId, ...plan }) => (isFree(plan) ? undefined : paymentMethodId),
  },
  forceDestroy: { schema: z.boolean().optional(), change: "none" },
};

const OF_PLAN = [
  "planName",
  "planType",
  "size",
  "sizeMeasurementUnit",
  "provider",
  "region",
  "price",
  "priceCurrency",
  "pricePeriod",
  "maximumDatabases",
  "availability",
  "connections",
  "cidrAllowRules",
  "supportDataPersistence",
  "supportInstantAndDailyBackups",
  "supportReplication",
  "supportClustering",
  "customerSupport",
  "creationDate",
  "paymentMethodType",
] as const;

/** Arguments of {@link EssentialsSubscription}. */
export type EssentialsSubscriptionArgs = Args<EssentialsSubscriptionInputs>;

/**
 * An Essentials subscription: a plan with a fixed size and price, which its databases share.
 *
 * @example
 * ```ts
 * const plan = rediscloud.getEssentialsPlan({ name: "30MB", provider: "AWS", region: "us-east-1" });
 * const subscription = new rediscloud.EssentialsSubscription("main", { planId: plan.then(({ id }) => id) });
 * ```
 */
export class EssentialsSubscription extends resource<
  EssentialsSubscriptionInputs,
  EssentialsSubscriptionOutputs
>("EssentialsSubscription", {
  fields,
  secrets: [],
  fromId: { subscriptionId: Number },
  outputs: ["name", "status"],
  attributes: OF_PLAN,
}) {}

/** @internal */
export const essentialsSubscription: Declaration<EssentialsSubscriptionInputs, ListedEssentialsSubscription> =
  {
    kind: essentialsSubscriptionKind,
    typeName: "EssentialsSubscription",
    loss: "deletes it with all databases in it, and their data",
    name: { maxLength: 64 },
    timeouts: { create: "30m", update: "30m", delete: "30m" },
    fields,
    verify: verifyEssentialsSubscription,
    createRequest: (inputs) => ({
      method: "POST",
      path: "/fixed/subscriptions",
      body: only(inputs, ["name", "planId", "paymentMethod", "paymentMethodId"]),
    }),
    steps: ({ id }, changed, inputs) => {
      const { name, ...others } = only(changed, ["name", "planId", "paymentMethod", "paymentMethodId"]);
      const isChanged = Object.keys(others).length > 0;
      // A paid plan is accepted with its payment method only, and a free one only without.
      const payment = only(inputs, ["paymentMethod", "paymentMethodId"]);
      const body = {
        ...only(changed, ["name", "planId"]),
        ...(isChanged && !isKnownAsFree(inputs.planId) && payment),
      };
      const path = `/fixed/subscriptions/${id}`;
      const fields = [...(name === undefined ? [] : ["name"]), ...Object.keys(others)];
      return fields.length === 0 ? [] : [{ request: { method: "PUT", path, body }, fields }];
    },
    deleteRequest: ({ id }) => ({ method: "DELETE", path: `/fixed/subscriptions/${id}` }),
    // The list tells all of it: one read serves all subscriptions.
    observe: async ({ id }, _inputs, session) =>
      (await session.list(essentialsSubscriptionKind)).get(id ?? 0),
    outputs: ({ id, status }) => ({ subscriptionId: id, status }),
    beforeDelete: removeDatabasesBefore,
    fixedPrice: priceOfPlan,
    attributes: (answer) => Object.fromEntries(OF_PLAN.map((name) => [name, answer[name]])),
    noteDeclared: ({ id }, inputs) => {
      if (id !== undefined) noteUrn(Number(id), (inputs as unknown as Record<string, unknown>).__urn);
    },
  };

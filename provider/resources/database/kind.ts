import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { type ListedResource, pagedList } from "../../api/lists";
import type { Kind } from "../../lifecycle/kind";
import { subscriptionKind } from "../subscription/kind";
import { DATABASE_ADVICE } from "./advice";

/** A database in a list; those of Essentials subscriptions are alike. */
export const listedDatabase = z.object({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  protocol: informative(z.string()),
  region: informative(z.string()),
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  redisVersion: informative(z.string()),
  datasetSizeInGb: informative(z.number()),
});
export type ListedDatabase = z.infer<typeof listedDatabase>;

/**
 * Returns the `openList` for the databases of a subscription: `subscription` is an array of one in the answers of Pro
 * subscriptions, and an object in those of Essentials. Empty, too, for a subscription that does not exist.
 *
 * @param subscriptions path of the list of subscriptions.
 */
export const databaseListIn = <Item extends ListedResource & { readonly databaseId: number }>(
  subscriptions: string,
  item: z.ZodType<Item>,
) =>
  pagedList<Item, "databaseId">({
    path: ({ subscriptionId }) => `${subscriptions}/${subscriptionId}/databases`,
    item,
    id: "databaseId",
    answer: (list) => {
      const subscription = z
        .object({ numberOfDatabases: maybe(z.number()), databases: maybe(list) })
        .refine(({ numberOfDatabases, databases }) => databases !== undefined || numberOfDatabases === 0, {
          path: ["databases"],
          error: "the list is missing",
        });
      return z
        .object({ subscription: z.union([z.array(subscription), subscription.transform((one) => [one])]) })
        .transform(({ subscription }) => subscription.flatMap(({ databases = [] }) => databases));
    },
  });

/** Databases of Pro subscriptions. API: `/subscriptions/{id}/databases`. */
export const databaseKind: Kind<ListedDatabase> = {
  name: "database",
  noun: "database",
  parents: [{ argument: "subscriptionId", noun: "subscription", kind: subscriptionKind }],
  idType: "number",
  isNameUnique: true,
  openList: databaseListIn("/subscriptions", listedDatabase),
  states: {
    pending: new Set([
      "draft",
      "pending",
      "active-change-pending",
      "active-change-draft",
      "active-upgrade-pending",
      "rcp-draft",
      "rcp-change-pending",
      "rcp-active-change-draft",
      "proxy-policy-change-pending",
      "proxy-policy-change-draft",
      "dynamic-endpoints-creation-pending",
      "bdb-update-pending",
      "import-pending",
      "recovery",
    ]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting", "delete-draft", "delete-pending"]),
    failed: new Set(["error"]),
  },
  commands: {
    create: "databaseCreateRequest",
    update: new Set(["databaseUpdateRequest", "databaseUpgradeRequest"]),
    delete: "databaseDeleteRequest",
  },
  passingRefusals: [
    "DATABASE_SUBSCRIPTION_IN_PENDING_STATUS",
    "DATABASE_NOT_ACTIVE",
    "DATABASE_IS_NOT_ACTIVE",
    "DATABASE_CLUSTER_IS_IN_MAINTENANCE",
  ],
  advice: DATABASE_ADVICE,
  limits: {
    subscription: "parent",
    turnsNonActive: ["create"],
    precedence: { delete: 2, update: 2, create: 4 },
  },
};

import { z } from "zod";
import { type Answers, fieldOf, itemsOf, type Read } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { withDefault } from "../../copy/fields";
import type { Copied, KindCopy } from "../../copy/kindCopy";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { clusterCapacityFor } from "../database/growth";
import { listedDatabases } from "../database/listed";
import { type ListedSubscription, listedSubscriptions } from "./listed";
import { maintenanceWindowsUpdateRequest } from "./requests";
import type { Subscription, SubscriptionRegion } from "./state";

const pathOf = ({ id }: { id: number }): string => `/subscriptions/${id}`;

const cidr = z.object({
  cidr_ips: withDefault(z.array(z.string()), []),
  security_group_ids: withDefault(z.array(z.string()), []),
});

const windows = z.object(maintenanceWindowsUpdateRequest.shape);

export const subscriptionCopy: KindCopy<Subscription> = {
  reads: (answers) => [{ path: "/subscriptions" }, ...listedSubscriptions(answers).flatMap(readsOf)],
  resources: (answers, context) =>
    listedSubscriptions(answers, context).map((one) => subscriptionFrom(one, answers, context)),
  states: {
    pending: { to: "active", duration: "subscriptionUpdate" },
    active: "rests",
    encryption_key_pending: "rests",
    deleting: { to: "gone", duration: "subscriptionDelete" },
    error: "rests",
  },
};

function readsOf(one: ListedSubscription): Read[] {
  const path = pathOf(one);
  const isOwnCloud = one.cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID;
  return [
    { path: `${path}/maintenance-windows` },
    ...(one.isActiveActive ? [{ path: `${path}/regions` }] : []),
    ...(isOwnCloud && !one.isActiveActive
      ? [{ path: `${path}/cidr`, byTask: { kind: "subscription", absent: [] } }]
      : []),
  ];
}

function subscriptionFrom(
  { isActiveActive, regions: places, ...listed }: ListedSubscription,
  answers: Answers,
  context: CopyContext,
): Copied<Subscription> {
  const path = pathOf(listed);
  const what = `subscription ${listed.id}`;
  const ids = new Map(
    itemsOf(answers[`${path}/regions`], "regions").map((one) => [fieldOf(one, "region"), one]),
  );
  const regions = places.map((place): SubscriptionRegion => {
    const { vpcId = "", ...rest } = place;
    return { ...rest, vpcId, regionId: Number(fieldOf(ids.get(place.region), "regionId") ?? 0) };
  });
  const windowsAnswer = answers[`${path}/maintenance-windows`];
  const cidrAnswer = answers[`${path}/cidr`];
  const maintenanceWindows = windowsAnswer
    ? context.parse(windows, windowsAnswer, `maintenance windows of ${what}`)
    : undefined;
  const lists = cidrAnswer ? context.parse(cidr, cidrAnswer, `allow lists of ${what}`) : undefined;
  const databases = listedDatabases(answers, listed.id);
  const memoryInGb = databases.reduce<number>((sum, one) => sum + memoryOf(one), 0);
  const [{ region: _, ...first }] = [places[0] as ListedSubscription["regions"][number]];
  return {
    kind: "subscription",
    ...listed,
    ...first,
    region: places[0]?.region ?? "",
    customerManagedKeys: [],
    cidrIps: lists?.cidr_ips ?? [],
    securityGroupIds: lists?.security_group_ids ?? [],
    maintenanceWindows: maintenanceWindows ?? { mode: "automatic" },
    ...(isActiveActive && { regions }),
    clusterCapacityInGb: clusterCapacityFor(memoryInGb),
    databasesCreated: databases.length,
  };
}

/** Memory of a database; that of an Active-Active one is told by region. */
function memoryOf(database: unknown): number {
  const [local] = itemsOf(database, "crdbDatabases");
  return Number(fieldOf(local ?? database, "memoryLimitInGb") ?? 0);
}

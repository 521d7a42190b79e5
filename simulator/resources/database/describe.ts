import type { Account } from "../../account";
import type { DescribedEndpoint, ResourceDescription } from "../../description";
import { SUBSCRIPTION } from "../subscription/state";
import { endpointsInRegion, endpointsOf } from "./endpoints";
import { inRegion } from "./locals";
import type { Database } from "./state";

/** Size, and the endpoints: those of each region of an Active-Active database. */
export function describeDatabase(account: Account, database: Database): ResourceDescription {
  const { memoryLimitInGb, replication, protocol, dataPersistence, locals } = database;
  const facts = [
    `${Math.round(memoryLimitInGb * 100) / 100} GB`,
    ...(replication ? ["replication"] : []),
    ...(dataPersistence === "none" ? [] : [dataPersistence]),
    ...(protocol === "redis" ? [] : [protocol]),
  ];
  const subscription = account.collection(SUBSCRIPTION).get(database.subscriptionId);
  if (!subscription) return { facts };
  if (!locals) return { facts, endpoints: endpointList(endpointsOf(database, subscription)) };
  const endpoints = Object.entries(locals).flatMap(([region, local]) =>
    endpointList(endpointsInRegion(inRegion(database, local), subscription, region), `${region} `),
  );
  return { facts, endpoints };
}

/** Endpoints of an answer; a private one that equals the public one is left out. */
export function endpointList(
  { publicEndpoint, privateEndpoint }: { publicEndpoint?: string; privateEndpoint?: string },
  prefix = "",
): DescribedEndpoint[] {
  const all = [
    { label: `${prefix}public`, address: publicEndpoint },
    { label: `${prefix}private`, address: publicEndpoint === privateEndpoint ? undefined : privateEndpoint },
  ];
  return all.flatMap(({ label, address }) => (address === undefined ? [] : [{ label, address }]));
}

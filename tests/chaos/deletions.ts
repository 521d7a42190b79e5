import type { SimulatorRecord, StateChange } from "../../simulator";

const SUBSCRIPTION = String.raw`^/v1/subscriptions/(\d+)`;

/** Paths of deletions, in which the last number is the resource's ID. */
const BY_ID = [
  /^\/v1\/(?:(?:fixed\/)?subscriptions(?:\/\d+\/(?:databases|peerings))?|cloud-accounts|acl\/(?:redisRules|roles|users))\/(\d+)$/,
  /^\/v1\/subscriptions\/\d+\/private-service-connect\/\d+\/endpoints\/(\d+)$/,
  /^\/v1\/subscriptions\/\d+\/transitGateways\/(\d+)\/attachment$/,
];
/** A private link has no ID of its own, but that of its place. */
const LINK = new RegExp(`${SUBSCRIPTION}/regions/(\\d+)/private-link$`);
/** There is one service in a subscription, whose path has no ID. */
const SERVICE = new RegExp(`${SUBSCRIPTION}/private-service-connect$`);
const SERVICE_KIND = "privateServiceConnect";

/** When deletions of each resource were accepted, by {@link deletionKey}. */
export function deletionsIn({ requests }: SimulatorRecord): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const { path, at, method, status } of requests) {
    if (method !== "DELETE" || status >= 300) continue;
    const key = keyIn(path);
    if (key !== undefined) times.set(key, [...(times.get(key) ?? []), at]);
  }
  return times;
}

/** What the path of a resource's deletion tells it by. */
export const deletionKey = ({
  kind,
  id,
  subscriptionId,
}: Pick<StateChange, "kind" | "id" | "subscriptionId">): string =>
  kind === SERVICE_KIND ? `${SERVICE_KIND} ${subscriptionId}` : String(id);

function keyIn(path: string): string | undefined {
  for (const pattern of BY_ID) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return id;
  }
  const service = SERVICE.exec(path)?.[1];
  return service === undefined ? LINK.exec(path)?.slice(1).join("/") : `${SERVICE_KIND} ${service}`;
}

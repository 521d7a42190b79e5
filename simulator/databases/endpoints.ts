import type { Database, Subscription } from "../state";

/** The address that real databases listen on. */
export const REAL_HOST = "127.0.0.1";

/**
 * Where a database can be reached, from the time it is active for the first time. A real one is where it says;
 * the other names are of the form that the service uses, and lead nowhere. The public endpoint is missing when
 * the subscription's public endpoint access is off.
 */
export function endpointsOf(database: Database, subscription: Subscription) {
  if (database.activatedOn === undefined) return {};
  const privateEndpoint = database.real
    ? `${REAL_HOST}:${database.port}`
    : endpointName(database, subscription, ".internal");
  const publicEndpoint = database.real ? privateEndpoint : endpointName(database, subscription, "");
  return { ...(subscription.publicEndpointAccess && { publicEndpoint }), privateEndpoint };
}

function endpointName({ port }: Database, { id, region, provider }: Subscription, infix: string): string {
  const network = provider === "AWS" ? "ec2" : "gce";
  return `redis-${port}${infix}.c${id}.${region}-2.${network}.cloud.redislabs.com:${port}`;
}

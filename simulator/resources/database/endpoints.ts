import { REAL_HOST } from "../../redis/server";
import type { Subscription } from "../subscription/state";
import type { Database } from "./state";

/** What of a database its endpoints depend on. */
type WithEndpoints = Pick<Database, "id" | "port" | "real" | "activatedOn" | "endpointName">;

/** What of a subscription the endpoints of its databases depend on. */
interface Place {
  id: number;
  region: string;
  provider: "AWS" | "GCP" | "AZURE";
}

/** The names of a database's endpoints. */
interface Endpoints {
  public: string;
  private: string;
}

/**
 * The addresses of a database, from the time it is active for the first time. A real one listens at its address; other
 * names have the form that the service uses, and do not resolve. Public endpoints are missing when the
 * subscription's public endpoint access is off.
 *
 * The vendor calls `publicEndpoint` and `privateEndpoint` legacy; `dynamicEndpoints` can be redirected to another
 * database, which is why a replica has to name one of `replicaAsSourceEndpoints` as its source.
 */
export function endpointsOf(
  database: WithEndpoints,
  subscription: Place & { publicEndpointAccess: boolean },
) {
  if (database.activatedOn === undefined) return {};
  const { publicEndpointAccess } = subscription;
  const fixed = endpointsAt(database, clusterName(subscription));
  const visible = (endpoints: Endpoints) =>
    publicEndpointAccess ? endpoints : { private: endpoints.private };
  return {
    ...(publicEndpointAccess && { publicEndpoint: fixed.public }),
    privateEndpoint: fixed.private,
    dynamicEndpoints: visible(dynamicEndpoints(database)),
    replicaAsSourceEndpoints: visible(fixed),
  };
}

/** The addresses of an Active-Active database in one region. */
export function endpointsInRegion(there: Database, subscription: Subscription, region: string) {
  if (there.activatedOn === undefined) return {};
  const index = subscription.regions?.findIndex((one) => one.region === region) ?? 0;
  const domain = subscription.provider === "AWS" ? "ec2" : "gce";
  const fixed = endpointsAt(
    there,
    `mc${subscription.id}-${index}.${region}-mz.${domain}.cloud.redislabs.com`,
  );
  const { publicEndpointAccess } = subscription;
  return { ...(publicEndpointAccess && { publicEndpoint: fixed.public }), privateEndpoint: fixed.private };
}

/** The part of a name that all endpoints of a subscription's cluster share. */
export function clusterName({ id, region, provider }: Place): string {
  const clouds = { AWS: "ec2", GCP: "gce", AZURE: "azure" };
  return `c${id}.${region}-2.${clouds[provider]}.cloud.redislabs.com`;
}

function endpointsAt({ port, real }: WithEndpoints, cluster: string): Endpoints {
  if (real) return { public: `${REAL_HOST}:${port}`, private: `${REAL_HOST}:${port}` };
  return {
    public: `redis-${port}.${cluster}:${port}`,
    private: `redis-${port}.internal.${cluster}:${port}`,
  };
}

/**
 * The real service draws three words and a number. Those of a database with a real Redis server are its address, so
 * that clients on this machine are not redirected.
 */
function dynamicEndpoints({ id, endpointName = id, port, real }: WithEndpoints): Endpoints {
  if (real) return { public: `${REAL_HOST}:${port}`, private: `${REAL_HOST}:${port}` };
  return {
    public: `simulated-public-endpoint-${endpointName}.db.redis.io:${port}`,
    private: `simulated-private-endpoint-${endpointName}.db.redis.io:${port}`,
  };
}

import type { Account } from "../../account";
import type { RedisEndpoint } from "../../redis/endpoint";
import type { RedisSettings } from "../../redis/server";
import { permissionsIn } from "../aclUser/permissions";
import { type AnyDatabase, memoryLimitInGb } from "../databases";
import { blockingRedirection } from "../endpointRedirection/traffic";
import { freePort } from "./defaults";
import { inRegion } from "./locals";

const BYTES_PER_GB = 1024 ** 3;

/**
 * The endpoints of databases of an account, from the time each is active for the first time. Those of an Active-Active
 * database are one for each region: the first one's server, and replicas of it.
 */
export function redisEndpointsOf(
  account: Account,
  databases: Iterable<AnyDatabase>,
): readonly RedisEndpoint[] {
  return [...databases].filter(hasServer).flatMap((database) => {
    const isSettled = database.status === "active";
    const drawPort = () => freePort(account);
    if (!("locals" in database) || database.locals === undefined) {
      const settings = () => settingsOf(database, account);
      return [{ address: database, isSettled, settings, drawPort }];
    }
    const locals = Object.entries(database.locals);
    return locals.map(([region, local], index): RedisEndpoint => {
      const settings = () => settingsOf(inRegion(database, local), account, region);
      const { address } = local;
      address.change = database.change;
      const replicaOf = index === 0 ? undefined : locals[0]?.[1].address;
      return { address, isSettled, settings, drawPort, ...(replicaOf && { replicaOf }) };
    });
  });
}

const hasServer = ({ protocol, activatedOn }: AnyDatabase): boolean =>
  protocol !== "memcached" && activatedOn !== undefined;

function settingsOf(database: AnyDatabase, account: Account, region?: string): RedisSettings {
  // Nobody can log in while an endpoint redirection blocks the traffic; connections that are open stay.
  const isBlocked = blockingRedirection(account, database.id) !== undefined;
  return {
    password: database.password ?? "",
    enableDefaultUser: database.enableDefaultUser && !isBlocked,
    maxmemory: Math.round(memoryLimitInGb(account, database) * BYTES_PER_GB),
    // Policies that only later versions of Redis know fall back to their nearest relative.
    maxmemoryPolicy: database.dataEvictionPolicy.replace(/-lrm$/, "-lru"),
    flushes: ("flushes" in database && database.flushes) || 0,
    permissions: isBlocked ? [] : permissionsIn(account, database.id, region),
  };
}

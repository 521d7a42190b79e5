import type { Account } from "../../account";
import type { RedisEndpoint } from "../../redis/endpoint";
import type { RedisSettings } from "../../redis/server";
import { permissionsIn } from "../aclUser/permissions";
import { freePort } from "./defaults";
import { inRegion } from "./locals";
import { DATABASE, type Database } from "./state";

const BYTES_PER_GB = 1024 ** 3;

/**
 * The endpoints of an account's databases, from the time each is active for the first time. Those of an Active-Active
 * database are one for each region: the first one's server, and replicas of it.
 */
export function redisEndpointsOf(account: Account): readonly RedisEndpoint[] {
  return [...account.collection(DATABASE).values()].filter(hasServer).flatMap((database) => {
    const isSettled = database.status === "active";
    const drawPort = () => freePort(account);
    if (database.locals === undefined) {
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

const hasServer = ({ protocol, activatedOn }: Database): boolean =>
  protocol === "redis" && activatedOn !== undefined;

function settingsOf(database: Database, account: Account, region?: string): RedisSettings {
  return {
    password: database.password ?? "",
    enableDefaultUser: database.enableDefaultUser,
    maxmemory: Math.round(database.memoryLimitInGb * BYTES_PER_GB),
    // Policies that only later versions of Redis know fall back to their nearest relative.
    maxmemoryPolicy: database.dataEvictionPolicy.replace(/-lrm$/, "-lru"),
    permissions: permissionsIn(account, database.id, region),
  };
}

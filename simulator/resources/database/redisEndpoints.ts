import type { Account } from "../../account";
import type { RedisEndpoint } from "../../redis/endpoint";
import type { RedisSettings } from "../../redis/server";
import { permissionsIn } from "../aclUser/permissions";
import { type AnyDatabase, memoryLimitInGb } from "../databases";
import { freePort } from "./defaults";

const BYTES_PER_GB = 1024 ** 3;

/** The endpoints of databases of an account, from the time each is active for the first time. */
export function redisEndpointsOf(
  account: Account,
  databases: Iterable<AnyDatabase>,
): readonly RedisEndpoint[] {
  return [...databases].filter(hasServer).map((database) => ({
    address: database,
    isSettled: database.status === "active",
    settings: () => settingsOf(database, account),
    drawPort: () => freePort(account),
  }));
}

const hasServer = ({ protocol, activatedOn }: AnyDatabase): boolean =>
  protocol !== "memcached" && activatedOn !== undefined;

function settingsOf(database: AnyDatabase, account: Account): RedisSettings {
  return {
    password: database.password ?? "",
    enableDefaultUser: database.enableDefaultUser,
    maxmemory: Math.round(memoryLimitInGb(account, database) * BYTES_PER_GB),
    // Policies that only later versions of Redis know fall back to their nearest relative.
    maxmemoryPolicy: database.dataEvictionPolicy.replace(/-lrm$/, "-lru"),
    permissions: permissionsIn(account, database.id),
  };
}

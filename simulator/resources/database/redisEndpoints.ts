import type { Account } from "../../account";
import type { RedisEndpoint } from "../../redis/endpoint";
import type { RedisSettings } from "../../redis/server";
import { permissionsIn } from "../aclUser/permissions";
import { freePort } from "./defaults";
import { DATABASE, type Database } from "./state";

const BYTES_PER_GB = 1024 ** 3;

/** The endpoints of an account's databases, from the time each is active for the first time. */
export function redisEndpointsOf(account: Account): readonly RedisEndpoint[] {
  return [...account.collection(DATABASE).values()].filter(hasServer).map((database) => ({
    address: database,
    isSettled: database.status === "active",
    settings: () => settingsOf(database, account),
    drawPort: () => freePort(account),
  }));
}

const hasServer = ({ protocol, activatedOn }: Database): boolean =>
  protocol === "redis" && activatedOn !== undefined;

function settingsOf(database: Database, account: Account): RedisSettings {
  return {
    password: database.password ?? "",
    enableDefaultUser: database.enableDefaultUser,
    maxmemory: Math.round(database.memoryLimitInGb * BYTES_PER_GB),
    // Policies that only later versions of Redis know fall back to their nearest relative.
    maxmemoryPolicy: database.dataEvictionPolicy.replace(/-lrm$/, "-lru"),
    permissions: permissionsIn(account, database.id),
  };
}

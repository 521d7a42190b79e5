import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Account } from "../account";
import { permissionsIn } from "../resources/aclUser/permissions";
import { freePort } from "../resources/database/defaults";
import { DATABASE, type Database } from "../resources/database/state";
import type { Servers } from "../runtime";
import { RedisServer, type RedisSettings } from "./server";

/** Further databases get names as endpoints, so that a load test does not fill the machine with servers. */
const MAX_REAL_DATABASES = 100;

/** Ports that are tried when the one that was drawn is taken on this machine. */
const MAX_PORTS_TRIED = 50;

const BYTES_PER_GB = 1024 ** 3;

/**
 * The Redis servers behind the active databases.
 *
 * Deviations from the service: one server whatever the number of shards and replicas, of the version that is
 * installed, without modules, without TLS, and with no list of source IPs.
 */
export class RedisServers implements Servers {
  private readonly servers = new Map<Database, RedisServer>();
  /** Databases whose own port is taken on this machine, by the change at which that was found. */
  private readonly refused = new WeakMap<Database, number>();
  private work: Promise<void> = Promise.resolve();

  /** @param available whether there is a `redis-server` to start at all */
  constructor(readonly available: boolean) {}

  /** Starts, changes and stops servers until they match the databases. A server is ready when this returns. */
  reconcile(accounts: Account[]): Promise<void> {
    if (this.available) this.work = this.work.then(() => this.reconcileNow(accounts));
    return this.work;
  }

  async stop(): Promise<void> {
    await this.work;
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
    this.servers.clear();
  }

  private async reconcileNow(accounts: Account[]): Promise<void> {
    const wanted = new Map(
      accounts.flatMap((account) =>
        [...account.collection(DATABASE).values()]
          .filter(isWanted)
          .map((database) => [database, account] as const),
      ),
    );
    const unwanted = [...this.servers.keys()].filter((database) => !wanted.has(database));
    await Promise.all(unwanted.map((database) => this.end(database)));
    await Promise.all(
      [...this.servers].map(([database, server]) => this.apply(database, server, wanted.get(database))),
    );
    const missing = [...wanted].filter(
      ([database]) => !this.servers.has(database) && this.refused.get(database) !== database.change,
    );
    const room = MAX_REAL_DATABASES - this.servers.size;
    await Promise.all(missing.slice(0, room).map(([database, account]) => this.begin(database, account)));
  }

  /** Applies the settings of an update from the time its provisioning is done. */
  private async apply(database: Database, server: RedisServer, account?: Account): Promise<void> {
    try {
      if (!server.running) throw new Error("the Redis server ended by itself");
      if (database.status === "active" && account) await server.apply(settingsOf(database, account));
    } catch {
      // A server that died or does not answer is replaced, as by the real service.
      await this.end(database);
    }
  }

  private async begin(database: Database, account: Account): Promise<void> {
    const ports = database.portChosen ? 1 : MAX_PORTS_TRIED;
    for (let tried = 0; tried < ports; tried++) {
      if (tried > 0) database.port = freePort(account);
      const server = await RedisServer.start(database.port, settingsOf(database, account));
      if (!server) continue;
      this.servers.set(database, server);
      database.real = true;
      account.changed = true;
      return;
    }
    database.real = false;
    this.refused.set(database, database.change);
  }

  private async end(database: Database): Promise<void> {
    const server = this.servers.get(database);
    this.servers.delete(database);
    await server?.stop();
  }
}

/** Whether there is a `redis-server` on the PATH. */
export function redisServerOnPath(): boolean {
  const directories = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return process.platform !== "win32" && directories.some(isExecutableIn);
}

function isExecutableIn(directory: string): boolean {
  try {
    accessSync(join(directory, "redis-server"), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isWanted(database: Database): boolean {
  return database.protocol === "redis" && database.activatedOn !== undefined;
}

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

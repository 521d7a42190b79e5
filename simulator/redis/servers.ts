import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Account } from "../account";
import type { ResourceKind } from "../kind";
import type { Kinds } from "../kinds";
import type { Servers } from "../runtime";
import type { RedisAddress, RedisEndpoint } from "./endpoint";
import { RedisServer, type SlowCommand } from "./server";

/** Maximum number of servers, so that a load test does not fill the machine; further endpoints are only names. */
const MAX_SERVERS = 100;

/** Maximum number of ports to try when the drawn one is taken on this machine. */
const MAX_PORTS_TRIED = 50;

/** The servers that listen at addresses. */
const running = new WeakMap<RedisAddress, RedisServer>();

/** The latest slow commands of the server at an address; none where no server listens. */
export const slowLogAt = async (address: RedisAddress): Promise<SlowCommand[]> =>
  (await running.get(address)?.slowLog()) ?? [];

type EndpointInAccount = RedisEndpoint & { readonly account: Account };

/**
 * The Redis servers behind the endpoints of an account's resources.
 *
 * Deviations from the service: one server whatever the number of shards and replicas, of the version that is
 * installed, without modules, without TLS, and with no list of source IPs. A replica accepts writes and keeps them to itself.
 */
export class RedisServers implements Servers {
  private readonly servers = new Map<RedisAddress, RedisServer>();
  /** Addresses whose own port is taken on this machine, by the change at which that was found. */
  private readonly refused = new WeakMap<RedisAddress, number>();
  private work: Promise<void> = Promise.resolve();

  /** @param available whether there is a `redis-server` to start at all */
  constructor(
    readonly available: boolean,
    private readonly kinds: Kinds<ResourceKind>,
  ) {}

  /** Starts, changes and stops servers until they match the endpoints. A server is ready when this returns. */
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
    const endpoints = accounts.flatMap((account) => this.endpointsOf(account));
    const wanted = new Map(endpoints.map((endpoint) => [endpoint.address, endpoint] as const));
    const unwanted = [...this.servers.keys()].filter((address) => !wanted.has(address));
    await Promise.all(unwanted.map((address) => this.end(address)));
    await Promise.all(
      [...this.servers].map(([address, server]) => this.apply(address, server, wanted.get(address))),
    );
    const missing = endpoints.filter(
      ({ address }) => !this.servers.has(address) && this.refused.get(address) !== address.change,
    );
    const started = missing.slice(0, MAX_SERVERS - this.servers.size);
    // A replica needs its source.
    for (const isReplica of [false, true]) {
      const now = started.filter(({ replicaOf }) => (replicaOf !== undefined) === isReplica);
      await Promise.all(now.map((endpoint) => this.begin(endpoint)));
    }
  }

  private endpointsOf(account: Account): readonly EndpointInAccount[] {
    return this.kinds.all.flatMap((kind) =>
      (kind.redisEndpoints?.(account) ?? []).map((endpoint) => ({ ...endpoint, account })),
    );
  }

  private async apply(address: RedisAddress, server: RedisServer, endpoint?: RedisEndpoint): Promise<void> {
    try {
      if (!server.running) throw new Error("the Redis server ended by itself");
      if (endpoint?.isSettled) await server.apply(endpoint.settings());
    } catch {
      // A server that died or does not answer is replaced, as by the real service.
      await this.end(address);
    }
  }

  private async begin({ address, account, replicaOf, ...endpoint }: EndpointInAccount): Promise<void> {
    const source = replicaOf && this.servers.get(replicaOf);
    const ports = address.portChosen ? 1 : MAX_PORTS_TRIED;
    for (let tried = 0; tried < ports; tried++) {
      // A replica has its source's port, which is taken on this machine.
      if (tried > 0 || source !== undefined) address.port = endpoint.drawPort();
      const server = await RedisServer.start(address.port, endpoint.settings(), source);
      if (!server) continue;
      this.servers.set(address, server);
      running.set(address, server);
      address.real = true;
      account.changed = true;
      return;
    }
    address.real = false;
    this.refused.set(address, address.change);
  }

  private async end(address: RedisAddress): Promise<void> {
    const server = this.servers.get(address);
    this.servers.delete(address);
    running.delete(address);
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

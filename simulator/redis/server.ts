import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CommandRefused, sendCommands, sendForText } from "./client";

/** Where the Redis servers listen. */
export const REAL_HOST = "127.0.0.1";

/** What a user may do on a server. */
export interface Permission {
  name: string;
  /** SHA-256 of the password, in hexadecimal. */
  passwordHash: string;
  /** Words of the rule, as `ACL SETUSER` takes them. */
  words: string[];
}

/** The settings that a Redis server follows. */
export interface RedisSettings {
  password: string;
  enableDefaultUser: boolean;
  maxmemory: number;
  maxmemoryPolicy: string;
  /** How often its data was deleted on request. */
  flushes: number;
  /** The users, apart from the default one. */
  permissions: Permission[];
}

/** A command in the slow log of a server. */
export interface SlowCommand {
  readonly id: number;
  /** Seconds since 1970, of the machine's clock. */
  readonly startedAt: number;
  readonly microseconds: number;
  readonly words: readonly string[];
}

/** Returns nested replies as one text. */
const READ_SLOW_LOG = "return cjson.encode(redis.call('SLOWLOG', 'GET', '128'))";

/** The user as which the simulator itself logs in. An account cannot use a name with a colon. */
const ADMIN = "simulator:admin";

/**
 * Becomes the Redis server, and leaves a watcher behind that reads a pipe from the simulator: when the
 * simulator dies, however suddenly, the pipe closes and the watcher ends the server and cleans up.
 */
const START_SCRIPT =
  'exec 3<&0; (cat <&3 >/dev/null 2>&1; kill $$; rm -rf "$2") >/dev/null 2>&1 & exec redis-server "$1" 3<&-';

/** A Redis server on 127.0.0.1 without persistence. */
export class RedisServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly adminPassword: string,
    private settings: RedisSettings,
  ) {}

  /**
   * Starts a server; undefined when it cannot listen on the port.
   *
   * @param source the server that it copies from. @default none
   */
  static async start(
    port: number,
    settings: RedisSettings,
    source?: RedisServer,
  ): Promise<RedisServer | undefined> {
    const directory = mkdtempSync(join(tmpdir(), "redis-cloud-simulator-"));
    const adminPassword = createHash("sha256").update(directory).update(settings.password).digest("hex");
    const file = join(directory, "redis.conf");
    writeFileSync(file, configuration(port, directory, adminPassword, settings, source?.asSource()), {
      mode: 0o600,
    });
    const child = spawn("/bin/sh", ["-c", START_SCRIPT, "sh", file, directory], {
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
    });
    // A server that has already ended cannot receive the end of its pipe, which is not a failure.
    child.stdin.on("error", () => {});
    const server = new RedisServer(port, child, directory, adminPassword, settings);
    if (await isReady(child)) {
      await server.applyPermissions(settings.permissions, []);
      return server;
    }
    await server.stop();
    return undefined;
  }

  /** Whether the process is still running. */
  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Applies changed settings without a restart, so without losing data. */
  async apply(settings: RedisSettings): Promise<void> {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    const { permissions: before, flushes: flushesBefore } = this.settings;
    this.settings = settings;
    if (settings.flushes !== flushesBefore) await this.sendAsAdmin(["FLUSHALL"]);
    const { enableDefaultUser, password, maxmemory, maxmemoryPolicy, permissions } = settings;
    const state = enableDefaultUser ? "on" : "off";
    await sendCommands(REAL_HOST, this.port, [
      ["AUTH", ADMIN, this.adminPassword],
      ["ACL", "SETUSER", "default", state, "resetpass", `#${hash(password)}`],
      ["CONFIG", "SET", "maxmemory", String(maxmemory)],
      ["CONFIG", "SET", "maxmemory-policy", maxmemoryPolicy],
    ]);
    await this.applyPermissions(permissions, before);
  }

  /** Sets the users' permissions, and removes users without any. */
  private async applyPermissions(permissions: Permission[], before: Permission[]): Promise<void> {
    const names = new Set(permissions.map(({ name }) => name));
    const removed = before.filter(({ name }) => !names.has(name));
    for (const { name } of removed) await this.sendAsAdmin(["ACL", "DELUSER", name]);
    const earlier = new Set(before.map((permission) => JSON.stringify(permission)));
    const changed = permissions.filter((permission) => !earlier.has(JSON.stringify(permission)));
    for (const permission of changed) await this.setUser(permission);
  }

  /** A rule that the installed Redis does not support, such as a later version's command, leaves the user disabled. */
  private async setUser({ name, passwordHash, words }: Permission): Promise<void> {
    try {
      await this.sendAsAdmin(["ACL", "SETUSER", name, "reset"]);
      await this.sendAsAdmin(["ACL", "SETUSER", name, "on", `#${passwordHash}`, ...words]);
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
    }
  }

  /** The latest slow commands, apart from the simulator's own. */
  async slowLog(): Promise<SlowCommand[]> {
    const text = await sendForText(REAL_HOST, this.port, [
      ["AUTH", ADMIN, this.adminPassword],
      ["EVAL", READ_SLOW_LOG, "0"],
    ]);
    // An empty table of Lua is an object.
    const commands = Object.values(JSON.parse(text) as [number, number, number, string[]][]);
    return commands
      .map(([id, startedAt, microseconds, words]) => ({
        id,
        startedAt,
        microseconds,
        words: Object.values(words),
      }))
      .filter(({ words }) => !words.includes(READ_SLOW_LOG) && !/^(auth|acl|config)$/i.test(words[0] ?? ""));
  }

  private sendAsAdmin(command: string[]): Promise<void> {
    return sendCommands(REAL_HOST, this.port, [["AUTH", ADMIN, this.adminPassword], command]);
  }

  /** Lines of the configuration of a server that copies from this one. */
  private asSource(): string[] {
    return [
      `replicaof ${REAL_HOST} ${this.port}`,
      `masteruser ${ADMIN}`,
      `masterauth ${this.adminPassword}`,
      "replica-read-only no",
    ];
  }

  async stop(): Promise<void> {
    if (this.running) {
      const exited = once(this.child, "exit");
      this.child.kill("SIGKILL");
      await exited;
    }
    this.child.stdin?.destroy();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function configuration(
  port: number,
  directory: string,
  adminPassword: string,
  { password, enableDefaultUser, maxmemory, maxmemoryPolicy }: RedisSettings,
  replication: string[] = [],
): string {
  return [
    `bind ${REAL_HOST}`,
    `port ${port}`,
    `dir ${JSON.stringify(directory)}`,
    'save ""',
    "appendonly no",
    `maxmemory ${maxmemory}`,
    `maxmemory-policy ${maxmemoryPolicy}`,
    `user default ${enableDefaultUser ? "on" : "off"} #${hash(password)} ~* &* +@all`,
    `user ${ADMIN} on #${hash(adminPassword)} ~* &* +@all`,
    ...replication,
    "",
  ].join("\n");
}

/** Passwords are passed to Redis as the hashes that it stores. */
function hash(password: string): string {
  return createHash("sha256").update(password).digest("hex");
}

async function isReady(child: ChildProcess): Promise<boolean> {
  if (!child.stdout) return false;
  const lines = createInterface(child.stdout);
  const ready = await new Promise<boolean>((resolve) => {
    lines.on("line", (line) => line.includes("Ready to accept connections") && resolve(true));
    child.once("exit", () => resolve(false));
    child.once("error", () => resolve(false));
  });
  lines.close();
  child.stdout.resume();
  return ready;
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_DURATIONS, type Simulator, type StateChange } from "../../../simulator";
import { type Api, apiOf, PLACE, redisCloud } from "../harness";
import type { Held } from "../stack";
import { seconds, until } from "../virtualTime";
import { holdings } from "./account";
import type { Program, Type } from "./declared";
import { type Deed, Engine } from "./engine";
import type { Gateway } from "./gateway";
import type { History, Run } from "./history";
import { OtherSide } from "./otherSide";
import { type Left, Process } from "./process";
import { TYPES } from "./types";
import { KEY } from "./types/pro";
import { lastPart } from "./types/type";

/** How a run ended, and what it did until then. */
export interface Ended {
  readonly program: Program;
  readonly outcome: "crashed" | "failed" | "changed" | "same" | "endless";
  /** Simulated milliseconds since 1970. */
  readonly at: number;
  readonly deeds: readonly Deed[];
  readonly errors: readonly string[];
  /** Requests that may have changed something. */
  readonly writes: readonly string[];
  readonly left: Left;
}

const ENDLESS_S = 6 * 3600;
const IN_THE_WAY =
  /ACL_ROLE_HAS_ACTIVE_USERS|CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES|CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS|SUBSCRIPTION_IN_USE|still contains undeclared databases/;
/** Seconds between runs of somebody who tries until all is well. */
const AGAIN_S = 20;
/** Seconds until a run begins on another machine. By then nothing that was submitted is hidden any more. */
const ANOTHER_MACHINE_S = 40;
/** Faults and short timeouts make some fail; so many are never needed. */
const MOST_RUNS = 30;

/** A stack on an account, run after run: each in a process of its own. */
export class Player {
  readonly ended: Ended[] = [];
  readonly api: Api;
  /** Of all journals. */
  readonly folder = mkdtempSync(join(tmpdir(), "histories-"));
  private left: Left = { state: new Map(), journal: join(this.folder, "journal") };
  /**
   * Resources whose update or deletion, or creation without a name, nobody saw end: without a journal no later run
   * could know of it.
   */
  private readonly unsure = new Set<string>();
  /** How many changes somebody else asked for. */
  foreign = 0;
  private foreignCreated: Promise<unknown> = Promise.resolve();
  private readonly otherSide: OtherSide;
  private readonly dependencies = new Map<string, readonly string[]>();
  /** The state as the present run, or the last one, has it. */
  private state: ReadonlyMap<string, Held> = new Map();

  private constructor(
    readonly simulator: Simulator,
    private readonly gateway: Gateway,
  ) {
    this.api = apiOf(simulator);
    this.otherSide = new OtherSide(
      simulator,
      (endpointId) => [...this.state.values()].some(({ id }) => lastPart(id) === String(endpointId)),
      async (path) => {
        this.foreign += 1;
        await this.api.send("POST", path).catch(() => undefined);
      },
    );
    void this.otherSide.watch();
  }

  static async start({ foreign, seed, pendingEvery, durations }: History, gateway: Gateway): Promise<Player> {
    const { simulator } = await redisCloud({
      seed,
      pendingEvery,
      durations: { ...DEFAULT_DURATIONS, ...durations },
    });
    const player = new Player(simulator, gateway);
    const created = foreign.map((at) => seconds(at).then(() => player.createForeign()));
    player.foreignCreated = Promise.all(created);
    await player.createForeign();
    return player;
  }

  /** One run, which may crash. */
  async run({ program, crash, losesJournal, pause }: Run): Promise<Ended["outcome"]> {
    const provider = new Process(this.simulator, this.gateway, this.left, crash);
    this.state = provider.stack.held;
    const engine = new Engine(provider, this.otherSide, this.dependencies);
    const outcome = await outcomeOf(provider, engine, program);
    const left = provider.end();
    const at = this.simulator.now();
    const errors = engine.errors.map(({ message }) => message);
    const { deeds } = engine;
    this.ended.push({ program, outcome, at, deeds, errors, writes: provider.line.writes, left });
    this.learn(program, deeds);
    await this.moveOn(left, { isElsewhere: losesJournal && this.unsure.size === 0, pause });
    return outcome;
  }

  /** Runs until one ends well and the next finds nothing to change; false when that does not come. */
  async converge(program: Program, crash?: Run["crash"]): Promise<boolean> {
    for (let runs = 0; runs < MOST_RUNS; runs++) {
      const again = { program, losesJournal: false, pause: AGAIN_S };
      const outcome = await this.run(runs === 0 ? { ...again, crash } : again);
      if (outcome === "same") return true;
      if (outcome === "endless") return false;
      if (outcome === "changed" && runs > 1) await this.handOverKeys();
      if (this.ended.at(-1)?.errors.some((error) => IN_THE_WAY.test(error))) await this.deleteInTheWay();
    }
    return false;
  }

  /**
   * Does in the console what the program no longer does: gives their keys to subscriptions that rest without, and that the
   * API refuses to change until then.
   */
  private async handOverKeys(): Promise<void> {
    const { subscriptions = [] } = await this.api.get("/subscriptions");
    for (const { id, status } of subscriptions as { id: number; status: string }[]) {
      if (status !== "encryption_key_pending") continue;
      const { customerManagedKeyAccessDetails: details } = await this.api.get(`/subscriptions/${id}`);
      const { redisIamRole } = details as { redisIamRole: string };
      await this.simulator.peer.grantKey(redisIamRole, KEY);
      this.foreign += 1;
      const keys = { customerManagedKeys: [{ resourceName: KEY }], deletionGracePeriod: "1-hour" };
      await this.api.send("PUT", `/subscriptions/${id}`, keys);
    }
  }

  /**
   * Does what `reconcile --delete` does: deletes what is in the way of a deletion and that the state does not hold: users
   * and roles of roles and rules, endpoints of services, databases of Essentials subscriptions.
   */
  private async deleteInTheWay(): Promise<void> {
    const known = new Set([...this.left.state.values()].map(({ id }) => id));
    const orphans = (await holdings(this.api, this.simulator)).filter(({ id }) => !known.has(id));
    const paths = orphans.flatMap(({ type, id }) => {
      if (type === "AclUser") return [`/acl/users/${id}`];
      if (type === "AclRole") return [`/acl/roles/${id}`];
      if (type === "EssentialsDatabase") return [`/fixed/subscriptions/${id.replace("/", "/databases/")}`];
      const [subscriptionId, pscServiceId, endpointId] = id.split("/");
      const service = `/subscriptions/${subscriptionId}/private-service-connect/${pscServiceId}`;
      return type === "PrivateServiceConnectEndpoint" ? [`${service}/endpoints/${endpointId}`] : [];
    });
    // Google Cloud's side goes first, by the deletion script.
    for (const { type, id } of orphans) await this.otherSide.prepareDeletion({ type, id });
    for (const path of paths) {
      this.foreign += 1;
      await this.api.send("DELETE", path).catch(() => undefined);
    }
  }

  /** A look at the account when it has done all that it was asked for, and no fault disturbs the look. */
  async undisturbed<T>(look: () => Promise<T>): Promise<T> {
    await this.foreignCreated;
    await Promise.race([seconds(ENDLESS_S), until(() => isAtRest(this.simulator))]);
    if (!isAtRest(this.simulator)) throw new Error("the account does not come to rest");
    const { faults } = this.simulator;
    const { rules } = faults;
    faults.clear();
    const seen = await look();
    faults.add(...rules);
    return seen;
  }

  close(): void {
    this.otherSide.end();
    this.gateway.closeLines();
    rmSync(this.folder, { recursive: true });
  }

  private learn(program: Program, deeds: readonly Deed[]): void {
    for (const { name, step, isDone } of deeds) {
      if (isDone) this.unsure.delete(name);
      else if (step !== "create" || !isNamed(program, name)) this.unsure.add(name);
    }
  }

  private async moveOn(left: Left, { isElsewhere, pause }: { isElsewhere: boolean; pause: number }) {
    const journal = join(this.folder, `none-after-${this.ended.length}`);
    this.left = isElsewhere ? { ...left, journal } : left;
    await seconds(isElsewhere ? Math.max(pause, ANOTHER_MACHINE_S) : pause);
  }

  /** Somebody else's; a fault may prevent it. */
  private async createForeign(): Promise<void> {
    const name = `foreign-${this.foreign++}`;
    const databases = [{ name, protocol: "redis", datasetSizeInGb: 1 }];
    await this.api.send("POST", "/subscriptions", { ...PLACE, name, databases }).catch(() => undefined);
  }
}

async function outcomeOf(provider: Process, engine: Engine, program: Program): Promise<Ended["outcome"]> {
  const endless = seconds(ENDLESS_S).then(() => "endless" as const);
  const crashed = provider.crash.then(() => "crashed" as const);
  const outcome = await Promise.race([engine.up(program), crashed, endless]);
  if (outcome !== undefined) return outcome;
  if (engine.errors.length > 0) return "failed";
  return provider.checkpoints > 0 ? "changed" : "same";
}

const isNamed = (program: Program, name: string): boolean => {
  const type: Type | undefined = program.find((declared) => declared.name === name)?.type;
  return type !== undefined && TYPES[type].isNamed === true;
};

/** Without keys, a subscription rests in `encryption_key_pending`. */
const TRANSITIONAL =
  /(?<!key_)pending|draft|deleting|received|in-progress|initiat(?:ing|ed$)|initializing|modifying|rejecting|queued/;
/** An endpoint rests until its side in Google Cloud is created, and with an invitation, until it is decided about. */
const RESTING: Readonly<Partial<Record<string, RegExp>>> = {
  privateServiceConnectEndpoint: /^(initialized|pending|active|rejected|deleted|gone)$/,
  transitGatewayInvitation: /./,
};

function isAtRest({ record }: Simulator): boolean {
  const states = new Map(record.changes.map((change) => [`${change.kind} ${change.id}`, change]));
  const isMoving = ({ kind, to }: StateChange) => !(RESTING[kind]?.test(to) ?? !TRANSITIONAL.test(to));
  return ![...states.values()].some(isMoving);
}

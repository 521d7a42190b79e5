import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  type CommandResult,
  createProject,
  type PulumiProject,
  type RedisCloud,
  type RunningCommand,
  startRedisCloud,
} from "../engine/harness";
import type { Program } from "../engine/programs/chaos/program";
import { Chance } from "./chance";
import { inWords, NOTHING } from "./declared";
import { createForeign, type Foreign } from "./otherClient";
import { OtherSide } from "./otherSide";
import { type Plan, TIME_SCALE } from "./plan";
import { plantedFor, type Secrets } from "./secrets";

/** A program that was in force from a time on. */
export interface InForce {
  /** Simulated milliseconds since 1970. */
  readonly at: number;
  readonly program: Program;
}

/** What happened outside of the account, for whoever looks into a run. */
export interface Note {
  /** Simulated milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

const FIXTURE = "chaos";
/** Nothing here takes half as long: a command that does hangs. */
const HANGS_AFTER_MS = 240_000;

/** A project and its Redis Cloud, for one run. */
export class Session {
  readonly notes: Note[] = [];
  readonly inForce: InForce[] = [];
  /** What the commands printed, and from which each came. */
  readonly printed: { command: string; output: string }[] = [];
  foreign?: Foreign;

  /** IDs of redirections that the engine knew after any of the commands. */
  readonly redirectionsKnown = new Set<string>();

  private readonly otherSide: OtherSide;

  private constructor(
    readonly cloud: RedisCloud,
    readonly project: PulumiProject,
    readonly secrets: Secrets,
    seed: number,
  ) {
    this.otherSide = new OtherSide(cloud, new Chance(seed), project);
  }

  static async begin(plan: Plan): Promise<Session> {
    const secrets = plantedFor(plan.seed);
    const { durations, pendingEvery, seed } = plan;
    const cloud = await startRedisCloud({
      timeScale: TIME_SCALE,
      durations,
      pendingEvery,
      seed,
      accounts: [secrets.keys],
    });
    try {
      const project = await createProject({ name: "chaos", program: FIXTURE, env: cloud.env });
      const session = new Session(cloud, project, secrets, seed);
      await project.setSecrets(secrets.config);
      if (plan.hasForeign) session.foreign = await createForeign(cloud);
      return session;
    } catch (error) {
      await cloud.close();
      throw error;
    }
  }

  get record() {
    return this.cloud.simulator.record;
  }

  note(text: string): void {
    this.notes.push({ at: this.cloud.simulator.now(), text });
  }

  /** Starts `up` of a program, or without one `destroy`. */
  start(program: Program | undefined): RunningCommand {
    this.inForce.push({ at: this.cloud.simulator.now(), program: program ?? NOTHING });
    if (program) this.write(program);
    this.note(program ? `up: ${inWords(program)}` : "destroy");
    return this.project.start([program ? "up" : "destroy", "--yes", "--skip-preview"]);
  }

  /** Runs the same to its end. */
  async run(program: Program | undefined): Promise<CommandResult> {
    const command = this.start(program);
    const result = await this.ended(command, program ? "up" : "destroy");
    this.note(`ended with ${result.exitCode}`);
    return result;
  }

  /** Waits for the end of a command, and keeps what it printed; one that hangs is killed. */
  async ended({ child, result }: RunningCommand, called: string): Promise<CommandResult> {
    const timer = setTimeout(() => {
      this.note(`${called} hangs, and is killed`);
      child.kill("SIGKILL");
    }, HANGS_AFTER_MS);
    const ended = await this.kept(
      called,
      result.finally(() => clearTimeout(timer)),
    );
    for (const { type, id } of this.project.knownResources())
      if (type.endsWith(":EndpointRedirection")) this.redirectionsKnown.add(id);
    return ended;
  }

  /** Keeps what a command prints. */
  async kept(called: string, result: Promise<CommandResult>): Promise<CommandResult> {
    const { stdout, stderr } = await result;
    this.printed.push({ command: called, output: stdout + stderr });
    return result;
  }

  /** Goes on on a fresh machine. */
  renew(): void {
    this.note("fresh machine");
    this.project.renew(FIXTURE);
  }

  /** Waits until nothing is under way on the account. */
  async idle(): Promise<void> {
    for (let looks = 0; looks < 600 && !isIdle(this.record.changes); looks += 1) await delay(50);
  }

  async end(): Promise<void> {
    this.otherSide.end();
    await this.project.dispose();
    await this.cloud.close();
  }

  private write(program: Program): void {
    writeFileSync(path.join(this.project.programFolder, "program.json"), JSON.stringify(program));
  }
}

const RESTS_IN: ReadonlySet<string> = new Set([
  "processing-completed",
  "processing-error",
  "active",
  "completed",
  "reverted",
  "error",
  "failed",
  "provision-failed",
  "gone",
]);
const RESTS: ReadonlySet<string> = new Set([
  "privateServiceConnectEndpoint initialized",
  "privateServiceConnectEndpoint pending",
  "privateServiceConnectEndpoint rejected",
  "subscription encryption_key_pending",
  "transitGateway available",
  "transitGatewayAttachment available",
  "transitGatewayInvitation pending",
  "transitGatewayInvitation accepted",
]);

function isIdle(changes: Session["record"]["changes"]): boolean {
  const last = new Map(changes.map(({ kind, id, to }) => [`${kind} ${id}`, { kind, to }]));
  return [...last.values()].every(({ kind, to }) => RESTS_IN.has(to) || RESTS.has(`${kind} ${to}`));
}

import { setTimeout as delay } from "node:timers/promises";
import type { RequestRecord } from "../../simulator";
import { isAlive, type RunningCommand } from "../engine/harness";
import { isByOtherSide } from "./otherSide";
import type { Moment, Plan, Victim } from "./plan";
import type { Session } from "./session";

/** What was killed, and what became of the providers. */
export interface Kill {
  /** Resolves with the seconds that the providers outlived their engine by; infinity: they are still there. */
  readonly outlived: Promise<number>;
}

const LOOK_EVERY_MS = 5;
/** No provider may outlive its engine by more. */
export const LONGEST_GHOST_S = 10;

/** Runs the plan's command and kills it at the moment; undefined when the command had ended before. */
export async function killDuring(session: Session, plan: Plan, moment: Moment): Promise<Kill | undefined> {
  const reached = lookout(session, moment);
  const command = session.start(plan.during);
  const over = { yes: false };
  const ended = session.ended(command, plan.during ? "up" : "destroy").then((result) => {
    over.yes = true;
    return result;
  });
  while (!over.yes && !reached()) await delay(LOOK_EVERY_MS);
  await Promise.race([delay(moment.delayMs), ended]);
  const providers = session.project.providers();
  if (over.yes || providers.length === 0) {
    await ended;
    return undefined;
  }
  strike(plan.victim, command, providers);
  session.note(`KILLED: ${plan.victim}`);
  await ended;
  session.note("the engine is gone");
  return { outlived: outlivedBy(providers) };
}

/** Tells whether the moment has come, counted from now on. */
function lookout({ record }: Session, { after, count }: Moment): () => boolean {
  const [requests, changes] = [record.requests.length, record.changes.length];
  if (after === "changes") return () => record.changes.length - changes >= count;
  const isCounted = ({ method, path }: RequestRecord) =>
    !isByOtherSide(path) && (after === "requests" || method !== "GET");
  return () => record.requests.slice(requests).filter(isCounted).length >= count;
}

function strike(victim: Victim, { child }: RunningCommand, providers: readonly number[]): void {
  if (victim !== "provider") child.kill("SIGKILL");
  if (victim === "engine") return;
  for (const pid of providers) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // ended meanwhile
    }
  }
}

/** The seconds until none of these processes is there; infinity when they outlive {@link LONGEST_GHOST_S}. */
export async function outlivedBy(providers: readonly number[]): Promise<number> {
  const started = performance.now();
  const waited = () => (performance.now() - started) / 1000;
  while (providers.some(isAlive)) {
    if (waited() > LONGEST_GHOST_S) return Number.POSITIVE_INFINITY;
    await delay(100);
  }
  return waited();
}

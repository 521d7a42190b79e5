import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { onExit } from "../cleanup";
import type { Measurement } from "../report/measurement";
import type { ScenarioOrder, ScenarioReport } from "./process";
import type { Settings } from "./settings";

/**
 * Runs a scenario in a process of its own, so that the simulators and the garbage of the scenarios before it take no
 * time from it.
 *
 * @throws Error with the scenario's message.
 */
export async function runApart(
  name: string,
  { log: _, ...settings }: Settings,
): Promise<readonly Measurement[]> {
  const child = fork(path.join(__dirname, "process.js"), { serialization: "advanced" });
  // By a signal that it can handle: it has processes and folders of its own to remove.
  const end = onExit(() => child.kill("SIGTERM"));
  const reported = once(child, "message") as Promise<[ScenarioReport]>;
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`the process of the scenario ended with ${code ?? signal}`);
  });
  child.send({ name, settings } satisfies ScenarioOrder);
  try {
    const [{ measured, error }] = await Promise.race([reported, ended]);
    if (measured === undefined) throw new Error(error);
    return measured;
  } finally {
    end();
    ended.catch(() => undefined);
  }
}

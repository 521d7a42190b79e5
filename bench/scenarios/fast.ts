import type { Program } from "../driver/program";
import { FAST } from "../durations";
import { plainly } from "../plain";
import type { Check, Deployment } from "../report/measurement";
import { deployed, trivialTimes } from "./engine";
import type { Plan } from "./measure";
import type { Scenario } from "./scenario";
import type { Settings } from "./settings";

const AT_MOST = 1.25;

/**
 * A server that answers almost at once, in real time: measures the duration of the `pulumi` command, compared with the
 * bound and with the engine's own time for as many trivial resources.
 */
export const fastServer = (name: string, program: Program): Scenario => ({
  name,
  run: (settings) => run(name, program, settings),
});

async function run(name: string, program: Program, { seed }: Settings): Promise<readonly Deployment[]> {
  const options = { durations: FAST, pendingEvery: 0, seed };
  const plain = await plainly({ programs: [program], simulator: options });
  const plan: Plan = {
    programs: [program],
    scenario: name,
    plain,
    atMostOfBound: Number.POSITIVE_INFINITY,
    inEngineOrder: true,
  };
  const trivial = await trivialTimes(program);
  const deployments = await deployed(plan, program, { ...options, timeScale: 1 }, (action, command) => ({
    command,
    trivial: trivial[action],
  }));
  return deployments.map((deployment) => ({
    ...deployment,
    checks: [commandCheck(deployment), ...deployment.checks.filter(({ what }) => what !== "makespan/bound")],
  }));
}

function commandCheck({ bound, engine }: Deployment): Check {
  const possible = bound.seconds + (engine?.trivial ?? 0);
  return { what: "command/(bound + engine)", measured: (engine?.command ?? 0) / possible, atMost: AT_MOST };
}

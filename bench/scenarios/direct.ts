import { Driver } from "../driver/child";
import type { Report } from "../driver/process";
import type { Program } from "../driver/program";
import type { State } from "../driver/stack";
import { plainly } from "../plain";
import type { Deployment } from "../report/measurement";
import { SimulatedAccount } from "./account";
import { type Action, measure, type Plan } from "./measure";
import type { Scenario } from "./scenario";
import type { Settings } from "./settings";

interface Direct {
  readonly name: string;
  /** One for each process that shares the account. */
  readonly programs: readonly Program[];
  /** Every nth database makes its subscription `pending`; 0: none does. */
  readonly pendingEvery: number;
  readonly timeScale: number;
  readonly atMostOfBound: number;
}

/** Calls the provider without the engine, in separate processes, with unlimited parallelism. */
export const direct = (given: Direct): Scenario => ({
  name: given.name,
  run: (settings) => run(given, settings),
});

async function run(given: Direct, settings: Settings): Promise<readonly Deployment[]> {
  const { programs, pendingEvery } = given;
  const timeScale = settings.timeScale ?? given.timeScale;
  const options = { durations: settings.durations, pendingEvery, seed: settings.seed };
  const plain = await plainly({ programs, simulator: options });
  const plan: Plan = { ...given, scenario: given.name, plain };

  const account = await SimulatedAccount.open({ ...options, timeScale });
  /** Like the engine, with separate processes for each command. */
  const command = async (action: Action, order: "up" | "destroy", states: readonly State[] = []) => {
    const begin = (program: Program, index: number) =>
      Driver.start({ program, config: account.config, state: states[index] }, timeScale);
    const drivers = await Promise.all(programs.map(begin));
    try {
      let reports: readonly Report[] = [];
      const measured = await measure(plan, account, action, async () => {
        reports = await Promise.all(drivers.map((driver) => driver.order({ do: order })));
        return { peakMemory: Math.max(...reports.map(({ peakMemory }) => peakMemory)) };
      });
      return { measured, states: reports.map(({ state }) => state) };
    } finally {
      for (const driver of drivers) driver.end();
    }
  };
  try {
    const created = await command("create", "up");
    const destroyed = await command("destroy", "destroy", created.states);
    return [created.measured, destroyed.measured];
  } finally {
    account.close();
  }
}

import { Driver } from "../driver/child";
import type { Program } from "../driver/program";
import { plainly } from "../plain";
import type { Deployment } from "../report/measurement";
import { SimulatedAccount } from "./account";
import { measure, type Plan, type Ran } from "./measure";
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

/** Drives the provider's own calls without the engine, in processes of their own, at unlimited parallelism. */
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
  const drivers: Driver[] = [];
  try {
    for (const program of programs) drivers.push(await Driver.start(program, account.config, timeScale));
    const all = async (order: "up" | "destroy"): Promise<Ran> => {
      const reports = await Promise.all(drivers.map((driver) => driver.order({ do: order })));
      return { peakMemory: Math.max(...reports.map(({ peakMemory }) => peakMemory)) };
    };
    const created = await measure(plan, account, "create", () => all("up"));
    return [created, await measure(plan, account, "destroy", () => all("destroy"))];
  } finally {
    for (const driver of drivers) driver.end();
    account.close();
  }
}

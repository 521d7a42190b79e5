import type { Program } from "../driver/program";
import { Project } from "../engine/project";
import { plainly } from "../plain";
import type { Deployment, EngineTimes } from "../report/measurement";
import { SimulatedAccount } from "./account";
import { type Action, measure, type Plan } from "./measure";
import type { Scenario } from "./scenario";
import type { Settings } from "./settings";

interface ThroughEngine {
  readonly name: string;
  readonly program: Program;
  readonly timeScale: number;
  readonly atMostOfBound: number;
  /** Whether the databases use `deletedWith`. @default false */
  readonly deletedWith?: boolean;
}

/** `pulumi up` and `pulumi destroy`, compared with as many trivial resources. */
export const throughEngine = (given: ThroughEngine): Scenario => ({
  name: given.name,
  run: (settings) => run(given, settings),
});

async function run(given: ThroughEngine, settings: Settings): Promise<readonly Deployment[]> {
  const { program, deletedWith = false } = given;
  const timeScale = settings.timeScale ?? given.timeScale;
  const options = { durations: settings.durations, pendingEvery: 0, seed: settings.seed };
  const plain = await plainly({ programs: [program], simulator: options });
  const plan: Plan = {
    ...given,
    programs: [program],
    scenario: given.name,
    plain,
    inEngineOrder: !deletedWith,
  };
  const trivial = await trivialTimes(program);
  return deployed(plan, program, { ...options, timeScale, deletedWith }, (action, command) => ({
    command,
    trivial: trivial[action],
  }));
}

/** The engine's own cost: REAL seconds to create and to destroy as many trivial resources. */
export async function trivialTimes(size: Program): Promise<Record<Action, number>> {
  const project = await Project.create({ program: "trivial", size });
  try {
    const { seconds: create } = await project.up();
    const { seconds: destroy } = await project.destroy();
    return { create, destroy };
  } finally {
    project.dispose();
  }
}

type DeployOptions = Parameters<typeof SimulatedAccount.open>[0] & {
  readonly timeScale: number;
  readonly deletedWith?: boolean;
};

/** Creates and destroys the program through the engine, on a separate account. */
export async function deployed(
  plan: Plan,
  size: Program,
  { deletedWith = false, ...options }: DeployOptions,
  engineTimes: (action: Action, command: number) => EngineTimes,
): Promise<readonly Deployment[]> {
  const account = await SimulatedAccount.open(options);
  let project: Project | undefined;
  try {
    const env = { ...account.environment, ...(deletedWith && { BENCH_DELETED_WITH: "true" }) };
    const opened = await Project.create({ program: "redisCloud", size, timeScale: options.timeScale, env });
    project = opened;
    const by = (action: Action) => async () => {
      const { seconds } = await (action === "create" ? opened.up() : opened.destroy());
      return { peakMemory: opened.peakMemory, engine: engineTimes(action, seconds) };
    };
    const created = await measure(plan, account, "create", by("create"));
    return [created, await measure(plan, account, "destroy", by("destroy"))];
  } finally {
    project?.dispose();
    account.close();
  }
}

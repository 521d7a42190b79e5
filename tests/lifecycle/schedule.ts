import fc from "fast-check";
import type { DurationRange, Simulator, StateChange } from "../../simulator";
import { type Api, PLACE, redisCloud } from "./harness";
import type { Stack } from "./stack";
import { seconds, until } from "./virtualTime";

/** A subscription of a random program. */
interface Declared {
  /** Number of databases. */
  readonly databases: number;
  /** Whether the second version of the program renames it, and resizes its databases. */
  readonly renamed: boolean;
  readonly resized: boolean;
}

/** A change by another client, in seconds from the start. */
interface ForeignDeed {
  readonly at: number;
  readonly deed: "create a subscription" | "create a database in ours" | "rename ours";
}

/** A program in two versions, the durations of its account, and changes by others. */
export interface Schedule {
  readonly program: readonly Declared[];
  readonly foreign: readonly ForeignDeed[];
  readonly pendingEvery: number;
  readonly seed: number;
  readonly durations: Readonly<Record<string, DurationRange>>;
}

const range = (longest: number): fc.Arbitrary<DurationRange> =>
  fc
    .tuple(fc.nat({ max: longest }), fc.nat({ max: longest }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

/** Short durations in seconds: only their order matters. */
const durations = fc.record({
  taskProcessing: range(8),
  subscriptionCreate: range(60),
  subscriptionUpdate: range(20),
  subscriptionDelete: range(40),
  databaseCreate: range(30),
  databaseUpdate: range(20),
  databaseDelete: range(20),
  clusterGrowth: range(60),
});

const declared: fc.Arbitrary<Declared> = fc.record({
  databases: fc.nat({ max: 3 }),
  renamed: fc.boolean(),
  resized: fc.boolean(),
});

const foreignDeed: fc.Arbitrary<ForeignDeed> = fc.record({
  at: fc.nat({ max: 300 }),
  deed: fc.constantFrom("create a subscription", "create a database in ours", "rename ours"),
});

const schedule = (foreign: fc.Arbitrary<readonly ForeignDeed[]>, visibility: fc.Arbitrary<DurationRange>) =>
  fc
    .record({
      program: fc.array(declared, { minLength: 1, maxLength: 5 }),
      foreign,
      pendingEvery: fc.nat({ max: 3 }),
      seed: fc.nat({ max: 1_000_000 }),
      durations,
      visibility,
    })
    .map(
      ({ visibility, ...schedule }): Schedule => ({
        ...schedule,
        durations: { ...schedule.durations, visibility },
      }),
    );

/** Schedules of a program alone on an account. */
export const alone = schedule(fc.constant([]), range(2));

/** Schedules with other clients. Their changes are visible at once, since invisible ones cannot be respected. */
export const inCompany = schedule(
  fc.array(foreignDeed, { minLength: 1, maxLength: 4 }),
  fc.constant([0, 0] as const),
);

/** The outcome of a schedule. */
export interface Played {
  readonly simulator: Simulator;
  readonly stack: Stack;
  /** Names of the resources that the program declares. */
  readonly names: readonly string[];
  /** IDs of the tasks that others submitted. */
  readonly foreignTasks: ReadonlySet<unknown>;
}

/** Runs both versions of the program one after the other, each operation as soon as possible. */
export async function play({ program, foreign, ...options }: Schedule): Promise<Played> {
  const { simulator, stack, api } = await redisCloud(options);
  const deeds = foreign.map(({ at, deed }, index) => seconds(at).then(() => DEEDS[deed](api, index)));
  const names = await up(stack, program, 1);
  await up(stack, program, 2);
  const tasks = await Promise.all(deeds);
  await until(() => isIdle(simulator));
  return { simulator, stack, names, foreignTasks: new Set(tasks.map((task) => task?.taskId)) };
}

async function up(stack: Stack, program: readonly Declared[], version: number): Promise<string[]> {
  const declared = program.map(async ({ databases, renamed, resized }, index) => {
    const subscription = `subscription-${index}`;
    const name = renamed && version === 2 ? { name: `renamed-${index}` } : {};
    const { id } = await stack.subscription(subscription, { ...PLACE, ...name, forceDestroy: true });
    const args = { subscriptionId: id, datasetSizeInGb: resized ? version : 1 };
    const names = Array.from({ length: databases }, (_, number) => `database-${index}-${number}`);
    await Promise.all(names.map((name) => stack.database(name, args)));
    return [subscription, ...names];
  });
  return (await Promise.all(declared)).flat();
}

/** Destroys like the engine: databases first. */
export async function destroy({ stack, names }: Played): Promise<void> {
  const isDatabase = (name: string) => name.startsWith("database");
  await Promise.all(names.filter(isDatabase).map((name) => stack.destroy(name)));
  await Promise.all(names.filter((name) => !isDatabase(name)).map((name) => stack.destroy(name)));
}

/** Whether all tasks are processed: others must not create a database while its subscription is deleted. */
function isIdle({ record }: Simulator): boolean {
  const tasks = record.changes.filter(({ kind }) => kind === "task");
  return tasks.filter(({ to }) => to === "received").length === tasks.filter(isProcessed).length;
}

export const isProcessed = ({ to }: StateChange): boolean =>
  to === "processing-completed" || to === "processing-error";

type Task = Record<string, unknown>;

const firstOfOurs = async (api: Api): Promise<number | undefined> => {
  const { subscriptions } = await api.get("/subscriptions");
  const all = subscriptions as { id: number; name: string }[];
  return all.find(({ name }) => !name.startsWith("foreign"))?.id;
};

const DEEDS: Readonly<Record<ForeignDeed["deed"], (api: Api, index: number) => Promise<Task | undefined>>> = {
  "create a subscription": (api) => {
    const databases = [{ name: "foreign", protocol: "redis", datasetSizeInGb: 1 }];
    return api.send("POST", "/subscriptions", { ...PLACE, name: "foreign", databases });
  },
  "create a database in ours": async (api, index) => {
    const id = await firstOfOurs(api);
    const body = { name: `foreign-${index}`, datasetSizeInGb: 1 };
    return id === undefined ? undefined : api.send("POST", `/subscriptions/${id}/databases`, body);
  },
  "rename ours": async (api, index) => {
    const id = await firstOfOurs(api);
    const body = { name: `renamed-by-others-${index}` };
    return id === undefined ? undefined : api.send("PUT", `/subscriptions/${id}`, body);
  },
};

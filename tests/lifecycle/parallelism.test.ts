import { createBound, destroyBound } from "../../bench/bound";
import { REALISTIC } from "../../bench/durations";
import { beginPhase } from "../../bench/record/phase";
import { creationWork, destructionWork } from "../../bench/record/work";
import { isConsiderable, type SlotLoss } from "../../provider/operations/engineSlots";
import { registryOf } from "../../provider/operations/uniqueness/registry";
import { accountOf } from "../../provider/pulumi/accounts";
import type { Simulator } from "../../simulator";
import { configOf, endSimulators, PLACE, redisCloud } from "./harness";
import type { Stack } from "./stack";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 120 });
endSimulators();

const DATABASES = Array.from({ length: 16 }, (_, index) => `database-${index + 1}`);

/**
 * The engine with so many slots: it checks one resource after the other, starts its operation, and waits for a slot
 * before it goes on to the next.
 */
class Engine {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private checking: Promise<unknown> = Promise.resolve();

  constructor(private readonly slots: number) {}

  /** Registers a resource; resolves when it is created. */
  register<T>(plan: () => Promise<() => Promise<T>>): Promise<T> {
    const started = this.checking.then(async () => {
      const operation = await plan();
      await this.acquire();
      return { ended: operation().finally(() => this.release()) };
    });
    this.checking = started;
    return started.then(({ ended }) => ended);
  }

  private async acquire(): Promise<void> {
    if (this.running >= this.slots) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }

  private release(): void {
    this.running -= 1;
    this.waiting.shift()?.();
  }
}

const created = async (stack: Stack, type: string, name: string, args: object) =>
  (await stack.planned(type, name, args)) ?? (async () => stack.state(name));

async function up(stack: Stack, slots: number): Promise<void> {
  const engine = new Engine(slots);
  const { id } = await engine.register(() => created(stack, "Subscription", "main", PLACE));
  const args = { subscriptionId: id, datasetSizeInGb: 0.1 };
  await Promise.all(DATABASES.map((name) => engine.register(() => created(stack, "Database", name, args))));
}

async function destroy(stack: Stack, slots: number): Promise<void> {
  const engine = new Engine(slots);
  await Promise.all(DATABASES.map((name) => engine.register(async () => () => stack.destroy(name))));
  await stack.destroy("main");
}

const lossOf = (simulator: Simulator): SlotLoss => {
  const config = configOf(simulator);
  return registryOf(accountOf((key) => config[key])).slots.total;
};

/** Databases of which the account could process several while one is provisioned. */
const durations = {
  ...REALISTIC,
  taskProcessing: [10, 10],
  databaseCreate: [60, 60],
  databaseDelete: [60, 60],
} as const;

test("with four slots, an update loses what it takes longer than the bound", async () => {
  const { stack, simulator } = await redisCloud({ durations, pendingEvery: 0 });
  const creating = beginPhase(simulator);
  await up(stack, 4);
  const { makespan, subscriptions } = creationWork(creating());
  const loss = lossOf(simulator);
  // Less, since a task counts until a poll sees that it is processed.
  const beyondBound = makespan - createBound(subscriptions).seconds;
  expect(loss.lostMs / 1000 / beyondBound).toBeGreaterThan(0.7);
  expect(loss.lostMs / 1000 / beyondBound).toBeLessThan(1.1);
  expect(isConsiderable(loss, Date.now())).toBe(true);
  expect(loss).toMatchObject({ atOnce: 4, operations: 1 + DATABASES.length });
});

test("with two slots, deletions lose what they take longer than the bound", async () => {
  const { stack, simulator } = await redisCloud({ durations, pendingEvery: 0 });
  await up(stack, 100);
  const destroying = beginPhase(simulator);
  await destroy(stack, 2);
  const { makespan, subscriptions } = destructionWork(destroying());
  const beyondBound = makespan - destroyBound(subscriptions).seconds;
  const { lostMs } = lossOf(simulator);
  expect(lostMs / 1000 / beyondBound).toBeGreaterThan(0.7);
  expect(lostMs / 1000 / beyondBound).toBeLessThan(1.1);
});

test("with enough slots, nothing is lost", async () => {
  const { stack, simulator } = await redisCloud({ durations, pendingEvery: 0 });
  await up(stack, 100);
  await destroy(stack, 100);
  expect(isConsiderable(lossOf(simulator), Date.now())).toBe(false);
});

test("slots are not what holds back a run whose tasks are always processed", async () => {
  const busy = { ...durations, taskProcessing: [60, 60], databaseCreate: [20, 20] } as const;
  const { stack, simulator } = await redisCloud({ durations: busy, pendingEvery: 0 });
  await up(stack, 4);
  expect(isConsiderable(lossOf(simulator), Date.now())).toBe(false);
});

test("slots are not what holds back a run whose subscription changes after each database", async () => {
  const { stack, simulator } = await redisCloud({ durations, pendingEvery: 1 });
  await up(stack, 4);
  expect(isConsiderable(lossOf(simulator), Date.now())).toBe(false);
});

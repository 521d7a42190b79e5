import { createBound, destroyBound } from "../../bench/bound";
import { REALISTIC } from "../../bench/durations";
import { beginPhase } from "../../bench/record/phase";
import { requestsOf } from "../../bench/record/requests";
import { creationWork, destructionWork } from "../../bench/record/work";
import type { Simulator } from "../../simulator";
import { ACTIVE_ACTIVE_PLACE, endSimulators, inAnotherProcess, PLACE, redisCloud, refused } from "./harness";
import type { Stack } from "./stack";
import { until, useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 300 });
endSimulators();

/** Pay-as-you-go in us-east-1. */
const PAY_AS_YOU_GO = { planId: 98_010, paymentMethodId: 2 };
const REGION = { region: "us-west-2", deploymentCIDR: "10.0.2.0/24" };

/** Subscriptions of a stack, each with databases. */
interface Program {
  readonly stack: Stack;
  readonly subscriptions: readonly string[];
  readonly databases: number;
}

const namesOf = (subscription: string, databases: number): readonly string[] =>
  Array.from({ length: databases }, (_, index) => `${subscription}-database-${index + 1}`);

const up = ({ stack, subscriptions, databases }: Program) =>
  Promise.all(
    subscriptions.map(async (subscription) => {
      const { id } = await stack.subscription(subscription, PLACE);
      const args = { subscriptionId: id, datasetSizeInGb: 0.1 };
      await Promise.all(namesOf(subscription, databases).map((name) => stack.database(name, args)));
    }),
  );

/** Deletes each subscription as soon as its databases are gone. */
const destroy = ({ stack, subscriptions, databases }: Program) =>
  Promise.all(
    subscriptions.map(async (subscription) => {
      await Promise.all(namesOf(subscription, databases).map((name) => stack.destroy(name)));
      await stack.destroy(subscription);
    }),
  );

/** Waits until clusters have grown and the databases of creation plans are deleted. */
const atRest = ({ record }: Simulator): Promise<void> =>
  until(() => record.remaining().every(({ to }) => to === "active"));

const numbered = (count: number, prefix = "subscription"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

test.each([
  { subscriptions: 1, databases: 10, pendingEvery: 0, requestsPerResource: 45 },
  { subscriptions: 5, databases: 20, pendingEvery: 0, requestsPerResource: 17 },
  { subscriptions: 5, databases: 20, pendingEvery: 5, requestsPerResource: 25 },
])(
  "$subscriptions with $databases each, pending at every $pendingEvery: within a tenth of the possible",
  async ({ subscriptions, databases, pendingEvery, requestsPerResource }) => {
    const { stack, simulator } = await redisCloud({ durations: REALISTIC, pendingEvery });
    const program = { stack, subscriptions: numbered(subscriptions), databases };
    const resources = subscriptions * (1 + databases);

    const creating = beginPhase(simulator);
    await up(program);
    expect(requestsOf(creating()).sent / resources).toBeLessThan(requestsPerResource);
    await atRest(simulator);
    const creation = creationWork(creating());
    expect(creation.makespan / createBound(creation.subscriptions).seconds).toBeLessThan(1.1);

    const destroying = beginPhase(simulator);
    await destroy(program);
    const destruction = destructionWork(destroying());
    expect(destruction.makespan / destroyBound(destruction.subscriptions).seconds).toBeLessThan(1.1);
    expect(requestsOf(destroying()).sent / resources).toBeLessThan(requestsPerResource);

    expect(simulator.record.remaining()).toEqual([]);
    expect(simulator.record.highestNonActiveSubscriptions()).toBeLessThanOrEqual(3);
    expect(refused(simulator)).toEqual([]);
  },
);

test("an Active-Active subscription with three regions and ten databases: within a tenth of the possible", async () => {
  const { stack, simulator } = await redisCloud({ durations: REALISTIC, pendingEvery: 0 });
  const names = namesOf("global", 10);
  const creating = beginPhase(simulator);
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  await Promise.all([
    ...names.map((name) => stack.up("ActiveActiveDatabase", name, { subscriptionId, datasetSizeInGb: 0.1 })),
    stack.up("ActiveActiveRegion", "west", { subscriptionId, ...REGION }),
  ]);
  await atRest(simulator);
  const creation = creationWork(creating());
  expect(creation.subscriptions.map(({ regions, databases }) => [regions?.length, databases.length])).toEqual(
    [[1, 10]],
  );
  expect(creation.makespan / createBound(creation.subscriptions).seconds).toBeLessThan(1.1);

  const destroying = beginPhase(simulator);
  await Promise.all([...names, "west"].map((name) => stack.destroy(name)));
  await stack.destroy("global");
  const destruction = destructionWork(destroying());
  expect(destruction.makespan / destroyBound(destruction.subscriptions).seconds).toBeLessThan(1.1);
  expect(simulator.record.remaining()).toEqual([]);
});

test("fifty Essentials databases in two subscriptions: within a tenth of the possible", async () => {
  const { stack, simulator } = await redisCloud({ durations: REALISTIC });
  const subscriptions = numbered(2);
  const creating = beginPhase(simulator);
  await Promise.all(
    subscriptions.map(async (subscription) => {
      const { id: subscriptionId } = await stack.up("EssentialsSubscription", subscription, PAY_AS_YOU_GO);
      const args = { subscriptionId, datasetSizeInGb: 0.1 };
      const names = namesOf(subscription, 25);
      await Promise.all(names.map((name) => stack.up("EssentialsDatabase", name, args)));
    }),
  );
  const creation = creationWork(creating());
  expect(creation.subscriptions.map(({ databases }) => databases.length)).toEqual([25, 25]);
  expect(creation.makespan / createBound(creation.subscriptions).seconds).toBeLessThan(1.1);

  const destroying = beginPhase(simulator);
  await destroy({ stack, subscriptions, databases: 25 });
  const destruction = destructionWork(destroying());
  expect(destruction.makespan / destroyBound(destruction.subscriptions).seconds).toBeLessThan(1.1);
  expect(simulator.record.remaining()).toEqual([]);
});

test("two processes on one account finish within 125 % of the lower bound", async () => {
  const { stack, simulator } = await redisCloud({ durations: REALISTIC, pendingEvery: 0 });
  const programs = [
    { stack, subscriptions: numbered(2, "first"), databases: 10 },
    { stack: inAnotherProcess(simulator), subscriptions: numbered(2, "second"), databases: 10 },
  ];
  const creating = beginPhase(simulator);
  await Promise.all(programs.map(up));
  await atRest(simulator);
  const creation = creationWork(creating());
  expect(creation.makespan / createBound(creation.subscriptions).seconds).toBeLessThan(1.25);

  const destroying = beginPhase(simulator);
  await Promise.all(programs.map(destroy));
  const destruction = destructionWork(destroying());
  expect(destruction.makespan / destroyBound(destruction.subscriptions).seconds).toBeLessThan(1.25);

  expect(simulator.record.remaining()).toEqual([]);
  expect(simulator.record.highestNonActiveSubscriptions()).toBeLessThanOrEqual(3);
  expect(simulator.record.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(simulator.record.requestsInBusiestMinute()).toBeLessThanOrEqual(400);
});

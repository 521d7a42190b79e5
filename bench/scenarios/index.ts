import { direct } from "./direct";
import { throughEngine } from "./engine";
import { fastServer } from "./fast";
import { ownCost } from "./overhead";
import type { Scenario } from "./scenario";

const oneSubscription = { subscriptions: 1, databases: 10 };
const fiveSubscriptions = { subscriptions: 5, databases: 20 };
const twentySubscriptions = { subscriptions: 20, databases: 50 };
const half = { subscriptions: 2, databases: 10 };

/** All scenarios, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  direct({ name: "1 + 10", programs: [oneSubscription], pendingEvery: 0, timeScale: 60, atMostOfBound: 1.1 }),
  direct({
    name: "5 + 100",
    programs: [fiveSubscriptions],
    pendingEvery: 0,
    timeScale: 60,
    atMostOfBound: 1.1,
  }),
  direct({
    name: "20 + 1,000",
    programs: [twentySubscriptions],
    pendingEvery: 0,
    // V8 lets the heap of a process grow the more, the faster it allocates, and a time scale multiplies that.
    timeScale: 30,
    atMostOfBound: 1.15,
  }),
  direct({
    name: "1 + 10, pending at every 5th",
    programs: [oneSubscription],
    pendingEvery: 5,
    timeScale: 60,
    atMostOfBound: 1.1,
  }),
  direct({
    name: "5 + 100, pending at every 5th",
    programs: [fiveSubscriptions],
    pendingEvery: 5,
    timeScale: 60,
    atMostOfBound: 1.1,
  }),
  direct({
    name: "two processes, each 2 + 20",
    programs: [
      { ...half, stack: "first" },
      { ...half, stack: "second" },
    ],
    pendingEvery: 0,
    timeScale: 60,
    atMostOfBound: 1.25,
  }),
  direct({
    name: "Active-Active, 3 regions + 10",
    programs: [{ product: "active-active", subscriptions: 1, databases: 10 }],
    pendingEvery: 0,
    timeScale: 20,
    atMostOfBound: 1.1,
  }),
  direct({
    name: "Essentials, 2 + 50",
    programs: [{ product: "essentials", subscriptions: 2, databases: 25 }],
    pendingEvery: 0,
    // Its tasks are all that it waits for: at a higher scale, the speed of the machine would count.
    timeScale: 10,
    atMostOfBound: 1.1,
  }),
  throughEngine({ name: "pulumi, 1 + 10", program: oneSubscription, timeScale: 30, atMostOfBound: 1.1 }),
  throughEngine({ name: "pulumi, 5 + 100", program: fiveSubscriptions, timeScale: 30, atMostOfBound: 1.1 }),
  throughEngine({
    name: "pulumi, 5 + 100, deletedWith",
    program: fiveSubscriptions,
    timeScale: 30,
    atMostOfBound: 1.1,
    deletedWith: true,
  }),
  fastServer("pulumi, fast server in real time, 1 + 10", oneSubscription),
  ownCost("pulumi, 1,000 databases", { subscriptions: 10, databases: 100 }),
];

import { endSimulators } from "./harness";
import type { Declared } from "./histories/declared";
import { Gateway } from "./histories/gateway";
import type { History, Run } from "./histories/history";
import { wrongIn } from "./histories/playAll";
import { Player } from "./histories/player";
import { told } from "./histories/telling";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });
endSimulators();

const sub: Declared = {
  type: "Subscription",
  name: "subscription-0",
  called: 0,
  size: 1,
  place: 0,
  impatient: false,
};
const db: Declared = { ...sub, type: "Database", name: "subscription-0-0", parent: "subscription-0" };
const activeActive: Declared = { ...sub, type: "ActiveActiveSubscription", name: "global-0" };
const region: Declared = {
  ...sub,
  type: "ActiveActiveRegion",
  name: "region-us-west-2",
  parent: activeActive.name,
};
const googleCloud: Declared = { ...sub, variant: "on Google Cloud" };
const essentials: Declared = { ...sub, type: "EssentialsSubscription", name: "essentials-0" };
const service: Declared = { ...sub, type: "PrivateServiceConnect", name: "psc", parent: googleCloud.name };
const withKeys: Declared = { ...sub, variant: "with keys of ours" };
const keys: Declared = { ...sub, type: "SubscriptionEncryptionKeys", name: "keys-0", parent: sub.name };
const dbWithKeys: Declared = { ...db, variant: "with keys of ours", uses: [keys.name] };
const quick = { taskProcessing: [2, 2], visibility: [0, 0] } as const;
const base = {
  faultsFrom: 0,
  faults: [],
  foreign: [],
  seed: 1,
  pendingEvery: 0,
  durations: quick,
} satisfies Partial<History>;
const run = (program: readonly Declared[], rest: Partial<Run> = {}): Run => ({
  program,
  losesJournal: false,
  pause: 0,
  ...rest,
});

const HISTORIES: Record<string, History> = {
  "delete under way, program goes back": {
    ...base,
    runs: [run([sub, db]), run([sub], { crash: { at: "write", nth: 1, when: "after" } }), run([sub, db])],
  },
  "delete request never sent, program goes back": {
    ...base,
    runs: [run([sub, db]), run([sub], { crash: { at: "write", nth: 1, when: "before" } }), run([sub, db])],
  },
  "replacement's delete under way, program goes back": {
    ...base,
    runs: [
      run([sub, db]),
      run([sub, { ...db, place: 1 }], { crash: { at: "write", nth: 1, when: "after" } }),
      run([sub, db]),
    ],
  },
  "replacement's create under way, program goes back": {
    ...base,
    runs: [
      run([sub, db]),
      run([sub, { ...db, place: 1 }], { crash: { at: "write", nth: 2, when: "after" } }),
      run([sub, db]),
    ],
  },
  "hidden task, auto-name": {
    ...base,
    faults: [
      {
        fault: "hidden-id",
        kind: "task",
        seconds: 20,
        commandType: "subscriptionCreateRequest",
        after: 1,
        times: 1,
      },
    ],
    runs: [run([sub], { crash: { at: "write", nth: 1, when: "after" }, pause: 5 })],
  },
  "hidden task, explicit name": {
    ...base,
    faults: [
      {
        fault: "hidden-id",
        kind: "task",
        seconds: 30,
        commandType: "subscriptionCreateRequest",
        after: 1,
        times: 1,
      },
    ],
    runs: [run([{ ...sub, called: 1 }], { crash: { at: "write", nth: 1, when: "after" }, pause: 5 })],
  },
  "hidden subscription": {
    ...base,
    faults: [{ fault: "hidden-id", kind: "subscription", seconds: 40, after: 1, times: 1 }],
    runs: [run([sub], { crash: { at: "write", nth: 1, when: "after" }, pause: 0 })],
  },
  "explicit name changed": {
    ...base,
    runs: [
      run([{ ...sub, called: 1 }], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...sub, called: 2 }]),
    ],
  },
  "explicit name removed": {
    ...base,
    runs: [
      run([{ ...sub, called: 1 }], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...sub, called: 0 }]),
    ],
  },
  "name made explicit": {
    ...base,
    runs: [
      run([{ ...sub, called: 0 }], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...sub, called: 1 }]),
    ],
  },
  "failed delete, program goes back": {
    ...base,
    faultsFrom: 1,
    faults: [{ fault: "provisioning-error", kind: "database", commandType: "databaseDelete*", times: 1 }],
    runs: [run([sub, db]), run([sub]), run([sub, db])],
  },
  "create refused by a task, sent again, answer lost": {
    ...base,
    faults: [
      {
        fault: "processing-error",
        error: "SUBSCRIPTION_NOT_ACTIVE",
        commandType: "subscriptionCreateRequest",
        after: 1,
        times: 1,
      },
    ],
    runs: [run([{ ...sub, called: 1 }], { crash: { at: "write", nth: 2, when: "after" } })],
  },
  // Tasks tell the subscription only, whichever region or service they delete.
  "region's delete done and not recorded, program goes back": {
    ...base,
    runs: [
      run([activeActive, region]),
      run([activeActive], { crash: { at: "checkpoint", nth: 1 } }),
      run([activeActive, region]),
    ],
  },
  "service's delete done and not recorded, program goes back": {
    ...base,
    runs: [
      run([googleCloud, service]),
      run([googleCloud], { crash: { at: "checkpoint", nth: 1 } }),
      run([googleCloud, service]),
    ],
  },
  "region's create not sent, and its subscription replaced": {
    ...base,
    runs: [
      run([activeActive]),
      run([activeActive, region], { crash: { at: "write", nth: 1, when: "before" } }),
      run([{ ...activeActive, place: 1 }, region]),
    ],
  },
  "Essentials subscription created and not recorded, and the program wants a plan in another region": {
    ...base,
    runs: [
      run([essentials], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...essentials, place: 1 }]),
    ],
  },
  "subscription created and not recorded, and the next run with another region gives up waiting for it": {
    ...base,
    durations: { ...quick, subscriptionCreate: [600, 600] },
    runs: [
      run([sub], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...sub, place: 1, impatient: true }]),
      run([{ ...sub, place: 1 }]),
    ],
  },
  "subscription waits for its keys, which the program declares with another name of it": {
    ...base,
    runs: [
      run([withKeys, keys, dbWithKeys], { crash: { at: "write", nth: 1, when: "after" } }),
      run([{ ...withKeys, called: 1 }, keys, dbWithKeys]),
    ],
  },
  "subscription's delete under way, program goes back": {
    ...base,
    runs: [run([sub, db]), run([], { crash: { at: "write", nth: 2, when: "after" } }), run([sub, db])],
  },
  "delete whose answer was lost, after an update that the state does not know, program goes back": {
    ...base,
    durations: { ...quick, visibility: [2, 2] },
    runs: [
      run([sub, db]),
      run([sub, { ...db, size: 2 }], { crash: { at: "checkpoint", nth: 1 } }),
      run([sub], { crash: { at: "write", nth: 1, when: "after" } }),
      run([sub, { ...db, size: 2 }]),
    ],
  },
  "update whose answer was lost, program goes back": {
    ...base,
    runs: [
      run([sub, db]),
      run([sub, { ...db, size: 2 }], { crash: { at: "write", nth: 1, when: "after" } }),
      run([sub, db]),
    ],
  },
  "update under way and journal lost, program goes back": {
    ...base,
    runs: [
      run([sub, db]),
      run([sub, { ...db, size: 2 }], { crash: { at: "write", nth: 1, when: "after" }, losesJournal: true }),
      run([sub, db]),
    ],
  },
};

test.each(Object.entries(HISTORIES))("%s: it ends well", async (_, history) => {
  const gateway = await Gateway.start();
  const player = await Player.start(history, gateway);
  const wrong = await wrongIn(history, player);
  const story = wrong.length > 0 ? told(history, player) : undefined;
  player.close();
  gateway.close();
  expect({ wrong, story }).toEqual({ wrong: [], story: undefined });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeSimulators, PLACE, redisCloud, SOON } from "./harness";
import { Gateway } from "./histories/gateway";
import { type CrashInstant, type Left, Process } from "./histories/process";
import { randomCases } from "./thorough";
import { useVirtualTime } from "./virtualTime";

/*
 * The engine and the provider are killed at many instants of an import: before and after requests, whenever the engine
 * writes its state, and at seconds between. The next run completes it, and the API has run it once.
 */

useVirtualTime({ realSecondsPerTest: 240 });
afterEach(closeSimulators);

let gateway: Gateway;
let folder: string;
beforeEach(async () => {
  gateway = await Gateway.start();
  folder = mkdtempSync(path.join(tmpdir(), "actions-killed-"));
});
afterEach(() => {
  gateway.closeLines();
  gateway.close();
  rmSync(folder, { recursive: true });
});

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const WHEN = ["before", "after"] as const;
const INSTANTS: readonly CrashInstant[] = [
  ...WHEN.map((when): CrashInstant => ({ at: "write", nth: 1, when })),
  ...upTo(randomCases({ some: 3, all: 12 })).flatMap((nth) =>
    WHEN.map((when): CrashInstant => ({ at: "request", nth, when })),
  ),
  ...upTo(2).map((nth): CrashInstant => ({ at: "checkpoint", nth })),
  ...upTo(randomCases({ some: 2, all: 12 })).map((each): CrashInstant => ({ at: "second", nth: each * 3 })),
];

test.each([
  ["a new import", (trial: number) => [`seed-${trial}`, ["first"]] as const],
  ["an import that runs again", (trial: number) => ["seed", [trial]] as const],
])("%s is sent once, whenever it is killed", async (_, nameAndTriggers) => {
  const { simulator, stack } = await redisCloud({
    durations: { ...SOON, databaseImport: [10, 10] },
  });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const source = { sourceType: "redis", importFromUri: ["redis://a:1"] };
  const on = { subscriptionId, databaseId: cache.outputs.databaseId, ...source };
  const ran = () =>
    simulator.record.changes.filter(
      ({ name, to }) => name === "databaseImportRequest" && to === "processing-completed",
    ).length;

  let left: Left = { state: stack.held, journal: path.join(folder, "journal") };
  for (const [trial, instant] of INSTANTS.entries()) {
    const before = ran();
    const [name, triggers] = nameAndTriggers(trial);
    const killed = new Process(simulator, gateway, left, instant);
    const up = killed.stack.up("DatabaseImport", name, { ...on, triggers }).catch(() => undefined);
    await Promise.race([up, killed.crash]);
    const next = new Process(simulator, gateway, killed.end());
    const { outputs } = await next.stack.up("DatabaseImport", name, { ...on, triggers });
    left = next.end();
    expect({ instant, ran: ran() - before, status: outputs.status }).toEqual({
      instant,
      ran: 1,
      status: "success",
    });
  }
});

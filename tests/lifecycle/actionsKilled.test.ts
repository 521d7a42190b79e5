import { closeSimulators, PLACE, redisCloud } from "./harness";
import { type CrashInstant, type Left, Process } from "./histories/process";
import { aroundRequests, atCheckpoints, atSeconds, useKilledRuns } from "./killedRuns";
import { randomCases } from "./thorough";
import { useVirtualTime } from "./virtualTime";

/*
 * The engine and the provider are killed at many instants of an import: before and after requests, whenever the engine
 * writes its state, and at seconds between. The next run completes it, and the API has run it once.
 */

useVirtualTime({ realSecondsPerTest: 240 });
afterEach(closeSimulators);

const killedRuns = useKilledRuns();

const INSTANTS: readonly CrashInstant[] = [
  ...aroundRequests("write", 1),
  ...aroundRequests("request", randomCases({ some: 3, all: 12 })),
  ...atCheckpoints(2),
  ...atSeconds({ some: 2, all: 12 }, 3),
];

test.each([
  ["a new import", (trial: number) => [`seed-${trial}`, ["first"]] as const],
  ["an import that runs again", (trial: number) => ["seed", [trial]] as const],
])("%s is sent once, whenever it is killed", async (_, nameAndTriggers) => {
  const { simulator, stack } = await redisCloud({
    durations: { taskProcessing: [1, 10], databaseImport: [10, 10] },
  });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const source = { sourceType: "redis", importFromUri: ["redis://a:1"] };
  const on = { subscriptionId, databaseId: cache.outputs.databaseId, ...source };
  const ran = () =>
    simulator.record.changes.filter(
      ({ name, to }) => name === "databaseImportRequest" && to === "processing-completed",
    ).length;

  let left: Left = { state: stack.held, journal: killedRuns().journal };
  for (const [trial, instant] of INSTANTS.entries()) {
    const before = ran();
    const [name, triggers] = nameAndTriggers(trial);
    const killed = new Process(simulator, killedRuns().gateway, left, instant);
    const up = killed.stack.up("DatabaseImport", name, { ...on, triggers }).catch(() => undefined);
    await Promise.race([up, killed.crash]);
    const next = new Process(simulator, killedRuns().gateway, killed.end());
    const { outputs } = await next.stack.up("DatabaseImport", name, { ...on, triggers });
    left = next.end();
    expect({ instant, ran: ran() - before, status: outputs.status }).toEqual({
      instant,
      ran: 1,
      status: "success",
    });
  }
});

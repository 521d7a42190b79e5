import { closeSimulators, ACTIVE_ACTIVE_PLACE as PLACE, redisCloud } from "./harness";
import { type CrashInstant, type Left, Process } from "./histories/process";
import { aroundRequests, atSeconds, useKilledRuns } from "./killedRuns";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 240 });
afterEach(closeSimulators);

const killedRuns = useKilledRuns();

const INSTANTS: readonly CrashInstant[] = [
  ...aroundRequests("write", 1),
  ...atSeconds({ some: 4, all: 12 }, 15),
];

test("a region whose removal was killed is there again after the next run that declares it", async () => {
  const { simulator, stack, api } = await redisCloud({
    durations: {
      taskProcessing: [1, 10],
      activeActiveRegionCreate: [10, 10],
      activeActiveRegionDelete: [60, 60],
    },
  });
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  const args = { subscriptionId, region: "us-west-2", deploymentCIDR: "10.0.2.0/24" };
  await stack.up("ActiveActiveRegion", "west", args);

  let left: Left = { state: stack.held, journal: killedRuns().journal };
  for (const instant of INSTANTS) {
    const victim = new Process(simulator, killedRuns().gateway, left, instant);
    await Promise.race([victim.stack.destroy("west").catch(() => undefined), victim.crash]);
    const next = new Process(simulator, killedRuns().gateway, victim.end());
    await next.stack.up("ActiveActiveRegion", "west", args);
    left = next.end();
    await seconds(100);
    const { regions } = await api.get(`/subscriptions/${subscriptionId}/regions`);
    expect({ instant, regions }).toEqual({
      instant,
      regions: expect.arrayContaining([expect.objectContaining({ region: "us-west-2" })]),
    });
  }
});

import { closeSimulators, PLACE, redisCloud } from "./harness";
import { type CrashInstant, type Left, Process } from "./histories/process";
import { aroundRequests, atCheckpoints, atSeconds, useKilledRuns } from "./killedRuns";
import { randomCases } from "./thorough";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * The engine and the provider are killed at many instants of a redirection and of its revert. The next run completes it:
 * the API has redirected once, and reverted once, but for a redirection whose ID was lost with the answer.
 */

useVirtualTime({ realSecondsPerTest: 240 });
afterEach(closeSimulators);

const killedRuns = useKilledRuns();

const INSTANTS: readonly CrashInstant[] = [
  ...aroundRequests("write", 1),
  ...aroundRequests("request", randomCases({ some: 4, all: 12 })),
  ...atCheckpoints(2),
  ...atSeconds({ some: 3, all: 12 }, 9),
];

interface Redirected {
  readonly id: string;
  readonly status: string;
}

test.each(["redirection", "revert"] as const)(
  "a %s is made once, whenever it is killed",
  async (killedIn) => {
    const { simulator, stack, api } = await redisCloud({
      durations: {
        taskProcessing: [1, 10],
        endpointRedirectionCreate: [30, 30],
        endpointRedirectionRevert: [30, 30],
      },
    });
    const paths = await Promise.all(
      ["old", "new"].map(async (name) => {
        const { id: subscriptionId } = await stack.subscription(`for-${name}`, PLACE);
        const { outputs } = await stack.database(name, { subscriptionId, datasetSizeInGb: 1, port: 12_000 });
        return `/subscriptions/${subscriptionId}/databases/${outputs.databaseId}`;
      }),
    );
    const [source, target] = paths.map((each) => Number(each.split("/").at(-1)));
    const args = { sourceDatabaseId: source, targetDatabaseId: target, endpointTargetType: "public" };
    const all = () =>
      (simulator.state().accounts[0]?.resources.endpointRedirection ??
        []) as unknown as readonly Redirected[];

    let left: Left = { state: stack.held, journal: killedRuns().journal };
    let sent = 0;
    for (const instant of INSTANTS) {
      const run = async (crash: CrashInstant | undefined, work: (process: Process) => Promise<unknown>) => {
        const process = new Process(simulator, killedRuns().gateway, left, crash);
        const working = work(process).catch((error) => {
          if (crash === undefined) throw error;
        });
        await (crash === undefined ? working : Promise.race([working, process.crash]));
        left = process.end();
      };
      const redirect = ({ stack }: Process) => stack.up("EndpointRedirection", "to-new", args);
      const revert = async ({ stack }: Process) => {
        if (stack.has("to-new")) await stack.destroy("to-new");
      };
      if (killedIn === "redirection") await run(instant, redirect);
      await run(undefined, redirect);
      const { id, outputs } = left.state.get("to-new") as { id: string; outputs: { status?: string } };
      sent += 1;
      const made = all().at(-1);
      expect({ instant, count: all().length }).toEqual({ instant, count: sent });
      expect([made?.id, "unknown"]).toContain(outputs.status === "unknown" ? "unknown" : id);
      expect(outputs.status).toBe(id.startsWith("lost-") ? "unknown" : "completed");

      if (killedIn === "revert") await run(instant, revert);
      await run(undefined, revert);
      const isLost = id.startsWith("lost-");
      if (isLost) {
        await seconds(60);
        await api.send("POST", `/endpoint-redirections/${made?.id}/revert`);
        await seconds(60);
      }
      expect({ instant, status: all().at(-1)?.status }).toEqual({ instant, status: "reverted" });
      // Somebody sees that the clients have moved.
      await seconds(400);
      for (const each of paths) await api.send("POST", `${each}/traffic/resume`);
      await seconds(400);
    }
  },
);

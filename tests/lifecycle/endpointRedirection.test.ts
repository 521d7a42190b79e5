import * as pulumi from "@pulumi/pulumi";
import { getDatabaseTraffic } from "../../provider/functions/databaseActions";
import * as status from "../../provider/pulumi/status";
import type { SimulatorOptions } from "../../simulator";
import { PLAN } from "../simulator/essentials";
import {
  ACTIVE_ACTIVE_PLACE,
  configOf,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  type RedisCloud,
  redisCloud,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Redirections of dynamic endpoints: the API has no tasks for them and no list of them, so nothing but the answer to the
 * request tells the ID.
 */

useVirtualTime();
endSimulators();
afterEach(() => {
  jest.restoreAllMocks();
});

const TAKES = { endpointRedirectionCreate: [60, 60], endpointRedirectionRevert: [60, 60] } as const;
const HOUR = 3600;

/** Two databases that a redirection can be between. */
async function withDatabases(options: SimulatorOptions = {}) {
  const cloud = await redisCloud({ durations: { ...TAKES }, ...options });
  const { stack } = cloud;
  const database = async (name: string) => {
    const { id: subscriptionId } = await stack.subscription(`for-${name}`, PLACE);
    const { outputs } = await stack.database(name, { subscriptionId, datasetSizeInGb: 1, port: 12_000 });
    return outputs;
  };
  const [{ databaseId: sourceDatabaseId, dynamicEndpoints }, { databaseId: targetDatabaseId }] = [
    await database("old"),
    await database("new"),
  ];
  const args = { sourceDatabaseId, targetDatabaseId, endpointTargetType: "public" };
  const up = (more: object = {}) => stack.up("EndpointRedirection", "to-new", { ...args, ...more });
  return { ...cloud, args, up, dynamicEndpoints };
}

const redirections = ({ simulator }: Pick<RedisCloud, "simulator">) =>
  (simulator.state().accounts[0]?.resources.endpointRedirection ?? []) as unknown as readonly {
    id: string;
    status: string;
    duplicateACLs: boolean;
  }[];

const reverts = ({ simulator }: Pick<RedisCloud, "simulator">): number =>
  writes(simulator).filter((write) => write.endsWith("/revert")).length;

/** What the run announces of redirections. */
function announcements(): string[] {
  const said: string[] = [];
  jest.spyOn(status, "announceOnce").mockImplementation((_, text) => void said.push(text));
  jest.spyOn(status, "announce").mockImplementation(() => (text) => void said.push(text));
  return said;
}

test("it is complete when the API says so, and deleting it reverts it", async () => {
  const { stack, simulator, args, up } = await withDatabases();
  const { id, outputs } = await up({ duplicateACLs: true });
  expect(redirections({ simulator })).toMatchObject([{ id, status: "completed", duplicateACLs: true }]);
  expect(outputs).toMatchObject({ status: "completed", completedAt: expect.any(String) });
  const { completedAt, revertibleUntil } = outputs;
  expect(Date.parse(String(revertibleUntil)) - Date.parse(String(completedAt))).toBe(24 * HOUR * 1000);
  expect(await stack.preview("to-new", { ...args, duplicateACLs: true })).toBe("same");
  await stack.refresh("to-new");
  expect(await stack.preview("to-new", { ...args, duplicateACLs: true })).toBe("same");
  await stack.destroy("to-new");
  expect(redirections({ simulator })).toMatchObject([{ id, status: "reverted" }]);
});

test("the preview says what it does to clients; another target reverts it first, another use of roles does nothing", async () => {
  const { stack, simulator, args, up } = await withDatabases();
  const said = announcements();
  await stack.previewNew("EndpointRedirection", "to-new", args);
  expect(said).toEqual([
    `redirects the clients of database ${args.sourceDatabaseId} to database ${args.targetDatabaseId}, and stops the ` +
      "traffic to the first one",
  ]);
  const { id } = await up();
  said.splice(0);
  expect(await stack.preview("to-new", { ...args, endpointTargetType: "private" })).toBe("replace");
  expect(said).toEqual([
    expect.stringMatching(
      /^replacing endpoint redirection \S+ reverts it, within 24 hours .*: endpointTargetType cannot be changed/,
    ),
  ]);
  expect(await stack.preview("to-new", { ...args, duplicateACLs: true })).toBe("update");
  await up({ duplicateACLs: true });
  expect(redirections({ simulator })).toMatchObject([{ id, duplicateACLs: false }]);
});

test("after 24 hours, deleting it only forgets it, and says so", async () => {
  const cloud = await withDatabases();
  const { id } = await cloud.up();
  await seconds(25 * HOUR);
  const said = announcements();
  await cloud.stack.destroy("to-new");
  expect(said).toEqual([
    `endpoint redirection ${id} stays as it is, and only leaves the state: it was completed more than 24 hours ago, and ` +
      "the API no longer reverts it.",
  ]);
  expect(reverts(cloud)).toBe(0);
});

test("a look-up tells whether the traffic of the source can be resumed", async () => {
  const { simulator, api, up, stack, args } = await withDatabases();
  pulumi.runtime.setAllConfig(configOf(simulator));
  const [subscriptionId = ""] = stack.state("old").id.split("/");
  const source = { subscriptionId, databaseId: String(args.sourceDatabaseId) };
  expect(await getDatabaseTraffic(source)).toEqual({ status: "not redirected" });
  await up();
  expect(await getDatabaseTraffic(source)).toMatchObject({ status: "stopped", canResume: false });
  await seconds(300);
  expect(await getDatabaseTraffic(source)).toMatchObject({ status: "stopped", canResume: true });
  await api.send(
    "POST",
    `/subscriptions/${subscriptionId}/databases/${args.sourceDatabaseId}/traffic/resume`,
  );
  expect(await getDatabaseTraffic(source)).toMatchObject({ status: "active" });
  await expect(getDatabaseTraffic({ ...source, databaseId: 1 })).rejects.toThrow("404");
});

test.each([1, 400])("one that another client began to revert %s s ago is gone", async (ago) => {
  const cloud = await withDatabases();
  const { id } = await cloud.up();
  await cloud.api.send("POST", `/endpoint-redirections/${id}/revert`);
  await seconds(ago);
  const next = inAnotherProcess(cloud.simulator, new Map(cloud.stack.held));
  expect(await next.preview("to-new", cloud.args)).toBe("replace");
  await seconds(400);
  await cloud.stack.refresh("to-new");
  expect(cloud.stack.held.has("to-new")).toBe(false);
  const [subscriptionId] = next.state("new").id.split("/");
  const target = `/subscriptions/${subscriptionId}/databases/${cloud.args.targetDatabaseId}`;
  await cloud.api.send("POST", `${target}/traffic/resume`);
  const { id: again } = await next.up("EndpointRedirection", "to-new", cloud.args);
  expect(redirections(cloud)).toMatchObject([{ status: "reverted" }, { id: again, status: "completed" }]);
});

test("one that the API no longer knows counts as unchanged, and its deletion as done", async () => {
  const cloud = await withDatabases();
  const { stack, args } = cloud;
  await cloud.up();
  const before = stack.state("to-new");
  const id = "00000000-0000-4000-8000-000000000000";
  stack.held.set("to-new", { ...before, id });
  expect(await stack.preview("to-new", args)).toBe("same");
  await stack.refresh("to-new");
  expect(stack.state("to-new").outputs).toMatchObject({
    status: "completed",
    completedAt: before.outputs.completedAt,
    revertibleUntil: before.outputs.revertibleUntil,
  });
  expect(await stack.preview("to-new", args)).toBe("same");
  await stack.destroy("to-new");
  expect(redirections(cloud)).toHaveLength(1);
  expect(reverts(cloud)).toBe(0);
});

test("one that fails is reported with its reason, and replaced; there is nothing to revert", async () => {
  const cloud = await withDatabases({
    faults: [{ fault: "provisioning-error", kind: "endpointRedirection", times: 1 }],
  });
  const { message } = await failureOf(cloud.up());
  expect(message).toMatch(
    /create endpoint redirection \S+.*it is in state failed: The endpoints could not be redirected/,
  );
  const { id } = await cloud.up();
  expect(redirections(cloud)).toMatchObject([{ status: "failed" }, { id, status: "completed" }]);
  expect(reverts(cloud)).toBe(0);
});

test("a run that is killed while it is under way is continued: its ID is in the journal", async () => {
  const { simulator, args, up } = await withDatabases({ durations: { ...TAKES } });
  const { id } = await up();
  const next = inAnotherProcess(simulator);
  expect((await next.up("EndpointRedirection", "to-new", args)).id).toBe(id);
  expect(redirections({ simulator })).toHaveLength(1);
});

const lost = (when: "before" | "after", path: string) =>
  ({ fault: "reset-connection", when, method: "POST", path, times: 1 }) as const;

test("a request that never arrived is sent again", async () => {
  const cloud = await withDatabases({ faults: [lost("before", "/endpoint-redirections")] });
  const { id } = await cloud.up();
  expect(redirections(cloud)).toMatchObject([{ id }]);
});

test("one whose answer was lost is not sent again; its ID is unknown, so that it can only be forgotten", async () => {
  const cloud = await withDatabases({ faults: [lost("after", "/endpoint-redirections")] });
  const { stack, args, up } = cloud;
  const said = announcements();
  const { id, outputs } = await up();
  expect(id).toBe(`lost-${args.sourceDatabaseId}-${args.targetDatabaseId}`);
  expect(outputs).toMatchObject({ status: "unknown", revertibleUntil: null });
  expect(said.join("\n")).toContain("its answer was lost, and with it the ID");
  await stack.refresh("to-new");
  expect(await stack.preview("to-new", args)).toBe("same");
  said.splice(0);
  await stack.destroy("to-new");
  expect(said).toEqual([expect.stringContaining("to revert it, ask Redis support")]);
  expect(redirections(cloud)).toHaveLength(1);
});

test.each(["before", "after"] as const)(
  "a revert whose answer was lost %s it was accepted ends well",
  async (when) => {
    const cloud = await withDatabases({ faults: [lost(when, "/endpoint-redirections/*/revert")] });
    await cloud.up();
    await cloud.stack.destroy("to-new");
    expect(redirections(cloud)).toMatchObject([{ status: "reverted" }]);
  },
);

test("one that exists is adopted by its ID", async () => {
  const { stack, api, args } = await withDatabases();
  const { redirectionId } = await api.send("POST", "/endpoint-redirections", {
    ...args,
    migrationProtection: true,
  });
  await seconds(120);
  const { id, outputs } = await stack.up("EndpointRedirection", "to-new", { ...args, adopt: redirectionId });
  expect([id, outputs.status]).toEqual([redirectionId, "completed"]);
  expect(await stack.preview("to-new", args)).toBe("same");
});

test("databases that cannot be redirected are refused before anything is sent", async () => {
  const { stack, simulator, args } = await withDatabases();
  const { id: essentials } = await stack.essentialsSubscription("small", { planId: PLAN.free });
  const small = await stack.essentialsDatabase("small-db", { subscriptionId: essentials });
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const shared = await stack.up("ActiveActiveDatabase", "shared", { subscriptionId, datasetSizeInGb: 1 });
  const before = writes(simulator);
  const refused = async (more: object) => {
    const preview = inAnotherProcess(simulator).previewNew("EndpointRedirection", "x", { ...args, ...more });
    return (await failureOf(preview)).message;
  };
  expect(await refused({ targetDatabaseId: args.sourceDatabaseId })).toContain(
    "targetDatabaseId: is the source",
  );
  expect(await refused({ targetDatabaseId: Number(small.id.split("/")[1]) })).toMatch(
    /^targetDatabaseId: \d+ is an Essentials database/,
  );
  expect(await refused({ sourceDatabaseId: shared.outputs.databaseId })).toMatch(
    /^sourceDatabaseId: \d+ is an Active-Active database/,
  );
  expect(await refused({ endpointTargetType: "both" })).toContain("endpointTargetType: must be one of");
  expect(writes(simulator)).toEqual(before);
});

import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  redisCloud,
  refused,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * AWS PrivateLink: one link in a place, shared with a set of principals. The other side is the simulator's peer.
 */

useVirtualTime();
endSimulators();

const PRODUCTION = { principal: "123456789012", type: "aws_account", alias: "Production" };
const ROLE = { principal: "arn:aws:iam::210987654321:role/app", type: "iam_role" };
const STAGING = { principal: "345678901234", type: "aws_account" };

async function withLink(principals: readonly object[] = [PRODUCTION]) {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.up("Subscription", "shop", PLACE);
  const declared = { subscriptionId, shareName: "redis", principals };
  const { id } = await cloud.stack.up("PrivateLink", "link", declared);
  const up = (more: object) => cloud.stack.up("PrivateLink", "link", { ...declared, ...more });
  const preview = (more: object) => cloud.stack.preview("link", { ...declared, ...more });
  const held = (): { principal: string }[] => {
    const [link] = cloud.simulator.state().accounts[0]?.resources.privateLink ?? [];
    return (link as unknown as { principals: { principal: string; associatedAt: number }[] }).principals.map(
      ({ associatedAt: _, ...principal }) => principal,
    );
  };
  return { ...cloud, subscriptionId, id, declared, up, preview, held };
}

test("a link has the ID of its place, is ready when its principals are associated, and stays as it is", async () => {
  const { stack, simulator, subscriptionId, id, preview, held } = await withLink([PRODUCTION, ROLE, STAGING]);
  expect(id).toBe(subscriptionId);
  expect(stack.state("link").outputs).toMatchObject({
    status: "active",
    resourceConfigurationId: expect.stringMatching(/^rcfg-/),
    resourceConfigurationArn: expect.stringMatching(/^arn:aws:vpc-lattice:/),
    shareArn: expect.stringMatching(/^arn:aws:ram:/),
  });
  expect(held()).toEqual([PRODUCTION, ROLE, STAGING]);
  await stack.refresh("link");
  expect(await preview({})).toBe("same");
  expect(await preview({ principals: [STAGING, PRODUCTION, ROLE] })).toBe("same");
  expect(await preview({ shareName: "other" })).toBe("replace");
  await stack.destroy("link");
  await stack.destroy("shop");
  expect(simulator.record.remaining()).toEqual([]);
});

test("one that somebody else deleted is created again, though the task of its deletion names nothing", async () => {
  const { stack, simulator, api, id, declared } = await withLink();
  await api.send("DELETE", `/subscriptions/${id}/private-link`);
  await seconds(600);
  const [deletion] = (simulator.state().accounts[0]?.tasks ?? []).filter(
    ({ command }) => command.commandType === "privateLinkDeleteRequest",
  );
  expect(deletion?.response).toEqual({});
  const next = inAnotherProcess(simulator, new Map(stack.held));
  expect(await next.preview("link", declared)).toBe("replace");
  await next.up("PrivateLink", "link", declared);
  expect(await next.preview("link", declared)).toBe("same");
  expect(submitted(simulator, "privateLinkCreateRequest")).toHaveLength(2);
});

test("principals are added and removed, and a changed one is removed and added", async () => {
  const { up, held, preview, simulator } = await withLink([PRODUCTION, STAGING]);
  const changed = { principals: [ROLE, { ...STAGING, alias: "Staging" }] };
  const before = writes(simulator).length;
  await up(changed);
  expect(held()).toEqual([ROLE, { ...STAGING, alias: "Staging" }]);
  expect(
    writes(simulator)
      .slice(before)
      .map((write) => write.split(" ")[0]),
  ).toEqual(["POST", "DELETE", "POST", "DELETE"]);
  expect(await preview(changed)).toBe("same");
});

test("what fails halfway through a change of principals is completed by the next run", async () => {
  const { up, held, simulator, stack } = await withLink([PRODUCTION]);
  simulator.faults.add({
    fault: "processing-error",
    commandType: "privateLinkPrincipalsDeleteRequest",
    error: "PRIVATE_LINK_SERVICE_ERROR",
    times: 1,
  });
  const changed = { principals: [ROLE, STAGING] };
  const { message } = await failureOf(up(changed));
  expect(message).toContain("PRIVATE_LINK_SERVICE_ERROR");
  expect(held()).toEqual([PRODUCTION, ROLE, STAGING]);
  expect(stack.state("link").outputs.principals).toEqual([PRODUCTION]);
  const before = writes(simulator).length;
  await up(changed);
  expect(held()).toEqual([ROLE, STAGING]);
  expect(writes(simulator).length).toBe(before + 1);
});

test("a principal that somebody else added is shown by a refresh, and taken back", async () => {
  const { stack, api, subscriptionId, up, held } = await withLink();
  await api.send("POST", `/subscriptions/${subscriptionId}/private-link/principals`, ROLE);
  await seconds(200);
  const refreshed = await stack.refresh("link");
  expect(refreshed?.inputs.principals).toEqual([PRODUCTION, ROLE]);
  await up({});
  expect(held()).toEqual([PRODUCTION]);
});

test("connections and databases are outputs, as last read", async () => {
  const { stack, simulator, subscriptionId } = await withLink();
  await stack.up("Database", "sessions", { subscriptionId, datasetSizeInGb: 1 });
  await simulator.peer.act("privateLink", "connect", {
    subscriptionId: Number(subscriptionId),
    ownerId: PRODUCTION.principal,
  });
  await seconds(60);
  const refreshed = await stack.refresh("link");
  expect(JSON.parse(String(refreshed?.outputs.__attributes))).toMatchObject({
    connections: [{ ownerId: PRODUCTION.principal, type: "vpc_endpoint" }],
    databases: [{ databaseId: expect.any(Number), rlEndpoint: expect.any(String) }],
  });
});

test("a region of an Active-Active subscription has a link of its own, by the same declaration", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const linkIn = (regionId: number) =>
    stack.up("PrivateLink", `link-${regionId}`, {
      subscriptionId,
      regionId,
      shareName: `redis-${regionId}`,
      principals: [PRODUCTION, ROLE],
    });
  await Promise.all([linkIn(1), linkIn(4)]);
  expect(stack.state("link-1").id).toBe(`${subscriptionId}/1`);
  expect(stack.state("link-4").id).toBe(`${subscriptionId}/4`);
  expect(stack.state("link-4").outputs.shareArn).toContain(":eu-west-1:");
  expect(submitted(simulator, "activeActivePrivateLinkCreateRequest")).toHaveLength(2);
  expect(refused(simulator).filter(({ name }) => !/Get|List/.test(name))).toEqual([]);
  await stack.destroy("link-1");
  await stack.refresh("link-4");
  expect(stack.has("link-4")).toBe(true);
});

test.each([
  [[], "principals"],
  [[{ ...PRODUCTION, type: "iam_role" }], "principals[0].principal"],
  [[{ ...PRODUCTION, principal: "000000000000" }], "principals[0].principal"],
  [[PRODUCTION, { ...PRODUCTION, alias: "again" }], "principals[1].principal"],
])("principals %j are refused by the preview", async (principals, property) => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("Subscription", "shop", PLACE);
  const before = writes(simulator);
  const args = { subscriptionId, shareName: "redis", principals };
  const { message } = await failureOf(stack.previewNew("PrivateLink", "link", args));
  expect(message.split(": ")[0]).toBe(property);
  expect(writes(simulator)).toEqual(before);
});

test("a link beside databases with the OSS Cluster API is refused by the preview", async () => {
  const { stack } = await redisCloud();
  const { id: subscriptionId } = await stack.up("Subscription", "shop", PLACE);
  await stack.up("Database", "oss", { subscriptionId, datasetSizeInGb: 1, supportOSSClusterApi: true });
  const args = { subscriptionId, shareName: "redis", principals: [PRODUCTION] };
  const { message } = await failureOf(stack.previewNew("PrivateLink", "link", args));
  expect(message).toMatch(/^subscriptionId: .*supportOSSClusterApi/);
});

test("a link that an earlier run requested with another share is replaced, not doubled", async () => {
  const { stack, simulator } = await redisCloud({ durations: { taskProcessing: [10, 10] } });
  const { id: subscriptionId } = await stack.up("Subscription", "shop", PLACE);
  const args = { subscriptionId, shareName: "redis", principals: [PRODUCTION] };
  const impatient = { ...args, timeouts: { create: "1s" } };
  const { message } = await failureOf(stack.up("PrivateLink", "link", impatient));
  expect(message).toContain("processing-timeout");
  const next = inAnotherProcess(simulator, new Map(stack.held));
  const { outputs } = await next.up("PrivateLink", "link", { ...args, shareName: "other" });
  expect(outputs.status).toBe("active");
  expect(submitted(simulator, "privateLinkDeleteRequest")).toHaveLength(1);
  expect(simulator.state().accounts[0]?.resources.privateLink).toMatchObject([{ name: "other" }]);
});

test("a creation whose answer was lost is found again by its place", async () => {
  const { stack, simulator } = await redisCloud({
    faults: [
      {
        fault: "reset-connection",
        when: "after",
        method: "POST",
        path: "/v1/subscriptions/*/private-link",
        times: 1,
      },
    ],
  });
  const { id: subscriptionId } = await stack.up("Subscription", "shop", PLACE);
  await stack.up("PrivateLink", "link", {
    subscriptionId,
    shareName: "redis",
    principals: [PRODUCTION, ROLE],
  });
  expect(submitted(simulator, "privateLinkCreateRequest")).toHaveLength(1);
});

test("an existing link is adopted by its place", async () => {
  const { stack, simulator, subscriptionId, declared } = await withLink();
  const other = inAnotherProcess(simulator);
  stack.held.delete("link");
  const { id } = await other.up("PrivateLink", "adopted", { ...declared, adopt: String(subscriptionId) });
  expect(id).toBe(subscriptionId);
  expect(await other.preview("adopted", { ...declared, adopt: String(subscriptionId) })).toBe("same");
});

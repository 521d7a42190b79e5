import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { openAccount } from "../../provider/lifecycle/openAccount";
import type { SimulatorOptions } from "../../simulator";
import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Peerings: ready when they wait for the other side; their list is a task.
 */

useVirtualTime();
endSimulators();

const AWS = {
  region: "us-east-1",
  awsAccountId: "123456789012",
  vpcId: "vpc-0125be68a4625884a",
  vpcCidrs: ["10.10.10.0/24"],
};
const GCP_PLACE = {
  ...PLACE,
  cloudProviders: [{ provider: "GCP", regions: [{ region: "us-east1" }] }],
};
const EXACT = { peeringCreate: [60, 60], peeringAccept: [5, 5], taskProcessing: [5, 5] } as const;

async function withSubscription(place: object = PLACE, options: SimulatorOptions = {}) {
  const cloud = await redisCloud({ durations: EXACT, ...options });
  const { id: subscriptionId } = await cloud.stack.subscription("main", place as never);
  const up = (args: object, name = "to-shop") =>
    cloud.stack.up("SubscriptionPeering", name, { subscriptionId, ...args });
  const preview = (args: object) => cloud.stack.preview("to-shop", { subscriptionId, ...args });
  return { ...cloud, subscriptionId, up, preview };
}

const vpc = (index: number) => ({ ...AWS, vpcId: `vpc-0000000${index}`, vpcCidrs: [`10.10.${index}.0/24`] });

test("a peering that waits for the other side is ready, and tells it what it needs", async () => {
  const { stack, simulator, up, preview } = await withSubscription();
  const { id, outputs } = await up(AWS);
  expect(outputs).toMatchObject({
    status: "pending-acceptance",
    vpcPeeringId: Number(id.split("/")[1]),
    awsPeeringUid: expect.stringMatching(/^pcx-/),
    redisProjectUid: null,
  });
  await simulator.peer.accept("subscriptionPeering", String(outputs.awsPeeringUid));
  await seconds(60);
  expect((await stack.refresh("to-shop"))?.outputs).toMatchObject({ status: "active" });
  expect(await preview(AWS)).toBe("same");
  await stack.destroy("to-shop");
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("its networks are updated in place once it is active; anything else replaces it", async () => {
  const { simulator, api, subscriptionId, up, preview } = await withSubscription();
  const { id, outputs } = await up(AWS);
  const more = { ...AWS, vpcCidrs: ["10.10.20.0/24", "10.10.10.0/24"] };
  expect((await failureOf(up(more))).message).toContain("Accept the peering on the other side first");
  await simulator.peer.accept("subscriptionPeering", String(outputs.awsPeeringUid));
  await seconds(60);
  expect((await up(more)).id).toBe(id);
  expect(await preview({ ...more, vpcCidrs: [...more.vpcCidrs].reverse() })).toBe("same");
  const { taskId } = await api.get(`/subscriptions/${subscriptionId}/peerings`);
  await seconds(10);
  expect(await api.get(`/tasks/${taskId}`)).toMatchObject({
    response: { resource: { peerings: [{ vpcCidrs: [{ vpcCidr: "10.10.20.0/24", active: true }, {}] }] } },
  });
  expect(await preview({ ...more, region: "us-west-2" })).toBe("replace");
  expect(await preview({ ...more, vpcId: "vpc-1" })).toBe("replace");
});

test("one that the other side rejects has failed, and is replaced", async () => {
  const { stack, simulator, up, preview } = await withSubscription();
  const { id } = await up(AWS);
  await simulator.peer.reject("subscriptionPeering", id.split("/")[1] ?? "");
  await seconds(60);
  expect((await stack.refresh("to-shop"))?.outputs).toMatchObject({ status: "failed" });
  expect(await preview(AWS)).toBe("replace");
  expect((await up(AWS)).id).not.toBe(id);
});

test("one whose request fails is an error that names it, and stays in the state", async () => {
  const faults = [{ fault: "provisioning-error", kind: "subscriptionPeering", times: 1 }] as const;
  const { up, preview } = await withSubscription(PLACE, { faults: [...faults] });
  const { message } = await failureOf(up(AWS));
  expect(message).toMatch(
    /^create peering \d+ of subscription \d+: provisioning-error: it is in state failed/,
  );
  expect(await preview(AWS)).toBe("replace");
});

test("on Google Cloud, it is inactive until there is a peering in the other direction", async () => {
  const { stack, simulator, up } = await withSubscription(GCP_PLACE);
  const args = { vpcProjectUid: "our-project", vpcNetworkName: "our-network" };
  const { outputs } = await up(args);
  expect(outputs).toMatchObject({
    status: "inactive",
    redisProjectUid: expect.any(String),
    redisNetworkName: expect.any(String),
    cloudPeeringId: expect.any(String),
    awsPeeringUid: null,
  });
  await simulator.peer.accept("subscriptionPeering", String(outputs.cloudPeeringId));
  await seconds(60);
  expect((await stack.refresh("to-shop"))?.outputs).toMatchObject({ status: "active" });
});

test("the regions of an Active-Active subscription have peerings of their own, and one list", async () => {
  const { stack, simulator } = await redisCloud({ durations: EXACT });
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const { region: destinationRegion, ...rest } = AWS;
  const args = { subscriptionId, destinationRegion, ...rest };
  const regions = ["us-east-1", "eu-west-1"];
  const all = await Promise.all(
    regions.map((sourceRegion) => stack.up("SubscriptionPeering", sourceRegion, { ...args, sourceRegion })),
  );
  expect(all.map(({ id }) => id.split("/").slice(0, 2).join("/"))).toEqual(
    regions.map((region) => `${subscriptionId}/${region}`),
  );
  expect(all.map(({ outputs }) => outputs.status)).toEqual(["pending-acceptance", "pending-acceptance"]);
  const looks = submitted(simulator, "activeActivePeeringListRequest").length;
  await seconds(60);
  for (const region of regions) {
    await stack.refresh(region);
    expect(await stack.preview(region, { ...args, sourceRegion: region })).toBe("same");
  }
  expect(submitted(simulator, "activeActivePeeringListRequest")).toHaveLength(looks + 1);
  for (const region of regions) await stack.destroy(region);
  expect(simulator.record.remaining().map(({ kind }) => kind)).not.toContain("subscriptionPeering");
});

test("while ten wait, the list is read hardly more often than for one, and once for all refreshes", async () => {
  const looksFor = async (count: number) => {
    const { stack, simulator, up } = await withSubscription();
    const indexes = Array.from({ length: count }, (_, index) => index);
    await Promise.all(indexes.map((index) => up(vpc(index), `to-${index}`)));
    const looks = submitted(simulator, "peeringListRequest").length;
    await seconds(60);
    await Promise.all(indexes.map((index) => stack.refresh(`to-${index}`)));
    expect(submitted(simulator, "peeringListRequest")).toHaveLength(looks + 1);
    return looks;
  };
  const [one, ten] = [await looksFor(1), await looksFor(10)];
  expect(one).toBeGreaterThan(0);
  expect(ten).toBeLessThanOrEqual(1.3 * one);
});

test.each<readonly [string, object, string]>([
  ["no VPC", { region: "us-east-1" }, "awsAccountId: is missing"],
  ["both clouds", { ...AWS, vpcProjectUid: "our-project" }, "vpcNetworkName: is missing"],
  ["a source region in a single region", { ...AWS, sourceRegion: "us-east-1" }, "region: is called"],
  ["an unknown region", { ...AWS, region: "us-east-9" }, "region: us-east-9 is not a region"],
  ["no network", { ...AWS, vpcCidrs: [] }, "vpcCidrs: must name at least one network"],
  ["overlapping networks", { ...AWS, vpcCidrs: ["10.10.0.0/16", "10.10.1.0/24"] }, "vpcCidrs[1]: overlaps"],
])("%s: the preview refuses it", async (_, args, message) => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  const before = writes(simulator);
  const preview = stack.previewNew("SubscriptionPeering", "to-shop", { subscriptionId, ...args });
  expect((await failureOf(preview)).message).toContain(message);
  expect(writes(simulator)).toEqual(before);
});

test("a creation whose answer was lost, and whose run was killed, is taken up by the next run", async () => {
  const faults = [
    { fault: "reset-connection", when: "after", method: "POST", path: "/subscriptions/*/peerings", times: 1 },
  ] as const;
  const { simulator, subscriptionId, up } = await withSubscription(PLACE, { faults: [...faults] });
  const { id } = await up(AWS);
  const next = inAnotherProcess(simulator);
  expect((await next.up("SubscriptionPeering", "to-shop", { subscriptionId, ...AWS })).id).toBe(id);
  expect(submitted(simulator, "peeringCreateRequest")).toHaveLength(1);
});

test("a list that is refused for the moment is read again: the creation that waits for it is not sent twice", async () => {
  const faults = [
    {
      fault: "processing-error",
      error: "TOO_MANY_PENDING_SUBSCRIPTIONS",
      commandType: "peeringListRequest",
      times: 2,
    },
  ] as const;
  const { simulator, up } = await withSubscription(PLACE, { faults: [...faults] });
  expect((await up(AWS)).outputs.status).toBe("pending-acceptance");
  expect(submitted(simulator, "peeringCreateRequest")).toHaveLength(1);
});

test("a list that is refused for good is an error of the wait, which the next run resumes", async () => {
  const faults = [
    { fault: "processing-error", error: "FORBIDDEN", commandType: "peeringListRequest", times: 1 },
  ] as const;
  const { simulator, subscriptionId, up } = await withSubscription(PLACE, { faults: [...faults] });
  expect((await failureOf(up(AWS))).message).toMatch(
    /^create peering \d+ of subscription \d+: lost-sight: GET \S+peerings: FORBIDDEN.*task .*It continues/,
  );
  const { id } = await up(AWS);
  expect(id).toContain(`${subscriptionId}/`);
  expect(submitted(simulator, "peeringCreateRequest")).toHaveLength(1);
});

test("a peering that another program made is not taken over: the error says how to adopt it", async () => {
  const { simulator, subscriptionId, up } = await withSubscription();
  const { id } = await up(AWS);
  const another = inAnotherProcess(simulator);
  const args = { subscriptionId, ...AWS };
  const { message } = await failureOf(another.up("SubscriptionPeering", "ours", args));
  expect(message).toContain("VPC_PEERING_ALREADY_EXIST");
  expect(message).toContain("`adopt`");
  expect((await another.up("SubscriptionPeering", "ours", { ...args, adopt: id })).id).toBe(id);
});

test("it is generated as a program that adopts it, and changes nothing", async () => {
  const { simulator, up } = await withSubscription();
  const { id } = await up(AWS);
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const contents = await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url }));
  const program = programOf(contents);
  expect(program).toContain("new rediscloud.SubscriptionPeering(");
  expect(program).toMatch(/subscriptionId: main\w+\.id/);
  const content = contents.declarable.find(
    ({ declaration }) => declaration.typeName === "SubscriptionPeering",
  );
  const all = { adopt: id, ...content?.target.place, ...content?.args };
  const another = inAnotherProcess(simulator);
  await another.up("SubscriptionPeering", "adopted", all);
  expect(await another.preview("adopted", all)).toBe("same");
});

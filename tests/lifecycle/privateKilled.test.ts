import { closeSimulators, PLACE, type RedisCloud, redisCloud } from "./harness";
import { type CrashInstant, type Left, Process } from "./histories/process";
import { aroundRequests, atCheckpoints, atSeconds, useKilledRuns } from "./killedRuns";
import { randomCases } from "./thorough";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * The engine and the provider are killed at many instants of the creation and of the deletion of private connections:
 * around requests, whenever the engine writes its state, and at seconds between. The next run completes what was begun,
 * and nothing is created twice, refused or left.
 */

useVirtualTime({ realSecondsPerTest: 240 });
afterEach(closeSimulators);

const killedRuns = useKilledRuns();

const INSTANTS: readonly CrashInstant[] = [
  ...aroundRequests("write", 2),
  ...aroundRequests("request", randomCases({ some: 2, all: 12 }), 2),
  ...atCheckpoints(1),
  ...atSeconds({ some: 2, all: 12 }, 20),
];

/** Runs work in a process that is killed at the instant, then in one that is not. */
async function killed(
  { simulator }: RedisCloud,
  left: Left,
  instant: CrashInstant,
  work: (stack: Process["stack"]) => Promise<unknown>,
): Promise<Left> {
  const victim = new Process(simulator, killedRuns().gateway, left, instant);
  await Promise.race([work(victim.stack).catch(() => undefined), victim.crash]);
  const next = new Process(simulator, killedRuns().gateway, victim.end());
  await work(next.stack);
  return next.end();
}

/** The tasks with these names that were processed, and those that were refused. */
const tasks = ({ simulator }: RedisCloud, commandType: RegExp) => {
  const ended = (to: string) =>
    simulator.record.changes.filter(
      (change) => change.kind === "task" && commandType.test(change.name ?? "") && change.to === to,
    ).length;
  return { completed: ended("processing-completed"), refused: ended("processing-error") };
};

const REGION = { AWS: "us-east-1", GCP: "us-central1" } as const;

async function subscriptionOn(provider: keyof typeof REGION) {
  const cloud = await redisCloud({
    durations: {
      taskProcessing: [1, 10],
      privateLinkCreate: [30, 30],
      privateServiceConnectCreate: [30, 30],
      transitGatewayAttachmentCreate: [20, 20],
    },
  });
  const cloudProviders = [{ provider, regions: [{ region: REGION[provider] }] }];
  const { id: subscriptionId } = await cloud.stack.subscription("main", { ...PLACE, cloudProviders });
  const left: Left = { state: cloud.stack.held, journal: killedRuns().journal };
  return { cloud, subscriptionId, left };
}

test("a private link is created once and deleted, whenever it is killed", async () => {
  const { cloud, subscriptionId, left: first } = await subscriptionOn("AWS");
  const principals = ["123456789012", "210987654321"].map((principal) => ({
    principal,
    type: "aws_account",
  }));
  const args = { subscriptionId, shareName: "redis", principals };
  let left = first;
  for (const instant of INSTANTS) {
    const before = tasks(cloud, /^privateLinkCreate/).completed;
    left = await killed(cloud, left, instant, (stack) => stack.up("PrivateLink", "link", args));
    const [link] = cloud.simulator.state().accounts[0]?.resources.privateLink ?? [];
    expect({ instant, created: tasks(cloud, /^privateLinkCreate/).completed - before, link }).toMatchObject({
      instant,
      created: 1,
      link: { status: "active", principals },
    });
    left = await killed(cloud, left, instant, async (stack) => {
      if (stack.has("link")) await stack.destroy("link");
    });
    expect(cloud.simulator.state().accounts[0]?.resources.privateLink).toEqual([]);
  }
  expect(tasks(cloud, /^privateLink(?!Get)/).refused).toBe(0);
});

const NETWORK = {
  gcpProjectId: "my-gcp-project",
  gcpVpcName: "my-vpc",
  gcpVpcSubnetName: "my-vpc-subnet",
  endpointConnectionName: "redis",
};

/** Creates Private Service Connect and an endpoint. */
async function connect(stack: Process["stack"], subscriptionId: string): Promise<number> {
  const { id } = await stack.up("PrivateServiceConnect", "psc", { subscriptionId });
  const args = { subscriptionId, pscServiceId: Number(id.split("/").at(-1)), ...NETWORK };
  const endpoint = await stack.up("PrivateServiceConnectEndpoint", "endpoint", args);
  return Number(endpoint.id.split("/").at(-1));
}

test("Private Service Connect and an endpoint are created once and deleted, whenever they are killed", async () => {
  const { cloud, subscriptionId, left: first } = await subscriptionOn("GCP");
  const create = (stack: Process["stack"]) => connect(stack, subscriptionId);
  let left = first;
  for (const instant of INSTANTS) {
    const before = tasks(cloud, /^psc(Service|Endpoint)Create/).completed;
    left = await killed(cloud, left, instant, create);
    const made = tasks(cloud, /^psc(Service|Endpoint)Create/).completed - before;
    expect({ instant, made }).toEqual({ instant, made: 2 });
    left = await killed(cloud, left, instant, async (stack) => {
      for (const name of ["endpoint", "psc"]) if (stack.has(name)) await stack.destroy(name);
    });
    const { privateServiceConnect, privateServiceConnectEndpoint } =
      cloud.simulator.state().accounts[0]?.resources ?? {};
    expect(privateServiceConnect).toEqual([]);
    expect(privateServiceConnectEndpoint?.filter(({ status }) => status !== "deleted")).toEqual([]);
  }
  expect(tasks(cloud, /^psc(Service|Endpoint)(Create|Delete)/).refused).toBe(0);
});

test("an endpoint whose other side went after its deletion was killed is created again", async () => {
  const { cloud, subscriptionId, left } = await subscriptionOn("GCP");
  const { simulator } = cloud;
  const inCloud = (action: string, id: number) =>
    simulator.peer.act("privateServiceConnectEndpoint", action, { id });
  const first = new Process(simulator, killedRuns().gateway, left);
  const id = await connect(first.stack, subscriptionId);
  await inCloud("create", id);
  await seconds(200);
  const victim = new Process(simulator, killedRuns().gateway, first.end(), { at: "second", nth: 30 });
  await Promise.race([victim.stack.destroy("endpoint").catch(() => undefined), victim.crash]);
  expect(victim.hasEnded && victim.stack.has("endpoint")).toBe(true);
  await inCloud("delete", id);
  await seconds(200);
  const next = new Process(simulator, killedRuns().gateway, victim.end());
  expect(await connect(next.stack, subscriptionId)).not.toBe(id);
  expect(tasks(cloud, /^pscEndpointCreate/)).toEqual({ completed: 2, refused: 0 });
});

test("an attachment to a transit gateway is created once with its networks, and deleted, whenever it is killed", async () => {
  const { cloud, subscriptionId, left: first } = await subscriptionOn("AWS");
  const share = { subscriptionId: Number(subscriptionId), autoAccept: true };
  await cloud.simulator.peer.act("transitGatewayInvitation", "share", share);
  const invitation = cloud.simulator.record
    .remaining()
    .find(({ kind }) => kind === "transitGatewayInvitation");
  const acceptor = { subscriptionId, tgwInvitationId: invitation?.id, action: "accept" };
  await cloud.stack.up("TransitGatewayInvitationAcceptor", "shared", acceptor);
  const [gatewayThere] = cloud.simulator.state().accounts[0]?.resources.transitGateway ?? [];
  const args = { subscriptionId, tgwId: gatewayThere?.id, cidrs: ["10.10.10.0/24"] };
  let left = first;
  for (const instant of INSTANTS.filter(({ at }) => at !== "second")) {
    const before = tasks(cloud, /^tgwAttachmentCreate/).completed;
    left = await killed(cloud, left, instant, (stack) =>
      stack.up("TransitGatewayAttachment", "to-hub", args),
    );
    const [attachment] = cloud.simulator.state().accounts[0]?.resources.transitGatewayAttachment ?? [];
    const created = tasks(cloud, /^tgwAttachmentCreate/).completed - before;
    expect({ instant, created, attachment }).toMatchObject({
      instant,
      created: 1,
      attachment: { status: "available", cidrs: args.cidrs },
    });
    left = await killed(cloud, left, instant, async (stack) => {
      if (stack.has("to-hub")) await stack.destroy("to-hub");
    });
    expect(cloud.simulator.state().accounts[0]?.resources.transitGatewayAttachment).toEqual([]);
  }
  expect(tasks(cloud, /^tgw(?!Get)/).refused).toBe(0);
});

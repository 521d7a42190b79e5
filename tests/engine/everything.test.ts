import { writeFileSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/*
 * An account that has resources of every product, none of which Pulumi has created.
 */

let cloud: RedisCloud;
let project: PulumiProject;

beforeAll(async () => {
  cloud = await startRedisCloud({ timeScale: 3000 });
  await fill();
  project = await createProject({ name: "everything", program: "readings", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

const DATABASE = { protocol: "redis", datasetSizeInGb: 1 };
const regionOf = (region: string, deploymentCIDR: string) => ({ region, networking: { deploymentCIDR } });

/** Creates a subscription of the Pro API with these databases; returns its path. */
async function subscription(name: string, more: object, databases: readonly object[]): Promise<string> {
  const cloudProviders = [{ provider: "AWS", regions: [{ region: "us-east-1" }] }];
  const body = { name, paymentMethodId: 2, cloudProviders, databases, ...more };
  return `/subscriptions/${await cloud.submit("POST", "/subscriptions", body)}`;
}

async function fill(): Promise<void> {
  const cloudAccountId = await cloud.submit("POST", "/cloud-accounts", {
    name: "ours",
    provider: "AWS",
    accessKeyId: "AKIAEXAMPLE",
    accessSecretKey: "access-secret",
    consoleUsername: "user",
    consolePassword: "console-password",
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  });
  const own = [{ cloudAccountId, regions: [{ region: "us-east-1" }] }];
  await subscription("own-account", { cloudProviders: own }, [{ ...DATABASE, name: "own" }]);
  const peered = await subscription("peered", {}, [{ ...DATABASE, name: "cache" }]);
  await peer(peered);
  const linked = await subscription("linked", {}, [{ ...DATABASE, name: "sessions" }]);
  await cloud.submit("POST", `${linked}/private-link`, {
    shareName: "redis",
    principal: "210987654321",
    type: "aws_account",
  });
  await activeActive();
  const plan = { planId: 98_004, paymentMethodId: 2 };
  const essentials = await cloud.submit("POST", "/fixed/subscriptions", { name: "essentials", ...plan });
  await cloud.submit("POST", `/fixed/subscriptions/${essentials}/databases`, { name: "orders" });
  await accessControl(peered);
  while (
    cloud.simulator.record
      .remaining()
      .some(({ kind, to }) => kind !== "subscriptionPeering" && to !== "active")
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The peering rests until the other side accepts it. */
async function peer(subscription: string): Promise<void> {
  const { simulator } = cloud;
  const accepted = cloud.submit("POST", `${subscription}/peerings`, {
    region: "us-east-1",
    awsAccountId: "123456789012",
    vpcId: "vpc-0125be68a4625884a",
    vpcCidrs: ["10.10.10.0/24"],
  });
  const find = () => simulator.record.changes.find(({ to }) => to === "pending-acceptance");
  while (find() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  await simulator.peer.accept("subscriptionPeering", find()?.id ?? 0);
  await accepted;
}

async function activeActive(): Promise<void> {
  const localThroughputMeasurement = ["us-east-1", "eu-west-1"].map((region) => ({ region }));
  const regions = [regionOf("us-east-1", "10.0.0.0/24"), regionOf("eu-west-1", "10.0.1.0/24")];
  const path = await subscription(
    "global",
    { deploymentType: "active-active", cloudProviders: [{ provider: "AWS", regions }] },
    [{ ...DATABASE, name: "everywhere", localThroughputMeasurement }],
  );
  await cloud.submit("POST", `${path}/regions`, {
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
    databases: [{ name: "everywhere", localThroughputMeasurement: { region: "us-west-2" } }],
  });
}

async function accessControl(subscription: string): Promise<void> {
  const { subscription: listed } = await cloud.get<{
    subscription: { databases: { databaseId: number }[] }[];
  }>(`${subscription}/databases`);
  const databases = [
    {
      subscriptionId: Number(subscription.split("/").at(-1)),
      databaseId: listed[0]?.databases[0]?.databaseId,
    },
  ];
  await cloud.submit("POST", "/acl/redisRules", { name: "reads", redisRule: "+@read ~*" });
  await cloud.submit("POST", "/acl/roles", {
    name: "reader",
    redisRules: [{ ruleName: "reads", databases }],
  });
  await cloud.submit("POST", "/acl/users", { name: "ann", role: "reader", password: "Secret-password-1" });
}

/** The kinds that the generated program must declare. */
const TYPES = [
  "AclRole",
  "AclRule",
  "AclUser",
  "ActiveActiveDatabase",
  "ActiveActiveRegion",
  "ActiveActiveSubscription",
  "CloudAccount",
  "Database",
  "EssentialsDatabase",
  "EssentialsSubscription",
  "PrivateLink",
  "Subscription",
  "SubscriptionPeering",
];

test("generate adopts everything that an account has: no change before or after, and nothing is written", async () => {
  const before = { writes: cloud.writes(), remaining: cloud.remaining() };
  const { stdout, stderr, exitCode } = await project.runOurs(["generate"]);
  const leftOut = (stderr.match(/left out.*/g) ?? []).map((line) => line.replace(/\d+/g, "…"));
  // The regions that the Active-Active subscription was created in are part of its own declaration.
  const ofItself = (region: string) => expect.stringContaining(`region ${region}`);
  expect({ exitCode, leftOut }).toEqual({
    exitCode: 0,
    leftOut: [ofItself("us-east-…"), ofItself("eu-west-…")],
  });
  expect([...new Set(stdout.match(/(?<=new rediscloud\.)\w+/g))].sort()).toEqual(TYPES);
  writeFileSync(path.join(project.programFolder, "index.ts"), stdout);
  const secrets = stderr.match(/(?<=config set --secret )\S+/g) ?? [];
  // The API reports the key ID; of the others, any value is as good as another.
  const valueFor = (key: string) => (key.endsWith("AccessKeyId") ? "AKIAEXAMPLE" : "Secret-password-1");
  await project.setSecrets(Object.fromEntries(secrets.map((key) => [key, valueFor(key)])));

  await project.up([], { mustSucceed: true });
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  expect({ writes: cloud.writes(), remaining: cloud.remaining() }).toEqual(before);
});

import { writeFileSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

const DATABASES_IN_EACH = [20, 20, 10];

let cloud: RedisCloud;
let project: PulumiProject;
let before: string;

/** Everything that the account's responses contain. */
async function held(): Promise<string> {
  const { subscriptions } = await cloud.get<{ subscriptions: { id: number }[] }>("/subscriptions");
  const databases = await Promise.all(
    subscriptions.map(({ id }) => cloud.get(`/subscriptions/${id}/databases?limit=100`)),
  );
  return JSON.stringify([subscriptions, databases]);
}

/** Various databases that were created without Pulumi. */
async function fill(): Promise<void> {
  const ids: number[] = [];
  for (const [index, count] of DATABASES_IN_EACH.entries()) {
    const databases = Array.from({ length: count }, (_, at) => ({
      name: `db-${at + 1}`,
      protocol: at % 7 === 6 ? "memcached" : "redis",
      datasetSizeInGb: 1 + (at % 3),
      ...(at % 2 === 1 && { dataPersistence: "aof-every-write", replication: false }),
    }));
    const id = await cloud.submit("POST", "/subscriptions", {
      name: `team ${index % 2}`,
      paymentMethodId: 2,
      cloudProviders: [{ provider: "AWS", regions: [{ region: index === 2 ? "eu-west-1" : "us-east-1" }] }],
      databases,
    });
    ids.push(id);
  }
  const { subscription } = await cloud.get<{ subscription: { databases: { databaseId: number }[] }[] }>(
    `/subscriptions/${ids[0]}/databases?limit=100`,
  );
  const path = (at: number) =>
    `/subscriptions/${ids[0]}/databases/${subscription[0]?.databases[at]?.databaseId}`;
  await cloud.submit("PUT", path(0), {
    dataEvictionPolicy: "noeviction",
    sourceIp: ["10.1.0.0/16", "192.168.0.7/32"],
    alerts: [{ name: "latency", value: 5 }],
    enableTls: true,
  });
  await cloud.submit("PUT", path(1), {
    remoteBackup: {
      active: true,
      interval: "every-12-hours",
      timeUTC: "14:00",
      storageType: "aws-s3",
      storagePath: "s3://backups",
    },
  });
  await cloud.submit("PUT", path(2), { regexRules: [".*(?<tag>a)", "(?<tag>.*)"] });
  await cloud.submit("PUT", `/subscriptions/${ids[1]}/maintenance-windows`, {
    mode: "manual",
    windows: [{ startHour: 3, durationInHours: 8, days: ["Sunday"] }],
  });
}

beforeAll(async () => {
  cloud = await startRedisCloud({ timeScale: 3000 });
  await fill();
  before = await held();
  project = await createProject({ name: "adoption", program: "readings", env: cloud.env });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test("generate writes a program that adopts an account's resources, and its preview shows nothing else", async () => {
  const { stdout, stderr, exitCode } = await project.runOurs(["generate"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).not.toMatch(/password/);
  writeFileSync(path.join(project.programFolder, "index.ts"), stdout);

  const preview = await project.preview([], { mustSucceed: true });
  expect(preview.stdout).toContain("+ 54 to create");
  const adopted = (kind: string) =>
    new Set(
      preview.stdout.match(new RegExp(`adopts ${kind} .+ and changes nothing; it is as declared`, "g")),
    );
  expect(adopted("database").size).toBe(50);
  expect(adopted("subscription").size).toBe(3);
});

test("up adopts them; the next preview and refresh show no change", async () => {
  await project.up([], { mustSucceed: true });
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  await project.refresh(["--expect-no-changes"], { mustSucceed: true });
});

test("adoption changes nothing in Redis Cloud", async () => {
  expect(await held()).toBe(before);
});

test("get only reads: destroy does not delete the resource", async () => {
  const { subscriptions } = await cloud.get<{ subscriptions: { id: number }[] }>("/subscriptions");
  const id = subscriptions[0]?.id;
  const { subscription } = await cloud.get<{ subscription: { databases: { databaseId: number }[] }[] }>(
    `/subscriptions/${id}/databases`,
  );
  const reader = await createProject({ name: "readings", program: "readings", env: cloud.env });
  try {
    await reader.setConfig("subscriptionId", String(id));
    await reader.setConfig("databaseId", `${id}/${subscription[0]?.databases[0]?.databaseId}`);
    await reader.up([], { mustSucceed: true });
    expect(await reader.outputs()).toMatchObject({
      subscriptionName: "team 0",
      subscriptionOfDatabase: id,
      datasetSizeInGb: 1,
      password: "[secret]",
    });
    await reader.destroy([], { mustSucceed: true });
    expect(await held()).toBe(before);

    await reader.setConfig("databaseId", `${id}/99`);
    const { stdout, stderr, exitCode } = await reader.up();
    expect(exitCode).not.toBe(0);
    expect(stdout + stderr).toContain(
      `get database 99 of subscription ${id}: it does not exist in this account`,
    );
  } finally {
    await reader.dispose();
  }
});

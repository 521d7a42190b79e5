import {
  endSimulators,
  failureOf,
  inAnotherProcess,
  ACTIVE_ACTIVE_PLACE as PLACE,
  plansGone,
  type RedisCloud,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Active-Active subscriptions, their databases and the regions that are added to them.
 */

useVirtualTime();
endSimulators();

const WEST = { region: "us-west-2", deploymentCIDR: "10.0.2.0/24" };

interface Local extends Record<string, unknown> {
  readonly region: string;
  readonly security: Record<string, unknown>;
  readonly backup: Record<string, unknown>;
}

/** A database as the server tells it, with its regions by name. */
async function atServer({ api }: Pick<RedisCloud, "api">, id: string) {
  const answer = await api.get(`/subscriptions/${id.replace("/", "/databases/")}`);
  const locals = answer.crdbDatabases as Local[];
  return { answer, in: (region: string) => locals.find((local) => local.region === region) as Local };
}

/** The names of the regions that the server has. */
async function regionsAt({ api }: Pick<RedisCloud, "api">, subscriptionId: string): Promise<string[]> {
  const { regions } = (await api.get(`/subscriptions/${subscriptionId}/regions`)) as { regions: Local[] };
  return regions.map(({ region }) => region).sort();
}

async function withDatabase(args: object = {}) {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.up("ActiveActiveSubscription", "global", PLACE);
  const declared = { subscriptionId, datasetSizeInGb: 1, ...args };
  const { id } = await cloud.stack.up("ActiveActiveDatabase", "sessions", declared);
  const up = (more: object) => cloud.stack.up("ActiveActiveDatabase", "sessions", { ...declared, ...more });
  const preview = (more: object) => cloud.stack.preview("sessions", { ...declared, ...more });
  return { ...cloud, subscriptionId, id, up, preview, declared };
}

test("a subscription and a database are created, stay as they are, and are destroyed", async () => {
  const { stack, simulator, api, subscriptionId, id, preview } = await withDatabase();
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${subscriptionId}`)).toMatchObject({
    deploymentType: "active-active",
    numberOfDatabases: 1,
  });
  expect(stack.state("sessions").outputs).toMatchObject({
    status: "active",
    publicEndpoints: { "us-east-1": expect.any(String), "eu-west-1": expect.any(String) },
    globalPassword: expect.stringMatching(/^\w{32}$/),
  });
  expect((await atServer({ api }, id)).in("eu-west-1")).toMatchObject({
    readOperationsPerSecond: 1000,
    writeOperationsPerSecond: 1000,
  });
  expect(await stack.preview("global", PLACE)).toBe("same");
  expect(await preview({})).toBe("same");
  await stack.refresh("global");
  await stack.refresh("sessions");
  expect(await stack.preview("global", PLACE)).toBe("same");
  expect(await preview({})).toBe("same");
  await stack.destroy("sessions");
  await stack.destroy("global");
  expect(simulator.record.remaining()).toEqual([]);
});

test("settings of a subscription are updated in place", async () => {
  const { stack, api, subscriptionId } = await withDatabase();
  const maintenanceWindows = {
    mode: "manual",
    windows: [{ startHour: 2, durationInHours: 8, days: ["Monday"] }],
  };
  const args = { ...PLACE, name: "renamed", publicEndpointAccess: false, maintenanceWindows };
  const { id } = await stack.up("ActiveActiveSubscription", "global", args);
  expect(id).toBe(subscriptionId);
  const path = `/subscriptions/${id}`;
  expect(await api.get(path)).toMatchObject({ name: "renamed", publicEndpointAccess: false });
  expect(await api.get(`${path}/maintenance-windows`)).toMatchObject(maintenanceWindows);
  expect(await stack.preview("global", args)).toBe("same");
});

test("an override of a region is set, changed and taken back, and other regions keep the global value", async () => {
  const cloud = await withDatabase({ globalDataPersistence: "aof-every-1-second" });
  const { id, up, preview } = cloud;
  const persistence = async () => {
    const there = await atServer(cloud, id);
    return ["us-east-1", "eu-west-1"].map((region) => there.in(region).dataPersistence);
  };
  const own = (dataPersistence: string) => ({ regions: [{ region: "eu-west-1", dataPersistence }] });
  await up(own("none"));
  expect(await persistence()).toEqual(["aof-every-1-second", "none"]);
  expect(await preview(own("none"))).toBe("same");
  await up(own("snapshot-every-1-hour"));
  expect(await persistence()).toEqual(["aof-every-1-second", "snapshot-every-1-hour"]);
  expect(await preview({})).toBe("update");
  await up({});
  expect(await persistence()).toEqual(["aof-every-1-second", "aof-every-1-second"]);
  await up({ globalDataPersistence: "none" });
  expect(await persistence()).toEqual(["none", "none"]);
});

test("every setting of a region is held by the server, and taken back with the others", async () => {
  const cloud = await withDatabase();
  const { id, up, preview, stack } = cloud;
  const alerts = [{ name: "dataset-size", value: 80 }];
  const remoteBackup = {
    active: true,
    interval: "every-12-hours",
    timeUTC: "14:00",
    storageType: "aws-s3",
    storagePath: "s3://backups/eu",
  };
  const args = {
    localThroughputMeasurement: [
      { region: "eu-west-1", writeOperationsPerSecond: 3000, readOperationsPerSecond: 500 },
    ],
    regions: [
      {
        region: "eu-west-1",
        dataPersistence: "aof-every-write",
        sourceIp: ["192.0.2.0/24"],
        alerts,
        enableDefaultUser: false,
        remoteBackup,
      },
    ],
    regionPasswords: { "eu-west-1": "in-europe-only" },
  };
  await up(args);
  const there = await atServer(cloud, id);
  expect(there.in("eu-west-1")).toMatchObject({
    writeOperationsPerSecond: 3000,
    readOperationsPerSecond: 500,
    dataPersistence: "aof-every-write",
    alerts: [expect.objectContaining({ name: "dataset-size", value: 80 })],
    security: { enableDefaultUser: false, sourceIps: ["192.0.2.0/24"] },
    backup: { enableRemoteBackup: true, destination: "s3://backups/eu" },
  });
  expect(there.in("us-east-1")).toMatchObject({
    writeOperationsPerSecond: 1000,
    dataPersistence: "none",
    alerts: [],
    security: { enableDefaultUser: true, sourceIps: ["0.0.0.0/0"] },
    backup: { enableRemoteBackup: false },
  });
  expect(await preview(args)).toBe("same");
  await stack.refresh("sessions");
  expect(await preview(args)).toBe("same");
  await up({});
  const after = await atServer(cloud, id);
  const withoutPlace = ({ publicEndpoint, privateEndpoint, region, ...held }: Local) => held;
  expect(withoutPlace(after.in("eu-west-1"))).toEqual(withoutPlace(there.in("us-east-1")));
});

test("while the user of a region is off, its password stays; what turns it on sets its password, too", async () => {
  const cloud = await withDatabase();
  const { id, up, preview } = cloud;
  const passwords = { "eu-west-1": "in-europe-only", "us-east-1": "in-america-only" };
  const off = (region: string) => ({ region, enableDefaultUser: false });
  await up({ regions: [off("eu-west-1")], regionPasswords: passwords });
  const isOnIn = async (region: string) =>
    ((await atServer(cloud, id)).in(region).security as { enableDefaultUser: boolean }).enableDefaultUser;

  const others = { ...passwords, "us-east-1": "another-in-america" };
  await up({ regions: [off("eu-west-1")], regionPasswords: others });
  expect(await isOnIn("eu-west-1")).toBe(false);

  const swapped = {
    regions: [off("us-east-1")],
    regionPasswords: { ...others, "eu-west-1": "another-in-europe" },
  };
  await up(swapped);
  expect([await isOnIn("eu-west-1"), await isOnIn("us-east-1")]).toEqual([true, false]);
  expect(await preview(swapped)).toBe("same");
});

test("an override that somebody else set is shown by a refresh, and taken back", async () => {
  const cloud = await withDatabase();
  const { stack, api, id, up, preview } = cloud;
  const regions = [{ region: "eu-west-1", dataPersistence: "aof-every-write", sourceIp: ["192.0.2.7"] }];
  await api.send("PUT", `/subscriptions/${id.replace("/", "/databases/")}/regions`, { regions });
  await seconds(600);
  expect((await stack.refresh("sessions"))?.inputs.regions).toEqual(regions);
  expect(await preview({})).toBe("update");
  await up({});
  expect((await atServer(cloud, id)).in("eu-west-1")).toMatchObject({
    dataPersistence: "none",
    security: { sourceIps: ["0.0.0.0/0"] },
  });
  expect(await preview({})).toBe("same");
});

test("a password changes with the default user in the order that the API takes", async () => {
  const { up, simulator } = await withDatabase({ globalPassword: "first-password" });
  const puts = () => writes(simulator).filter((write) => write.startsWith("PUT")).length;
  const before = puts();
  await up({ globalPassword: "second-password", globalEnableDefaultUser: false });
  expect(puts()).toBe(before + 2);
  await up({ globalPassword: "third-password", globalEnableDefaultUser: true });
  expect(puts()).toBe(before + 4);
});

test("another Redis version, port or set of modules replaces a database", async () => {
  const { preview } = await withDatabase({ redisVersion: "7.4" });
  expect(await preview({ redisVersion: "7.4", port: 12_345 })).toBe("replace");
  expect(await preview({ redisVersion: "7.2" })).toBe("replace");
  expect(await preview({ redisVersion: "7.4", modules: [{ name: "RedisJSON" }] })).toBe("replace");
  expect(await preview({ redisVersion: "7.4", datasetSizeInGb: 2 })).toBe("update");
});

test("a region is added beside two databases, and removed again", async () => {
  const cloud = await withDatabase();
  const { stack, api, simulator, subscriptionId } = cloud;
  const other = { subscriptionId, datasetSizeInGb: 2 };
  await stack.up("ActiveActiveDatabase", "carts", other);
  const { id, outputs } = await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST });
  expect(id).toBe(`${subscriptionId}/us-west-2`);
  expect(outputs).toMatchObject({ status: "active", regionId: 3, vpcId: expect.stringMatching(/^vpc-/) });
  expect(await regionsAt(cloud, subscriptionId)).toEqual(["eu-west-1", "us-east-1", "us-west-2"]);
  for (const name of ["sessions", "carts"]) {
    const there = await atServer({ api }, stack.state(name).id);
    expect(there.in("us-west-2")).toMatchObject({ writeOperationsPerSecond: 1000 });
  }
  expect(await stack.preview("west", { subscriptionId, ...WEST })).toBe("same");
  await stack.refresh("west");
  await stack.refresh("global");
  expect(await stack.preview("west", { subscriptionId, ...WEST })).toBe("same");
  expect(await stack.preview("global", PLACE)).toBe("same");
  expect(await stack.preview("carts", other)).toBe("same");
  await stack.refresh("carts");
  expect(stack.state("carts").outputs.publicEndpoints).toHaveProperty("us-west-2");
  await stack.destroy("west");
  expect(await regionsAt(cloud, subscriptionId)).toEqual(["eu-west-1", "us-east-1"]);
  expect(await stack.refresh("west").catch(() => undefined)).toBeUndefined();
  for (const name of ["sessions", "carts", "global"]) await stack.destroy(name);
  expect(simulator.record.remaining()).toEqual([]);
});

test("a region that comes in the same run as databases names all of them", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  await Promise.all([
    stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST }),
    stack.up("ActiveActiveDatabase", "one", { subscriptionId, datasetSizeInGb: 1 }),
    stack.up("ActiveActiveDatabase", "two", { subscriptionId, datasetSizeInGb: 1 }),
  ]);
  for (const name of ["one", "two"])
    expect((await atServer({ api }, stack.state(name).id)).in("us-west-2")).toBeDefined();
  await Promise.all(["west", "one", "two"].map((name) => stack.destroy(name)));
  await stack.destroy("global");
  expect(simulator.record.remaining()).toEqual([]);
});

test("a database of a region that is there already has settings of its own in it", async () => {
  const { stack, api } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST });
  const localThroughputMeasurement = [{ region: "us-west-2", writeOperationsPerSecond: 2500 }];
  const { id } = await stack.up("ActiveActiveDatabase", "sessions", {
    subscriptionId,
    datasetSizeInGb: 1,
    localThroughputMeasurement,
  });
  expect((await atServer({ api }, id)).in("us-west-2")).toMatchObject({
    writeOperationsPerSecond: 2500,
    readOperationsPerSecond: 1000,
  });
});

test("a creation of a region whose answer was lost is taken up by the next run, and sent once", async () => {
  const fault = { fault: "reset-connection", when: "after", method: "POST", times: 1 } as const;
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  await plansGone(simulator);
  simulator.faults.add({ ...fault, path: "/subscriptions/*/regions" });
  const { id } = await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST });
  expect(id).toBe(`${subscriptionId}/us-west-2`);
  expect(submitted(simulator, "activeActiveRegionCreateRequest")).toHaveLength(1);
});

test("a region that the subscription was created in is adopted by no resource of its own", async () => {
  const { stack, subscriptionId } = await withDatabase();
  const args = { subscriptionId, region: "eu-west-1", deploymentCIDR: "10.0.1.0/24" };
  const { message } = await failureOf(stack.previewNew("ActiveActiveRegion", "europe", args));
  expect(message).toContain("region: eu-west-1 is declared with subscription");
});

test("the regions that a subscription was created in are neither extended nor shortened", async () => {
  const { stack } = await withDatabase();
  const [provider] = PLACE.cloudProviders;
  const regions = provider?.regions ?? [];
  const west = { region: "us-west-2", networking: { deploymentCIDR: "10.0.2.0/24" } };
  const withRegions = (...all: object[]) => ({ ...PLACE, cloudProviders: [{ ...provider, regions: all }] });
  const refusal = async (...all: object[]) =>
    (await failureOf(stack.preview("global", withRegions(...all)))).message;
  expect(await refusal(...regions, west)).toContain("declare an ActiveActiveRegion");
  expect(await refusal(...regions.slice(1))).toContain("cannot go without us-east-1");
});

test("what a region was created with stays when it is no longer declared, and then still replaces", async () => {
  const { stack } = await redisCloud();
  const [provider] = PLACE.cloudProviders;
  const [first, ...others] = provider?.regions ?? [];
  const placedIn = (...regions: object[]) => ({ ...PLACE, cloudProviders: [{ ...provider, regions }] });
  const inOneZone = { multipleAvailabilityZones: false, preferredAvailabilityZones: ["us-east-1-b"] };
  await stack.up("ActiveActiveSubscription", "global", placedIn({ ...first, ...inOneZone }, ...others));
  const withoutZones = placedIn(...others, { ...first });
  expect(await stack.preview("global", withoutZones)).toBe("same");
  await stack.up("ActiveActiveSubscription", "global", withoutZones);
  const inAllZones = placedIn({ ...first, multipleAvailabilityZones: true }, ...others);
  expect(await stack.preview("global", inAllZones)).toBe("replace");
});

test("each kind of subscription and database sees its own only, and refuses what is of the other", async () => {
  const { stack, subscriptionId } = await withDatabase();
  const { id: single } = await stack.subscription("single", {
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
  const size = { datasetSizeInGb: 1 };
  const database = stack.previewNew("Database", "one", { subscriptionId, ...size });
  expect((await failureOf(database)).message).toContain("declare an ActiveActiveDatabase");
  const active = stack.previewNew("ActiveActiveDatabase", "two", { subscriptionId: single, ...size });
  expect((await failureOf(active)).message).toContain("declare a Database");
  const region = stack.previewNew("ActiveActiveRegion", "three", { subscriptionId: single, ...WEST });
  expect((await failureOf(region)).message).toContain("ActiveActiveSubscription only");
});

test("a fourth subscription waits for a place, whatever its deployment type", async () => {
  const { stack, simulator } = await redisCloud();
  const single = {
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  };
  await Promise.all([
    stack.subscription("one", single),
    stack.subscription("two", single),
    stack.up("ActiveActiveSubscription", "three", PLACE),
    stack.up("ActiveActiveSubscription", "four", PLACE),
  ]);
  const failed = simulator.record.changes.filter(({ error }) => error !== undefined);
  expect(failed).toEqual([]);
});

test("subscription, database and region are adopted as they are", async () => {
  const cloud = await withDatabase();
  const { simulator, stack, subscriptionId, id } = cloud;
  await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST });
  const before = writes(simulator).length;
  const another = inAnotherProcess(simulator);
  const name = stack.state("global").outputs.name as string;
  await another.up("ActiveActiveSubscription", "theirs", { adopt: subscriptionId, name, ...PLACE });
  await another.up("ActiveActiveRegion", "there", {
    adopt: `${subscriptionId}/us-west-2`,
    subscriptionId,
    ...WEST,
  });
  await another.up("ActiveActiveDatabase", "them", { adopt: id, subscriptionId, datasetSizeInGb: 1 });
  expect(another.state("there").id).toBe(`${subscriptionId}/us-west-2`);
  expect(writes(simulator)).toHaveLength(before);
});

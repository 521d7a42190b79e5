import {
  endSimulators,
  inAnotherProcess,
  ACTIVE_ACTIVE_PLACE as PLACE,
  type RedisCloud,
  redisCloud,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

/*
 * Databases beside regions that come and go.
 */

useVirtualTime();
endSimulators();

const WEST = { region: "us-west-2", deploymentCIDR: "10.0.2.0/24" };
const ELSEWHERE = { ...WEST, deploymentCIDR: "10.0.3.0/24" };

/** What a database has of its own in the region. */
const OWN = {
  datasetSizeInGb: 1,
  globalPassword: "everywhere",
  localThroughputMeasurement: [{ region: "us-west-2", writeOperationsPerSecond: 3000 }],
  regions: [{ region: "us-west-2", dataPersistence: "aof-every-1-second" }],
  regionPasswords: { "us-west-2": "in-the-west" },
};

async function withRegion() {
  const cloud = await redisCloud();
  const { stack } = cloud;
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...WEST });
  const declared = { subscriptionId, ...OWN };
  await stack.up("ActiveActiveDatabase", "sessions", declared);
  return { ...cloud, subscriptionId, declared };
}

/** What the server holds of the database in the region. */
function heldInWest({ simulator }: Pick<RedisCloud, "simulator">) {
  const databases = simulator.state().accounts.flatMap(({ resources }) => resources.database ?? []);
  const [{ locals }] = databases as unknown as [{ locals: Record<string, object> }];
  return locals["us-west-2"];
}

const HELD = {
  writeOperationsPerSecond: 3000,
  dataPersistence: "aof-every-1-second",
  password: "in-the-west",
};

test("a database gets back what it had of its own in a region that is replaced", async () => {
  const cloud = await withRegion();
  const { stack, subscriptionId, declared } = cloud;
  expect(heldInWest(cloud)).toMatchObject(HELD);
  await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...ELSEWHERE });
  expect(heldInWest(cloud)).not.toMatchObject(HELD);
  await stack.up("ActiveActiveDatabase", "sessions", declared);
  expect(heldInWest(cloud)).toMatchObject(HELD);
  expect(await stack.preview("sessions", declared)).toBe("same");
});

test("it gets it back from a later run, after one that was killed when the region had been replaced", async () => {
  const cloud = await withRegion();
  const { stack, simulator, subscriptionId, declared } = cloud;
  await stack.up("ActiveActiveRegion", "west", { subscriptionId, ...ELSEWHERE });
  const later = inAnotherProcess(simulator, stack.held);
  expect(await later.preview("sessions", declared)).toBe("update");
  await later.up("ActiveActiveDatabase", "sessions", declared);
  expect(heldInWest(cloud)).toMatchObject(HELD);
  expect(await later.preview("sessions", declared)).toBe("same");
});

test("a region moves to another one with the same network", async () => {
  const { stack, subscriptionId } = await withRegion();
  const east = { subscriptionId, ...WEST, region: "us-east-2" };
  expect(await stack.preview("west", east)).toBe("replace");
  await stack.up("ActiveActiveRegion", "west", east);
  expect(await stack.preview("west", east)).toBe("same");
});

test("spelling out that a region has several availability zones replaces nothing", async () => {
  const { stack, subscriptionId } = await withRegion();
  const zones = { multipleAvailabilityZones: true };
  expect(await stack.preview("west", { subscriptionId, ...WEST, ...zones })).toBe("same");
  const [{ regions }] = PLACE.cloudProviders as [(typeof PLACE.cloudProviders)[number]];
  const spelledOut = { provider: "AWS", regions: regions.map((region) => ({ ...region, ...zones })) };
  expect(await stack.preview("global", { ...PLACE, cloudProviders: [spelledOut] })).toBe("same");
});

test("a region that no longer has source addresses of its own follows the public endpoint", async () => {
  const { stack, api, subscriptionId, declared } = await withRegion();
  const own = { ...declared, regions: [{ region: "us-west-2", sourceIp: ["192.0.2.0/24"] }] };
  await stack.up("ActiveActiveSubscription", "global", { ...PLACE, publicEndpointAccess: false });
  await stack.up("ActiveActiveDatabase", "sessions", own);
  await stack.up("ActiveActiveDatabase", "sessions", { ...declared, regions: [] });
  await stack.up("ActiveActiveSubscription", "global", { ...PLACE, publicEndpointAccess: true });
  const id = stack.state("sessions").id.replace("/", "/databases/");
  const { crdbDatabases } = (await api.get(`/subscriptions/${id}`)) as {
    crdbDatabases: { region: string; security: { sourceIps: string[] } }[];
  };
  expect(crdbDatabases.find(({ region }) => region === "us-west-2")?.security.sourceIps).toEqual([
    "0.0.0.0/0",
  ]);
  expect(subscriptionId).toBe(stack.state("global").id);
});

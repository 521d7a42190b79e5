import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { openAccount } from "../../provider/lifecycle/openAccount";
import { endSimulators, ACTIVE_ACTIVE_PLACE as PLACE, redisCloud, stackOf } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * What somebody else changes of an Active-Active database is shown by a refresh, and put back; and an account is
 * generated as a program that changes nothing.
 */

useVirtualTime();
endSimulators();

const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${"A".repeat(64)}\n-----END CERTIFICATE-----`;
const alert = (value: number) => [{ name: "dataset-size", value }];
const backup = (hour: string) => ({
  active: true,
  interval: "every-24-hours",
  timeUTC: hour,
  storageType: "aws-s3",
  storagePath: "s3://backups",
});
const regional = (settings: object) => [{ region: "eu-west-1", ...settings }];

/** The argument, its declared value, and the request by which somebody else changes it. */
const CHANGES: readonly (readonly [argument: string, declared: unknown, request: object])[] = [
  ["name", "declared", { name: "changed" }],
  ["datasetSizeInGb", 1, { datasetSizeInGb: 2 }],
  ["autoMinorVersionUpgrade", true, { autoMinorVersionUpgrade: false }],
  ["supportOSSClusterApi", false, { supportOSSClusterApi: true }],
  ["dataEvictionPolicy", "volatile-lru", { dataEvictionPolicy: "noeviction" }],
  ["enableTls", false, { enableTls: true }],
  ["globalDataPersistence", "none", { globalDataPersistence: "aof-every-write" }],
  ["globalEnableDefaultUser", true, { globalEnableDefaultUser: false }],
  ["globalPassword", "declared-password", { globalPassword: "changed-password" }],
  ["globalSourceIp", ["192.0.2.0/24"], { globalSourceIp: ["198.51.100.0/24"] }],
  ["globalAlerts", alert(80), { globalAlerts: alert(90) }],
  [
    "localThroughputMeasurement",
    [{ region: "eu-west-1", writeOperationsPerSecond: 2000, readOperationsPerSecond: 1000 }],
    { regions: regional({ localThroughputMeasurement: { writeOperationsPerSecond: 500 } }) },
  ],
  [
    "regions",
    regional({ dataPersistence: "aof-every-write" }),
    { regions: regional({ dataPersistence: "none" }) },
  ],
  [
    "regions",
    regional({ sourceIp: ["192.0.2.0/24"] }),
    { regions: regional({ sourceIp: ["198.51.100.0/24"] }) },
  ],
  ["regions", regional({ alerts: alert(80) }), { regions: regional({ alerts: [] }) }],
  ["regions", regional({ enableDefaultUser: false }), { regions: regional({ enableDefaultUser: true }) }],
  [
    "regions",
    regional({ remoteBackup: backup("14:00") }),
    { regions: regional({ remoteBackup: backup("15:00") }) },
  ],
  ["regionPasswords", { "eu-west-1": "declared-one" }, { regions: regional({ password: "changed-one" }) }],
];

test.each(CHANGES)(
  "%s: what somebody else sets is shown, and put back",
  async (argument, declared, request) => {
    const { stack, api, simulator } = await redisCloud();
    const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
    const args = { subscriptionId, datasetSizeInGb: 1, [argument]: declared };
    const { id } = await stack.up("ActiveActiveDatabase", "sessions", args);
    const path = `/subscriptions/${id.replace("/", "/databases/")}`;
    const held = () => {
      const [account] = simulator.state().accounts;
      const database = account?.resources.database?.find((one) => String(one.id) === id.split("/")[1]);
      const {
        change: _,
        changedBy: __,
        lastModified: ___,
        locals,
        ...rest
      } = (database ?? {}) as object & Record<string, unknown>;
      const settings = Object.entries(locals as Record<string, Record<string, unknown>>).map(
        ([region, { address: ____, ...local }]) => [region, local],
      );
      return JSON.parse(JSON.stringify({ ...rest, settings }));
    };
    const before = held();
    expect(await api.send("PUT", `${path}/regions`, request)).toMatchObject({ httpStatus: 202 });
    await seconds(600);
    expect(held()).not.toEqual(before);
    const later = stackOf({ ...simulator, url: `${simulator.url}/` }, 0, stack.held);
    const refreshed = await later.refresh("sessions");
    expect(refreshed?.inputs[argument]).not.toEqual(declared);
    expect(await later.up("ActiveActiveDatabase", "sessions", args)).toMatchObject({ id });
    expect(held()).toEqual(before);
    const last = stackOf({ ...simulator, url: `${simulator.url}//` }, 0, stack.held);
    expect(await last.preview("sessions", args)).toBe("same");
  },
);

test("client certificates and tags that somebody else removes are set again", async () => {
  const { stack, api } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  const clientTlsCertificates = [{ publicCertificatePEMString: CERTIFICATE }];
  const tags = [{ key: "team", value: "web" }];
  const args = { subscriptionId, datasetSizeInGb: 1, enableTls: true, clientTlsCertificates, tags };
  const { id } = await stack.up("ActiveActiveDatabase", "sessions", args);
  const path = `/subscriptions/${id.replace("/", "/databases/")}`;
  await api.send("PUT", `${path}/regions`, { clientTlsCertificates: [] });
  await api.send("PUT", `${path}/tags`, { tags: [] });
  await seconds(600);
  await stack.refresh("sessions");
  await stack.up("ActiveActiveDatabase", "sessions", args);
  const { crdbDatabases } = (await api.get(path)) as { crdbDatabases: object[] };
  expect(crdbDatabases[0]).toMatchObject({ security: { tlsClientAuthentication: true } });
  expect(await api.get(`${path}/tags`)).toMatchObject({ tags: [expect.objectContaining(tags[0] ?? {})] });
});

test("an account is generated as a program that adopts all, and changes nothing", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", PLACE);
  await stack.up("ActiveActiveRegion", "west", {
    subscriptionId,
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
  });
  await stack.up("ActiveActiveDatabase", "sessions", {
    subscriptionId,
    name: "sessions",
    datasetSizeInGb: 1,
    globalAlerts: alert(80),
    localThroughputMeasurement: [{ region: "us-west-2", writeOperationsPerSecond: 2000 }],
    regions: regional({ dataPersistence: "aof-every-write" }),
  });
  await seconds(600);
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const contents = await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url }));
  const own = contents.declarable.filter(({ declaration }) =>
    declaration.typeName.startsWith("ActiveActive"),
  );
  expect(own.map(({ declaration }) => declaration.typeName)).toEqual([
    "ActiveActiveSubscription",
    "ActiveActiveRegion",
    "ActiveActiveDatabase",
  ]);
  expect(contents.leftOut.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^region eu-west-1 .*declared with its subscription|^region us-east-1 /),
    expect.stringMatching(/^region /),
  ]);
  expect(programOf(contents)).toContain('new rediscloud.ActiveActiveRegion("us-west-2", {');
  const writes = simulator.record.writes().length;
  const another = stackOf({ ...simulator, url: `${simulator.url}/` });
  for (const { declaration, id, target, args } of own) {
    const name = `${declaration.typeName}-${id}`;
    const all = { adopt: id, ...target.place, ...args };
    await another.up(declaration.typeName, name, all);
    expect(await another.preview(name, all)).toBe("same");
  }
  expect(simulator.record.writes()).toHaveLength(writes);
});

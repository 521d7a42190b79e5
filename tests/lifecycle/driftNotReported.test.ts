import * as status from "../../provider/pulumi/status";
import { SERVER_CERTIFICATE } from "../../simulator/resources/database/certificate";

import {
  CLOUD_ACCOUNT,
  endSimulators,
  failureOf,
  PLACE,
  placeIn,
  type RedisCloud,
  redisCloud,
  stackOf,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Drift of values that the API does not report. The task list shows that the resource was changed: so a refresh removes
 * such arguments from the state, and the next run sets them.
 */

useVirtualTime();
endSimulators();

/** Messages on the resources' lines. */
const said: string[] = [];
beforeEach(() => {
  said.splice(0);
  jest.spyOn(status, "announceOnce").mockImplementation((_, text) => void said.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const OTHER_CERTIFICATE = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----";
const certified = (...certificates: string[]) => ({
  enableTls: true,
  clientTlsCertificates: certificates.map((publicCertificatePEMString) => ({ publicCertificatePEMString })),
});

/** Makes a change as another client; returns the stack in a new command, without cached reads. */
async function elsewhere({ stack, simulator, api }: RedisCloud, path: string, body: object, method = "PUT") {
  expect(await api.send(method as "PUT", path, body)).toMatchObject({ httpStatus: 202 });
  await seconds(600);
  return next({ stack, simulator }, 1);
}

/** The stack in a later command. */
const next = ({ stack, simulator }: Pick<RedisCloud, "stack" | "simulator">, command: number) =>
  stackOf({ ...simulator, url: simulator.url + "/".repeat(command) }, 0, stack.held);

const pathOf = (id: string) => `/subscriptions/${id.replace("/", "/databases/")}`;

test("another client certificate: a refresh removes the declared one from the state, and the next run sets it", async () => {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1, ...certified(SERVER_CERTIFICATE) };
  const { id } = await cloud.stack.database("cache", args);
  const { clientTlsCertificates } = certified(OTHER_CERTIFICATE);
  const later = await elsewhere(cloud, pathOf(id), { clientTlsCertificates });

  const refreshed = await later.refresh("cache");
  expect(refreshed?.inputs).not.toHaveProperty("clientTlsCertificates");
  expect(said.at(-1)).toContain("clientTlsCertificates");
  expect(await later.preview("cache", args)).toBe("update");
  const before = submitted(cloud.simulator, "databaseUpdateRequest").length;
  await later.database("cache", args);
  expect(submitted(cloud.simulator, "databaseUpdateRequest")).toHaveLength(before + 1);
  expect(await next(cloud, 2).preview("cache", args)).toBe("same");
});

test.each([
  ["declared", [{ key: "team", value: "web" }]],
  ["undeclared", undefined],
])(
  "%s resource tags of a subscription that were changed elsewhere are shown by a refresh, and reverted",
  async (_, resourceTags) => {
    const cloud = await redisCloud();
    const { id: cloudAccountId } = await cloud.stack.cloudAccount("aws", CLOUD_ACCOUNT);
    const args = placeIn(cloudAccountId, { resourceTags });
    const { id } = await cloud.stack.subscription("main", args);
    const tags = `/subscriptions/${id}/resource-tags`;
    const later = await elsewhere(cloud, tags, { resourceTags: [{ key: "team", value: "data" }] });

    const refreshed = await later.refresh("main");
    expect(refreshed?.inputs.cloudProviders).toHaveProperty("0.resourceTags", [
      { key: "team", value: "data" },
    ]);
    expect(said).toEqual([]);
    expect(await later.preview("main", args)).toBe("update");
    await later.subscription("main", args);
    expect(submitted(cloud.simulator, "subscriptionResourceTagsUpdateRequest")).toHaveLength(2);
    expect(cloud.simulator.record.writes().at(-1)).toMatchObject({ path: `/v1${tags}` });
    expect(await next(cloud, 2).preview("main", args)).toBe("same");
  },
);

test("in Redis' own cloud account, resource tags are not set again", async () => {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.subscription("main", PLACE);
  const later = await elsewhere(cloud, `/subscriptions/${id}`, { publicEndpointAccess: false });
  await later.refresh("main");
  const before = writes(cloud.simulator).length;
  await later.subscription("main", PLACE);
  expect(writes(cloud.simulator).slice(before)).toEqual([`PUT /v1/subscriptions/${id}`]);
});

test("keys that a refresh removed from the state stay unchanged with ignoreChanges", async () => {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.cloudAccount("aws", CLOUD_ACCOUNT);
  const rotated = { ...CLOUD_ACCOUNT, accessKeyId: "AKIAROTATED", accessSecretKey: "rotated-elsewhere" };
  const later = await elsewhere(cloud, `/cloud-accounts/${id}`, { ...rotated, name: "aws" });

  const refreshed = await later.refresh("aws");
  expect(refreshed?.inputs).not.toHaveProperty("accessSecretKey");
  expect(refreshed?.inputs).toMatchObject({ accessKeyId: "AKIAROTATED" });
  // With `ignoreChanges`, the engine passes the value in the state, or nothing.
  const { accessSecretKey: _, ...ignoring } = { ...CLOUD_ACCOUNT, accessKeyId: "AKIAROTATED" };
  await expect(later.preview("aws", { ...ignoring, name: "aws" })).resolves.toBeDefined();
});

test("so do the encryption keys, with which a subscription with customer-managed-key is created", async () => {
  const cloud = await redisCloud();
  const { id: cloudAccountId } = await cloud.stack.cloudAccount("aws", CLOUD_ACCOUNT);
  const own = { ...placeIn(cloudAccountId), persistentStorageEncryptionType: "customer-managed-key" };
  const keys = (resourceName: string) => ({
    customerManagedKeys: [{ resourceName }],
    deletionGracePeriod: "1-hour",
  });
  const args = { ...own, persistentStorageEncryptionKeys: keys("first") };
  const { id } = await cloud.stack.subscription("main", args);
  const later = await elsewhere(cloud, `/subscriptions/${id}`, keys("other"));

  expect((await later.refresh("main"))?.inputs).not.toHaveProperty("persistentStorageEncryptionKeys");
  const before = writes(cloud.simulator).length;
  await later.subscription("main", own);
  expect(await next(cloud, 2).preview("main", own)).toBe("same");
  expect(writes(cloud.simulator).slice(before)).toEqual([]);
  expect(await next(cloud, 3).preview("main", args)).toBe("update");
});

test("a replication source that was added elsewhere, which is a secret, is reported and removed", async () => {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const { id } = await cloud.stack.database("cache", args);
  const endpoint = "redis://user:secret@source.example:6379";
  const later = await elsewhere(cloud, pathOf(id), { replica: { syncSources: [{ endpoint }] } });

  const refreshed = await later.refresh("cache");
  expect(JSON.stringify(refreshed?.inputs)).not.toContain("source.example");
  expect(said.at(-1)).toContain("replica");
  expect(await later.preview("cache", args)).toBe("update");
  await later.database("cache", args);
  expect(await cloud.api.get(pathOf(id))).not.toMatchObject({ replica: { syncSources: [{}] } });
});

test("an upgrade that was made elsewhere is shown, and a downgrade is rejected before anything is sent", async () => {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1, redisVersion: "7.4" };
  const { id } = await cloud.stack.database("cache", args);
  const later = await elsewhere(cloud, `${pathOf(id)}/upgrade`, { targetRedisVersion: "8.2" }, "POST");

  const refreshed = await later.refresh("cache");
  expect(refreshed?.inputs).toMatchObject({ redisVersion: "8.2" });
  const before = writes(cloud.simulator).length;
  const failure = await failureOf(later.preview("cache", args));
  expect(failure.message).toBe(
    "redisVersion: cannot be downgraded from 8.2, the current version, to 7.4. " +
      "Declare 8.2, or a new Database with the earlier version.",
  );
  expect(writes(cloud.simulator)).toHaveLength(before);
  expect(await later.preview("cache", { ...args, redisVersion: "8.2" })).toBe("same");
});

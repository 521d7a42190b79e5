import { DEMO_ACCOUNT, type Simulator } from "../../simulator";
import {
  ACCOUNT_WITH_CLOUD,
  type Client,
  pass,
  processed,
  simulate,
  stateOf,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

const OWN = [{ cloudAccountId: 7, regions: [{ region: "us-east-1" }] }];
const GOOGLE = [{ provider: "GCP", regions: [{ region: "us-central1" }] }];
const TYPE = { persistentStorageEncryptionType: "customer-managed-key" };
const KEYS = { customerManagedKeys: [{ resourceName: "a/key" }], deletionGracePeriod: "1-hour" };

/** Grants the principal of the subscription access to a key. */
async function grant({ peer }: Simulator, api: Client, path: string, resourceName = "a/key") {
  const { redisIamRole, redisServiceAccount } = (await api.get(path)).body.customerManagedKeyAccessDetails;
  return peer.grantKey(redisIamRole ?? redisServiceAccount, resourceName);
}

async function create(api: Client, changes: object) {
  return processed(api, await api.post("/subscriptions", subscriptionRequest({ ...TYPE, ...changes })));
}

test("a subscription on Google Cloud waits for its keys, which an update sets", async () => {
  const { api, simulator } = await simulate();
  const created = await create(api, { cloudProviders: GOOGLE });
  const path = `/subscriptions/${created.response.resourceId}`;
  await pass(600);
  const waiting = (await api.get(path)).body;
  expect(waiting.status).toBe("encryption_key_pending");
  expect(waiting.customerManagedKeyAccessDetails.redisServiceAccount).toEqual(expect.any(String));
  await pass(3600);
  await grant(simulator, api, path);
  await processed(api, await api.put(path, KEYS));
  expect(await stateOf(api, path)).toBe("pending");
  await pass(60);
  expect((await api.get(path)).body).toMatchObject({ status: "active", numberOfDatabases: 1 });
  await pass(8 * 24 * 3600);
  expect(await stateOf(api, path)).toBe("active");
});

test.each([
  ["Google Cloud", GOOGLE],
  ["AWS", [{ regions: [{ region: "us-east-1" }] }]],
])("refuses keys at creation on the vendor's own account at %s", async (_, cloudProviders) => {
  const { api } = await simulate();
  const created = await create(api, { cloudProviders, persistentStorageEncryptionKeys: KEYS });
  expect(created.response.error.type).toBe(
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
});

test("keys and their grace period are required at creation in the customer's own cloud account", async () => {
  const { api } = await simulate({ accounts: [ACCOUNT_WITH_CLOUD] });
  const without = await create(api, { cloudProviders: OWN });
  expect(without.response.error.type).toBe(
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT",
  );
  const { customerManagedKeys } = KEYS;
  const partly = { cloudProviders: OWN, persistentStorageEncryptionKeys: { customerManagedKeys } };
  expect((await create(api, partly)).response.error.type).toBe(
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
  const created = await create(api, { cloudProviders: OWN, persistentStorageEncryptionKeys: KEYS });
  await pass(600);
  expect(await stateOf(api, `/subscriptions/${created.response.resourceId}`)).toBe("active");
});

test("the grace period is required with the first keys, and not when they change", async () => {
  const { api, simulator } = await simulate();
  const path = `/subscriptions/${(await create(api, {})).response.resourceId}`;
  await pass(600);
  await grant(simulator, api, path);
  const { customerManagedKeys } = KEYS;
  expect((await processed(api, await api.put(path, { customerManagedKeys }))).response.error.type).toBe(
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
  await processed(api, await api.put(path, KEYS));
  await pass(60);
  const changed = await processed(api, await api.put(path, { customerManagedKeys }));
  expect(changed.status).toBe("processing-completed");
});

test.each([
  ["on AWS", [{ regions: [{ region: "us-east-1" }] }]],
  ["on Google Cloud", GOOGLE],
])(
  "%s, keys are refused until their owner has granted access, to this subscription and key",
  async (_, cloudProviders) => {
    const { api, simulator } = await simulate();
    const path = `/subscriptions/${(await create(api, { cloudProviders })).response.resourceId}`;
    const other = `/subscriptions/${(await create(api, { cloudProviders })).response.resourceId}`;
    await pass(600);
    await grant(simulator, api, other);
    await grant(simulator, api, path, "another/key");
    expect((await processed(api, await api.put(path, KEYS))).response.error.type).toBe(
      "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS",
    );
    expect(await stateOf(api, path)).toBe("encryption_key_pending");
    await grant(simulator, api, path);
    expect((await processed(api, await api.put(path, KEYS))).status).toBe("processing-completed");
  },
);

test("the owner of a key is told that no subscription uses a principal", async () => {
  const { simulator } = await simulate();
  await expect(simulator.peer.grantKey("nobody", "a/key")).rejects.toThrow(
    "No subscription uses the principal nobody.",
  );
});

test("an account can have access to all keys", async () => {
  const { api } = await simulate({ accounts: [{ ...DEMO_ACCOUNT, hasAccessToKeys: true }] });
  const path = `/subscriptions/${(await create(api, {})).response.resourceId}`;
  await pass(600);
  expect((await processed(api, await api.put(path, KEYS))).status).toBe("processing-completed");
});

test("a subscription whose keys are not set within seven days is removed", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${(await create(api, {})).response.resourceId}`;
  await pass(600 + 7 * 24 * 3600 - 60);
  expect(await stateOf(api, path)).toBe("encryption_key_pending");
  await pass(120);
  expect(await stateOf(api, path)).toBe(404);
});

test("counts a subscription that waits for its keys among the three that may be non-active", async () => {
  const { api } = await simulate();
  for (let count = 0; count < 3; count++) await create(api, {});
  await pass(600);
  const fourth = await processed(api, await api.post("/subscriptions", subscriptionRequest()));
  expect(fourth.response.error.type).toBe("TOO_MANY_PENDING_SUBSCRIPTIONS");
  const { body } = await api.get("/subscriptions");
  const path = `/subscriptions/${body.subscriptions[0].id}`;
  expect((await processed(api, await api.delete(path))).status).toBe("processing-completed");
});

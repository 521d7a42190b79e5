import { pulumiIdOf, type Target, targetOf } from "../../provider/lifecycle/kind";
import { cloudAccountTarget, databaseTarget, subscriptionTarget } from "../targets";
import { CLOUD_ACCOUNT, DATABASE, DATABASE_ARGS, SUBSCRIPTION, SUBSCRIPTION_ARGS } from "./declarations";

const database: Target = databaseTarget(7, 12);
const subscription: Target = subscriptionTarget(7);
const tags = [{ key: "team", value: "web" }];

/** The requests of an update, as `PUT /path`. */
const requestsOf = (steps: ReturnType<typeof DATABASE.steps>) =>
  steps.map(({ request: { method, path } }) => `${method} ${path}`);

test("the ID of a database contains that of its subscription", () => {
  expect(pulumiIdOf(database)).toBe("7/12");
  expect(targetOf(DATABASE.kind, {}, "7/12")).toEqual(database);
  expect(targetOf(DATABASE.kind, DATABASE_ARGS)).toEqual(databaseTarget(7));
});

test("a database is created with its arguments, except those that are set after it", () => {
  const later = { tags, enableDefaultUser: false, regexRules: [".*"] };
  const own = { account: "team", timeouts: { create: "2h" }, __urn: "urn:…" };
  expect(DATABASE.createRequest({ ...DATABASE_ARGS, port: 12000, ...later, ...own })).toEqual({
    method: "POST",
    path: "/subscriptions/7/databases",
    body: { name: "cache", datasetSizeInGb: 1, port: 12000 },
  });
});

test("an update of a database without a change sends nothing", () => {
  expect(DATABASE.steps(database, {}, DATABASE_ARGS)).toEqual([]);
});

test("an update of a database sends what changed and nothing else", () => {
  const changed = { datasetSizeInGb: 2, alerts: [] };
  expect(DATABASE.steps(database, changed, { ...DATABASE_ARGS, ...changed, port: 12000 })).toEqual([
    {
      request: { method: "PUT", path: "/subscriptions/7/databases/12", body: changed },
      fields: ["datasetSizeInGb", "alerts"],
    },
  ]);
});

test("version and tags of a database have separate requests", () => {
  const changed = { tags, redisVersion: "7.4", datasetSizeInGb: 2 };
  const steps = DATABASE.steps(database, changed, { ...DATABASE_ARGS, ...changed });
  expect(requestsOf(steps)).toEqual([
    "POST /subscriptions/7/databases/12/upgrade",
    "PUT /subscriptions/7/databases/12",
    "PUT /subscriptions/7/databases/12/tags",
  ]);
  expect(steps.map(({ request }) => request.body)).toEqual([
    { targetRedisVersion: "7.4" },
    { datasetSizeInGb: 2 },
    { tags },
  ]);
  expect(steps.flatMap(({ fields }) => fields)).toEqual(["redisVersion", "datasetSizeInGb", "tags"]);
});

test("a change of tags alone, which creates no task, is followed by an empty update that does", () => {
  const steps = DATABASE.steps(database, { tags }, { ...DATABASE_ARGS, tags });
  expect(requestsOf(steps)).toEqual([
    "PUT /subscriptions/7/databases/12",
    "PUT /subscriptions/7/databases/12/tags",
  ]);
  expect(steps[0]).toMatchObject({
    request: { body: { name: DATABASE_ARGS.name } },
    fields: [],
    isTrace: true,
  });
});

test("a disabled default user is not in the connection string", () => {
  const answer = (enableDefaultUser: boolean) => ({
    database: { databaseId: 12, status: "active" },
    security: { enableDefaultUser, password: "hunter2" },
  });
  expect(DATABASE.outputs(answer(true), database)).toMatchObject({
    defaultUser: "default",
    password: "hunter2",
  });
  expect(DATABASE.outputs(answer(false), database).defaultUser).toBeNull();
});

test("a subscription without databases is created with the smallest one", () => {
  expect(SUBSCRIPTION.createRequest(SUBSCRIPTION_ARGS)).toEqual({
    method: "POST",
    path: "/subscriptions",
    body: {
      ...SUBSCRIPTION_ARGS,
      databases: [{ name: "creation-plan-1", protocol: "redis", datasetSizeInGb: 0.1, replication: false }],
    },
  });
});

test("the payment method is sent only if the program declares it", () => {
  const { paymentMethodId: _, ...unpaid } = SUBSCRIPTION_ARGS;
  const body = SUBSCRIPTION.createRequest(unpaid).body ?? {};
  expect(Object.keys(body).sort()).toEqual(["cloudProviders", "databases", "name"]);
  const steps = SUBSCRIPTION.steps(subscription, { publicEndpointAccess: false }, unpaid);
  expect(steps.map(({ request }) => request.body)).toEqual([{ publicEndpointAccess: false }]);
});

test("a new password is sent before the default user is turned off, and after it is turned on", () => {
  const bodies = (changed: object, inputs: object) =>
    DATABASE.steps(database, { ...changed }, { ...inputs }).map(({ request: { body } }) => body);
  const off = { password: "new", enableDefaultUser: false };
  expect(bodies({ ...off, alerts: [] }, off)).toEqual([
    { alerts: [], password: "new" },
    { enableDefaultUser: false },
  ]);
  const on = { password: "new", enableDefaultUser: true };
  expect(bodies({ ...on, alerts: [] }, on)).toEqual([
    { alerts: [], enableDefaultUser: true },
    { password: "new" },
  ]);
  expect(bodies({ password: "new", alerts: [] }, on)).toEqual([{ password: "new", alerts: [] }]);
  expect(bodies({ enableDefaultUser: false }, off)).toEqual([{ enableDefaultUser: false }]);
});

test("a password that an earlier run may have left unset is not sent while the default user is off", () => {
  const off = { password: "new", enableDefaultUser: false };
  const steps = DATABASE.steps(database, { password: "new", alerts: [] }, off);
  expect(steps.map(({ request: { body } }) => body)).toEqual([{ alerts: [] }, { password: "new" }]);
  const isDone = (enableDefaultUser: boolean) =>
    steps.map((step) => step.isDone?.({ security: { enableDefaultUser } }, {}) ?? false);
  expect(isDone(false)).toEqual([false, true]);
  expect(isDone(true)).toEqual([false, false]);
});

test("removed client certificates are sent as an empty list", () => {
  const steps = DATABASE.steps(database, { clientTlsCertificates: [], clientSslCertificate: "" }, {});
  expect(steps.map(({ request: { body } }) => body)).toEqual([
    { clientTlsCertificates: [], clientSslCertificate: "" },
  ]);
});

test("quantities are expanded, with predictable names", () => {
  const databases = [
    { name: "cache", datasetSizeInGb: 1 },
    { name: "queue", datasetSizeInGb: 2, quantity: 2 },
  ];
  expect(SUBSCRIPTION.createRequest({ ...SUBSCRIPTION_ARGS, databases }).body).toMatchObject({
    databases: [
      { name: "cache", protocol: "redis", datasetSizeInGb: 1 },
      { name: "queue-1", protocol: "redis", datasetSizeInGb: 2 },
      { name: "queue-2", protocol: "redis", datasetSizeInGb: 2 },
    ],
  });
});

test("arguments that the creation of a subscription does not accept are not in its request", () => {
  const later = {
    forceDestroy: true,
    timeouts: { create: "2h" },
    account: "team",
    cidrIps: ["10.0.0.0/8"],
    maintenanceWindows: { mode: "automatic" },
  };
  const body = SUBSCRIPTION.createRequest({ ...SUBSCRIPTION_ARGS, ...later }).body ?? {};
  expect(Object.keys(body).sort()).toEqual(["cloudProviders", "databases", "name", "paymentMethodId"]);
});

test("each part of a subscription is updated at its own endpoint", () => {
  const changed = {
    name: "shop",
    cidrIps: ["10.0.0.0/8"],
    maintenanceWindows: { mode: "automatic" },
    cloudProviders: [{ cloudAccountId: 3, regions: [{ region: "us-east-1" }], resourceTags: tags }],
    persistentStorageEncryptionKeys: { customerManagedKeys: [{ resourceName: "key" }] },
  };
  const inputs = { ...SUBSCRIPTION_ARGS, securityGroupIds: ["sg-1"], ...changed };
  const steps = SUBSCRIPTION.steps(subscription, changed, inputs);
  expect(steps.map(({ request: { path, body } }) => [path, body])).toEqual([
    // While it waits for its keys, nothing else changes.
    ["/subscriptions/7", { customerManagedKeys: [{ resourceName: "key" }] }],
    ["/subscriptions/7", { name: "shop" }],
    ["/subscriptions/7/maintenance-windows", { mode: "automatic" }],
    ["/subscriptions/7/resource-tags", { resourceTags: tags }],
    // The API replaces both lists at once, so the one that stays is sent along.
    ["/subscriptions/7/cidr", { cidrIps: ["10.0.0.0/8"], securityGroupIds: ["sg-1"] }],
  ]);
  expect(new Set(steps.map(({ request }) => request.method))).toEqual(new Set(["PUT"]));
});

test("a credit card is only accepted with its ID, so both are sent", () => {
  const inputs = { ...SUBSCRIPTION_ARGS, paymentMethod: "credit-card", paymentMethodId: 2 };
  const [step] = SUBSCRIPTION.steps(subscription, { paymentMethod: "credit-card" }, inputs);
  expect(step?.request.body).toEqual({ paymentMethod: "credit-card", paymentMethodId: 2 });
});

test("an update of a cloud account sends all arguments except those that cannot change", () => {
  const inputs = {
    name: "aws",
    provider: "AWS",
    accessKeyId: "a",
    accessSecretKey: "b",
    signInLoginUrl: "c",
  };
  const target: Target = cloudAccountTarget(3);
  expect(CLOUD_ACCOUNT.steps(target, { accessKeyId: "a" }, inputs)).toEqual([
    {
      request: {
        method: "PUT",
        path: "/cloud-accounts/3",
        body: { name: "aws", accessKeyId: "a", accessSecretKey: "b", signInLoginUrl: "c" },
      },
      fields: ["accessKeyId"],
    },
  ]);
  expect(CLOUD_ACCOUNT.steps(target, {}, inputs)).toEqual([]);
});

test.each([
  [SUBSCRIPTION, subscription, "/subscriptions/7"],
  [DATABASE, database, "/subscriptions/7/databases/12"],
  [CLOUD_ACCOUNT, cloudAccountTarget(3), "/cloud-accounts/3"],
])("%#: it is deleted by its path", (declaration, target, path) => {
  expect(declaration.deleteRequest?.(target)).toEqual({ method: "DELETE", path });
});

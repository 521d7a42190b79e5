import { runInNewContext } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import { CloudAccount, Database, Subscription } from "../../provider";
import { serializedProvider } from "../../provider/pulumi/resource";

interface Registered {
  readonly type: string;
  readonly inputs: Record<string, unknown>;
}

const registered: Registered[] = [];
const keys = { REDIS_CLOUD_API_KEY: "account-key-of-ours", REDIS_CLOUD_API_SECRET_KEY: "user-key-of-ours" };

beforeEach(async () => {
  registered.length = 0;
  Object.assign(process.env, keys);
  await pulumi.runtime.setMocks({
    newResource: ({ type, inputs }) => {
      registered.push({ type, inputs });
      return { id: type.endsWith("Database") ? "7/12" : "7", state: { ...inputs, password: "generated" } };
    },
    call: () => ({}),
  });
});
afterEach(() => {
  for (const key of Object.keys(keys)) delete process.env[key];
});

const known = <T>(output: pulumi.Output<T>): Promise<T> =>
  new Promise((resolve) => {
    output.apply(resolve);
  });

/** Two databases in a subscription, in a program. */
async function declareShop() {
  const subscription = new Subscription("main", {
    paymentMethodId: 2,
    cloudProviders: [{ regions: [{ region: "us-east-1" }] }],
  });
  const args = { subscriptionId: subscription.id, datasetSizeInGb: 1 };
  const databases = [new Database("cache", args), new Database("sessions", args)];
  for (const { urn } of [subscription, ...databases]) await known(urn);
  return { subscription, databases };
}

test("a resource's type names its kind", async () => {
  await declareShop();
  expect(registered.map(({ type }) => type)).toEqual([
    "pulumi-nodejs:dynamic/redis-cloud:Subscription",
    "pulumi-nodejs:dynamic/redis-cloud:Database",
    "pulumi-nodejs:dynamic/redis-cloud:Database",
  ]);
});

test("the serialized provider is small, and the same for all resources of a type", async () => {
  await declareShop();
  const [subscription, cache, sessions] = registered.map(({ inputs }) => String(inputs.__provider));
  expect(cache).toBe(sessions);
  expect(cache).not.toBe(subscription);
  for (const provider of [subscription, cache]) expect(provider?.length).toBeLessThan(500);
});

test("neither the serialized provider nor the inputs contain a key of the account", async () => {
  await declareShop();
  expect(JSON.stringify(registered)).not.toMatch(/key-of-ours/);
});

test.each(["Subscription", "Database", "CloudAccount"] as const)(
  "the serialized provider of a %s is evaluated to the package's own, found from the program's folder",
  (type) => {
    const asked: string[] = [];
    const found = { Subscription: "S", Database: "D", CloudAccount: "C" };
    const exports: { handler?: () => unknown } = {};
    const createRequire = (from: string) => (name: string) => {
      asked.push(from, name);
      return found;
    };
    const sandbox = { exports, require: () => ({ createRequire }), process: { cwd: () => "/program" } };
    runInNewContext(serializedProvider(type), sandbox);
    expect(exports.handler?.()).toBe(found[type]);
    expect(asked).toEqual(["/program/", "pulumi-redis-cloud/provider"]);
  },
);

test("the inputs contain the resource's URN, on which auto-names depend", async () => {
  const { databases } = await declareShop();
  expect(registered[1]?.inputs.__urn).toBe(await known(databases[0]?.urn as pulumi.Output<string>));
});

test("the name of a resource's class is that of its type", () => {
  expect([Subscription, Database, CloudAccount].map(({ name }) => name)).toEqual([
    "Subscription",
    "Database",
    "CloudAccount",
  ]);
});

test("the inputs contain the paths of replaceOnChanges: only the provider knows what changed", async () => {
  const args = { subscriptionId: 7, datasetSizeInGb: 1 };
  await known(new Database("cache", args, { replaceOnChanges: ["alerts[*].value"] }).urn);
  expect(registered).toMatchObject([{ inputs: { __replaceOnChanges: ["alerts[*].value"] } }]);
});

test("a value that the API generates is an output, though the program does not declare it", async () => {
  const database = new Database("cache", { subscriptionId: 7, datasetSizeInGb: 1 });
  expect(await known(database.password)).toBe("generated");
});

test("the API's IDs are derived from the Pulumi ID", async () => {
  const { subscription, databases } = await declareShop();
  expect(await known(subscription.subscriptionId)).toBe(7);
  expect(await known((databases[0] as Database).databaseId)).toBe(12);
});

test("without keys, the program ends with one error that says how to set them", () => {
  delete process.env.REDIS_CLOUD_API_KEY;
  const declare = () => new Database("cache", { subscriptionId: 7, datasetSizeInGb: 1 });
  expect(declare).toThrow(pulumi.RunError);
  expect(declare).toThrow("pulumi config set --secret redis-cloud:apiKey");
});

test("a resource of a named account does not need the keys of the default account", async () => {
  delete process.env.REDIS_CLOUD_API_KEY;
  const accounts = JSON.stringify({ team: { apiKey: "a", apiSecretKey: "b" } });
  pulumi.runtime.setAllConfig({ "redis-cloud:accounts": accounts });
  const database = new Database("cache", { account: "team", subscriptionId: 7, datasetSizeInGb: 1 });
  await known(database.urn);
  expect(registered).toMatchObject([{ inputs: { account: "team" } }]);
});

test("a named account that is not configured is also one error of the program", () => {
  const declare = () => new Database("cache", { account: "staff", subscriptionId: 7, datasetSizeInGb: 1 });
  expect(declare).toThrow(pulumi.RunError);
  expect(declare).toThrow("Account staff is not");
});

test("errors of the program show where they come from, although Pulumi captures no stack traces", async () => {
  const { stackTraceLimit } = Error;
  await declareShop();
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  const nameless = () => new Database("", { subscriptionId: 7, datasetSizeInGb: 1 });
  expect(nameless).toThrow("Missing resource name");
  try {
    nameless();
  } catch (error) {
    expect((error as Error).stack).toContain("resource.test.ts");
  }
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

const CACHE = { subscriptionId: 7, datasetSizeInGb: 1 };

test("the option import fails and points to adopt, with the given ID", () => {
  const declare = () => new Database("cache", CACHE, { import: "1234/5678" });
  expect(declare).toThrow(pulumi.RunError);
  expect(declare).toThrow(
    'Database cache: Pulumi cannot import dynamic resources. Use the argument `adopt: "1234/5678"`',
  );
});

test("the option id fails and points to get", () => {
  const declare = () => new Database("cache", CACHE, { id: "1234/5678" });
  expect(declare).toThrow('call `Database.get("cache", "1234/5678")` instead of setting the option `id`');
});

test.each([
  ["version", "1.2.3", "the program's package.json"],
  ["pluginDownloadURL", "https://plugins.example.com", "the provider is part of the package"],
  ["provider", {}, "the argument `account` selects"],
])(
  "the option %s cannot work, and is refused with what to do instead, by get, too",
  (option, value, advice) => {
    const opts: pulumi.CustomResourceOptions = { [option]: value };
    expect(() => new Database("cache", CACHE, opts)).toThrow(advice);
    expect(() => Database.get("cache", "7/12", {}, opts)).toThrow(advice);
  },
);

test("the option customTimeouts sets the argument timeouts, which takes precedence", async () => {
  const customTimeouts = { create: "2h", delete: "30m", read: "5m" };
  await known(new Database("plain", CACHE, { customTimeouts }).urn);
  const timeouts = pulumi.output({ create: "3h" });
  await known(new Database("both", { ...CACHE, timeouts }, { customTimeouts }).urn);
  await known(new Database("neither", CACHE, { customTimeouts: {} }).urn);
  expect(registered.map(({ inputs }) => inputs.timeouts)).toEqual([
    { create: "2h", delete: "30m" },
    { create: "3h", delete: "30m" },
    undefined,
  ]);
});

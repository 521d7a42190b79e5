import { join } from "node:path";
import { accountOptionsFrom, startSimulator } from "../../simulator";
import {
  activeDatabase,
  activeSubscription,
  clientOf,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  temporaryDirectory,
  useVirtualTime,
} from "./client";

useVirtualTime();

const folder = temporaryDirectory();

const KEYS = { apiKey: "key", apiSecretKey: "secret" };
const unpaid = (changes: object = {}) => subscriptionRequest({ paymentMethodId: undefined, ...changes });

test("an account has the payment methods and cloud accounts of its options", async () => {
  const [account] = accountOptionsFrom({
    ...KEYS,
    paymentMethods: [{ id: 8100, type: "Visa", creditCardEndsWith: 5556 }],
    cloudAccounts: [
      {
        name: "tf-aws",
        accessKeyId: "AKIA1",
        signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
      },
    ],
  });
  const { api } = await simulate({ accounts: account && [account] });
  const [card] = (await api.get("/payment-methods")).body.paymentMethods;
  expect(card).toMatchObject({
    id: 8100,
    type: "Visa",
    creditCardEndsWith: 5556,
    nameOnCard: expect.any(String),
  });
  const [internal, own] = (await api.get("/cloud-accounts")).body.cloudAccounts;
  expect(internal.id).toBe(1);
  expect(own).toMatchObject({ name: "tf-aws", provider: "AWS", status: "active", accessKeyId: "AKIA1" });
  const cloudProviders = [{ cloudAccountId: own.id, regions: [{ region: "eu-west-1" }] }];
  const id = await activeSubscription(api, { paymentMethodId: 8100, cloudProviders });
  const [detail] = (await api.get(`/subscriptions/${id}`)).body.cloudDetails;
  expect(detail).toMatchObject({ cloudAccountId: own.id, awsAccountId: "123456789012" });
});

test("a subscription requires a credit card, unless the account has a default one", async () => {
  const accounts = [KEYS, { ...KEYS, apiKey: "other", defaultPaymentMethodId: 3 }];
  const { api, simulator } = await simulate({ accounts });
  const refused = await processed(api, await api.post("/subscriptions", unpaid()));
  expect(refused.response.error.type).toBe("PAYMENT_INFO_NOT_PROVIDED");
  const other = clientOf(simulator, 1);
  const id = await activeSubscription(other, { paymentMethodId: undefined });
  const payment = { paymentMethodType: "credit-card", paymentMethodId: 3 };
  expect((await other.get(`/subscriptions/${id}`)).body).toMatchObject(payment);
});

test("a contract account refuses payment details, and its subscriptions have a payment method ID nevertheless", async () => {
  const { api } = await simulate({ accounts: [{ ...KEYS, billing: "contract" }] });
  const path = `/subscriptions/${await activeSubscription(api, { paymentMethodId: undefined })}`;
  const payment = { paymentMethodType: "invoice", paymentMethodId: expect.any(Number) };
  expect((await api.get(path)).body).toMatchObject(payment);
  const code = "PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT";
  for (const named of [
    { paymentMethodId: 2 },
    { paymentMethod: "credit-card" },
    { paymentMethod: "marketplace" },
  ]) {
    const created = await processed(api, await api.post("/subscriptions", unpaid(named)));
    expect(created.response.error.type).toBe(code);
    expect((await processed(api, await api.put(path, named))).response.error.type).toBe(code);
  }
  await processed(api, await api.put(path, { name: "renamed" }));
  await pass(60);
  expect((await api.get(path)).body).toMatchObject({ name: "renamed", ...payment });
});

test("a marketplace account requires no payment details, and refuses a credit card", async () => {
  const { api } = await simulate({ accounts: [{ ...KEYS, billing: "marketplace" }] });
  for (const named of [{}, { paymentMethod: "marketplace" }]) {
    const id = await activeSubscription(api, { paymentMethodId: undefined, ...named });
    const { paymentMethodType, paymentMethodId } = (await api.get(`/subscriptions/${id}`)).body;
    expect({ paymentMethodType, paymentMethodId }).toEqual({ paymentMethodType: "marketplace" });
  }
  const refused = await processed(api, await api.post("/subscriptions", subscriptionRequest()));
  expect(refused.response.error.type).toBe("MARKETPLACE_PAYMENT_INFO_COLLISION");
});

test("databases have the default Redis version of the account", async () => {
  const { api } = await simulate({ accounts: [{ ...KEYS, defaultRedisVersion: "7.4" }] });
  const { redisVersions } = (await api.get("/subscriptions/redis-versions")).body;
  const defaults = redisVersions.filter(({ isDefault }: { isDefault: boolean }) => isDefault);
  expect(defaults).toMatchObject([{ version: "7.4" }]);
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "json", modules: [{ name: "RedisJSON" }] });
  expect((await api.get(path)).body).toMatchObject({ redisVersion: "7.4", modules: [{ name: "RedisJSON" }] });
});

test("cloud accounts are kept over a restart, as they were changed", async () => {
  const options = {
    accounts: [{ ...KEYS, cloudAccounts: [{ name: "ours", id: 7 }] }],
    stateFile: join(folder, "state.json"),
  };
  const { api, simulator } = await simulate(options);
  await processed(api, await api.delete("/cloud-accounts/7"));
  await pass(30);
  expect((await api.get("/cloud-accounts/7")).status).toBe(404);
  await simulator.close();
  const again = await startSimulator({ ...options, redis: false });
  expect((await clientOf(again).get("/cloud-accounts/7")).status).toBe(404);
  await again.close();
});

test.each([
  [/billing/, { ...KEYS, billing: "barter" }],
  [/apiSecretKey/, { apiKey: "key" }],
  [/paymentMethods/, { ...KEYS, paymentMethods: [{ type: "Visa" }] }],
  [/defaultRedisVersion/, { ...KEYS, defaultRedisVersion: "5.0" }],
])("reading an account reports %s for %j", (message, account) => {
  expect(() => accountOptionsFrom(account)).toThrow(message);
});

test.each([
  [/defaultPaymentMethodId 9/, { defaultPaymentMethodId: 9 }],
  [/cloud account name ours/, { cloudAccounts: [{ name: "ours" }, { name: "ours" }] }],
])("an account that contradicts itself is refused with %s: %j", async (message, changes) => {
  await expect(startSimulator({ accounts: [{ ...KEYS, ...changes }] })).rejects.toThrow(message);
});

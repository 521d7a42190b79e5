import { endSimulators, failureOf, PLACE, redisCloud, submitted } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const KEYS = {
  accessKeyId: "AKIAEXAMPLE",
  accessSecretKey: "access-secret-of-ours",
  consoleUsername: "console-user",
  consolePassword: "console-password",
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
};

test("a cloud account is created, changed and deleted", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.cloudAccount("aws", KEYS);
  expect(await api.get(`/cloud-accounts/${id}`)).toMatchObject({ status: "active", provider: "AWS" });

  const changed = await stack.cloudAccount("aws", { ...KEYS, name: "production", accessKeyId: "AKIAOTHER" });
  expect(changed).toMatchObject({ id, outputs: { status: "active", cloudAccountId: Number(id) } });
  expect(await api.get(`/cloud-accounts/${id}`)).toMatchObject({
    name: "production",
    accessKeyId: "AKIAOTHER",
  });

  await stack.destroy("aws");
  expect(simulator.record.remaining()).toEqual([]);
});

test("another provider replaces it; the default provider spelled out does not", async () => {
  const { stack } = await redisCloud();
  await stack.cloudAccount("cloud", KEYS);
  expect(await stack.preview("cloud", { ...KEYS, provider: "AWS" })).not.toBe("replace");
  expect(await stack.preview("cloud", { ...KEYS, provider: "GCP" })).toBe("replace");
});

test("a subscription is deployed in it, and it cannot go before the subscription", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.cloudAccount("aws", KEYS);
  const resourceTags = [{ key: "team", value: "web" }];
  const regions = [{ region: "us-east-1" }];
  const cloudProviders = [{ provider: "AWS", cloudAccountId: id, regions, resourceTags }];
  const main = await stack.subscription("main", { ...PLACE, cloudProviders });
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({
    cloudDetails: [{ cloudAccountId: Number(id) }],
  });

  const failure = await failureOf(stack.destroy("aws"));
  expect(failure.message).toContain("CLOUD_ACCOUNT_USED");
  expect(failure.message).toContain("Delete the subscriptions that use this cloud account first.");

  await stack.destroy("main");
  await stack.destroy("aws");
  expect(simulator.record.remaining()).toEqual([]);
});

test("resource tags of a subscription change in place", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.cloudAccount("aws", KEYS);
  const tagged = (value: string) => ({
    ...PLACE,
    cloudProviders: [
      {
        provider: "AWS",
        cloudAccountId: id,
        regions: [{ region: "us-east-1" }],
        resourceTags: [{ key: "team", value }],
      },
    ],
  });
  await stack.subscription("main", tagged("web"));
  expect(await stack.preview("main", tagged("data"))).toBe("update");
  await stack.subscription("main", tagged("data"));
  expect(submitted(simulator, "subscriptionResourceTagsUpdateRequest")).toHaveLength(1);
  expect(submitted(simulator, "subscriptionDeleteRequest")).toEqual([]);
});

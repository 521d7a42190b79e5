import { CLOUD_ACCOUNT, endSimulators, failureOf, placeIn, redisCloud, submitted } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

test("a cloud account is created, changed and deleted", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.cloudAccount("aws", CLOUD_ACCOUNT);
  expect(await api.get(`/cloud-accounts/${id}`)).toMatchObject({ status: "active", provider: "AWS" });

  const changed = await stack.cloudAccount("aws", {
    ...CLOUD_ACCOUNT,
    name: "production",
    accessKeyId: "AKIAOTHER",
  });
  expect(changed).toMatchObject({ id, outputs: { status: "active", cloudAccountId: Number(id) } });
  expect(await api.get(`/cloud-accounts/${id}`)).toMatchObject({
    name: "production",
    accessKeyId: "AKIAOTHER",
  });

  await stack.destroy("aws");
  expect(simulator.record.remaining()).toEqual([]);
});

test("another provider replaces it; the explicit default does not", async () => {
  const { stack } = await redisCloud();
  await stack.cloudAccount("cloud", CLOUD_ACCOUNT);
  expect(await stack.preview("cloud", { ...CLOUD_ACCOUNT, provider: "AWS" })).not.toBe("replace");
  expect(await stack.preview("cloud", { ...CLOUD_ACCOUNT, provider: "GCP" })).toBe("replace");
});

test("a subscription is deployed in it, and it cannot be deleted before the subscription", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.cloudAccount("aws", CLOUD_ACCOUNT);
  const resourceTags = [{ key: "team", value: "web" }];
  const main = await stack.subscription("main", placeIn(id, { resourceTags }));
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
  const { id } = await stack.cloudAccount("aws", CLOUD_ACCOUNT);
  const tagged = (value: string) => placeIn(id, { resourceTags: [{ key: "team", value }] });
  await stack.subscription("main", tagged("web"));
  expect(await stack.preview("main", tagged("data"))).toBe("update");
  await stack.subscription("main", tagged("data"));
  expect(submitted(simulator, "subscriptionResourceTagsUpdateRequest")).toHaveLength(1);
  expect(submitted(simulator, "subscriptionDeleteRequest")).toEqual([]);
});

import {
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  type RedisCloud,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Private Service Connect: its service, endpoints, and their acceptance. The other side is the simulator's peer.
 */

useVirtualTime();
endSimulators();

const ON_GCP = { ...PLACE, cloudProviders: [{ provider: "GCP", regions: [{ region: "us-central1" }] }] };
const GLOBAL_ON_GCP = {
  ...PLACE,
  cloudProviders: [
    {
      provider: "GCP",
      regions: ["asia-east1", "europe-west1"].map((region, index) => ({
        region,
        networking: { deploymentCIDR: `10.0.${index}.0/24` },
      })),
    },
  ],
};
const NETWORK = {
  gcpProjectId: "my-gcp-project",
  gcpVpcName: "my-vpc",
  gcpVpcSubnetName: "my-vpc-subnet",
  endpointConnectionName: "redis",
};

async function withService(cloud: RedisCloud) {
  const { id: subscriptionId } = await cloud.stack.up("Subscription", "shop", ON_GCP);
  const { id, outputs } = await cloud.stack.up("PrivateServiceConnect", "psc", { subscriptionId });
  return { ...cloud, subscriptionId, id, pscServiceId: Number(id.split("/").at(-1)), outputs };
}

async function withEndpoint(cloud: RedisCloud) {
  const there = await withService(cloud);
  const { subscriptionId, pscServiceId, stack, simulator } = there;
  const args = { subscriptionId, pscServiceId, ...NETWORK };
  const { id } = await stack.up("PrivateServiceConnectEndpoint", "endpoint", args);
  const endpointId = Number(id.split("/").at(-1));
  const inCloud = (action: "create" | "delete") =>
    simulator.peer.act("privateServiceConnectEndpoint", action, { id: endpointId });
  const accepter = (action: string, more: object = {}) => ({
    subscriptionId,
    pscServiceId,
    endpointId,
    action,
    ...more,
  });
  return { ...there, args, endpointId, inCloud, accepter };
}

test("a service is created once, stays as it is, and is deleted", async () => {
  const cloud = await redisCloud();
  const { stack, simulator, subscriptionId, id } = await withService(cloud);
  expect(id).toMatch(new RegExp(`^${subscriptionId}/\\d+$`));
  expect(stack.state("psc").outputs).toMatchObject({
    status: "active",
    connectionHostName: expect.stringMatching(/^psc\./),
    serviceAttachmentName: expect.stringMatching(/^service-attachment-/),
  });
  await stack.refresh("psc");
  expect(await stack.preview("psc", { subscriptionId })).toBe("same");
  expect(submitted(simulator, "pscServiceCreateRequest")).toHaveLength(1);
  await stack.destroy("psc");
  await stack.destroy("shop");
  expect(simulator.record.remaining()).toEqual([]);
});

test("a region of an Active-Active subscription has a service of its own, by the same declaration", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", GLOBAL_ON_GCP);
  const { id } = await stack.up("PrivateServiceConnect", "psc", { subscriptionId, regionId: 35 });
  expect(id).toMatch(new RegExp(`^${subscriptionId}/35/\\d+$`));
  expect(stack.state("psc").outputs.connectionHostName).toContain("europe-west1");
  expect(submitted(simulator, "activeActivePscServiceCreateRequest")).toHaveLength(1);
  const pscServiceId = Number(id.split("/").at(-1));
  const place = { subscriptionId, regionId: 35, pscServiceId };
  const endpoint = await stack.up("PrivateServiceConnectEndpoint", "endpoint", { ...place, ...NETWORK });
  expect(endpoint.id).toMatch(new RegExp(`^${subscriptionId}/35/${pscServiceId}/\\d+$`));
  const endpointId = Number(endpoint.id.split("/").at(-1));
  await simulator.peer.act("privateServiceConnectEndpoint", "create", { id: endpointId });
  const accepter = await stack.up("PrivateServiceConnectEndpointAccepter", "accepter", {
    ...place,
    endpointId,
    action: "accept",
  });
  expect(accepter).toMatchObject({ id: endpoint.id, outputs: { status: "active" } });
});

test.each([
  ["a region in a single-region subscription", { regionId: 32 }, "regionId"],
  ["a malformed ID of a region", { regionId: "europe" }, "regionId"],
])("%s is refused by the preview", async (_what, args, property) => {
  const { stack } = await redisCloud();
  const { id: subscriptionId } = await stack.up("Subscription", "shop", ON_GCP);
  const { message } = await failureOf(
    stack.previewNew("PrivateServiceConnect", "psc", { subscriptionId, ...args }),
  );
  expect(message).toMatch(new RegExp(`^${property}: `));
});

test("an Active-Active subscription needs one of its regions, and AWS is refused", async () => {
  const { stack } = await redisCloud();
  const { id: global } = await stack.up("ActiveActiveSubscription", "global", GLOBAL_ON_GCP);
  const missing = await failureOf(
    stack.previewNew("PrivateServiceConnect", "psc", { subscriptionId: global }),
  );
  expect(missing.message).toContain("32 (asia-east1), 35 (europe-west1)");
  const { id: aws } = await stack.up("Subscription", "aws", PLACE);
  const onAws = await failureOf(stack.previewNew("PrivateServiceConnect", "psc", { subscriptionId: aws }));
  expect(onAws.message).toContain("on AWS");
});

test("an endpoint that waits for the other side is ready, and tells what to create there", async () => {
  const { stack, args } = await withEndpoint(await redisCloud());
  const { outputs } = stack.state("endpoint");
  expect(outputs.status).toBe("initialized");
  const { serviceAttachments } = JSON.parse(String(outputs.__attributes));
  expect(serviceAttachments).toHaveLength(40);
  expect(serviceAttachments[0]).toMatchObject({ forwardingRuleName: "redis1" });
  await stack.refresh("endpoint");
  expect(await stack.preview("endpoint", args)).toBe("same");
  expect(await stack.preview("endpoint", { ...args, gcpVpcName: "other" })).toBe("replace");
});

test("an accepter waits for the other side, accepts, and may reject later", async () => {
  const { stack, inCloud, accepter, simulator } = await withEndpoint(await redisCloud());
  const up = stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("accept"));
  await seconds(600);
  expect(submitted(simulator, "pscEndpointUpdateRequest")).toEqual([]);
  await inCloud("create");
  expect((await up).outputs.status).toBe("active");
  await stack.refresh("accepter");
  expect(await stack.preview("accepter", accepter("accept"))).toBe("same");
  await stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("reject"));
  expect(stack.state("accepter").outputs.status).toBe("rejected");
  expect(submitted(simulator, "pscEndpointUpdateRequest")).toHaveLength(2);
});

test("an accepter whose time is over says what it waited for, and changes nothing", async () => {
  const { stack, accepter, simulator } = await withEndpoint(await redisCloud());
  const before = writes(simulator);
  const args = accepter("accept", { timeouts: { create: "10m" } });
  const { message } = await failureOf(stack.up("PrivateServiceConnectEndpointAccepter", "accepter", args));
  expect(message).toMatch(/awaiting-other-side: waited 10m.* until its side in Google Cloud exists/);
  expect(message).toContain("is initialized");
  expect(writes(simulator)).toEqual(before);
  expect(stack.has("accepter")).toBe(false);
});

test("an endpoint that somebody else accepted is not accepted again, and one that somebody rejected is", async () => {
  const { stack, api, inCloud, accepter, simulator, subscriptionId, pscServiceId, endpointId } =
    await withEndpoint(await redisCloud());
  const path = `/subscriptions/${subscriptionId}/private-service-connect/${pscServiceId}/endpoints/${endpointId}`;
  await inCloud("create");
  await seconds(200);
  await api.send("PUT", path, { action: "accept" });
  await seconds(200);
  await stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("accept"));
  expect(submitted(simulator, "pscEndpointUpdateRequest")).toHaveLength(1);
  await api.send("PUT", path, { action: "reject" });
  await seconds(200);
  const refreshed = await stack.refresh("accepter");
  expect(refreshed?.inputs.action).toBe("reject");
  await stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("accept"));
  expect(stack.state("accepter").outputs.status).toBe("active");
});

test("deleting an accepter changes nothing; deleting an endpoint waits until its other side is gone", async () => {
  const { stack, inCloud, accepter, simulator } = await withEndpoint(await redisCloud());
  await inCloud("create");
  await stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("accept"));
  const before = writes(simulator);
  await stack.destroy("accepter");
  const deletion = stack.destroy("endpoint");
  await seconds(300);
  expect(stack.has("endpoint")).toBe(true);
  await inCloud("delete");
  await deletion;
  expect(writes(simulator)).toEqual(before);
  await stack.destroy("psc");
  await stack.destroy("shop");
  expect(simulator.record.remaining()).toEqual([]);
});

test("an endpoint that goes within a minute of its creation is not looked for any longer: it has been seen", async () => {
  const durations = {
    privateServiceConnectEndpointProcessing: [1, 1],
    privateServiceConnectEndpointDelete: [1, 1],
  } as const;
  const { stack, inCloud } = await withEndpoint(await redisCloud({ durations }));
  await inCloud("create");
  // Until then, the list that the creation read counts as recent.
  await seconds(31);
  const deletion = stack.destroy("endpoint");
  await seconds(8);
  await inCloud("delete");
  const since = Date.now();
  await deletion;
  expect(Date.now() - since).toBeLessThan(20_000);
});

test("an endpoint that failed when it was accepted is replaced, once it has nothing in Google Cloud", async () => {
  const { stack, inCloud, accepter, args, endpointId } = await withEndpoint(
    await redisCloud({
      faults: [{ fault: "provisioning-error", commandType: "pscEndpointUpdateRequest", times: 1 }],
    }),
  );
  await inCloud("create");
  await failureOf(stack.up("PrivateServiceConnectEndpointAccepter", "accepter", accepter("accept")));
  expect(await stack.preview("endpoint", args)).toBe("replace");
  const { message } = await failureOf(stack.up("PrivateServiceConnectEndpoint", "endpoint", args));
  expect(message).toContain("Delete its resources in Google Cloud");
  await inCloud("delete");
  await seconds(200);
  const { id } = await stack.up("PrivateServiceConnectEndpoint", "endpoint", args);
  expect(id).not.toMatch(new RegExp(`/${endpointId}$`));
});

test("an endpoint whose other side was never created is deleted by a request", async () => {
  const { stack, simulator } = await withEndpoint(await redisCloud());
  await stack.destroy("endpoint");
  expect(submitted(simulator, "pscEndpointDeleteRequest")).toHaveLength(1);
});

test("a creation whose answer was lost is found again: a service by its place, an endpoint by its network", async () => {
  const { stack, simulator } = await redisCloud({
    faults: ["/private-service-connect", "/private-service-connect/*"].map((path) => ({
      fault: "reset-connection",
      when: "after",
      method: "POST",
      path: `/v1/subscriptions/*${path}`,
      times: 1,
    })),
  });
  const { id: subscriptionId } = await stack.up("Subscription", "shop", ON_GCP);
  const { id } = await stack.up("PrivateServiceConnect", "psc", { subscriptionId });
  const pscServiceId = Number(id.split("/").at(-1));
  await stack.up("PrivateServiceConnectEndpoint", "endpoint", { subscriptionId, pscServiceId, ...NETWORK });
  expect(submitted(simulator, "pscServiceCreateRequest")).toHaveLength(1);
  expect(submitted(simulator, "pscEndpointCreateRequest")).toHaveLength(1);
});

test("a run that was killed while the service was created is resumed by the next one", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.up("Subscription", "shop", ON_GCP);
  const killed = inAnotherProcess(simulator, new Map(stack.held));
  void killed.up("PrivateServiceConnect", "psc", { subscriptionId }).catch(() => undefined);
  await seconds(30);
  const next = inAnotherProcess(simulator, new Map(stack.held));
  await next.up("PrivateServiceConnect", "psc", { subscriptionId });
  expect(submitted(simulator, "pscServiceCreateRequest")).toHaveLength(1);
  expect(next.state("psc").outputs.status).toBe("active");
});

test("twenty endpoints that wait together take few reads of the list", async () => {
  const { stack, simulator, subscriptionId, pscServiceId } = await withService(await redisCloud());
  const names = Array.from({ length: 20 }, (_, index) => `redis-${index}`);
  const one = (endpointConnectionName: string) =>
    stack.up("PrivateServiceConnectEndpoint", endpointConnectionName, {
      subscriptionId,
      pscServiceId,
      ...NETWORK,
      endpointConnectionName,
    });
  await Promise.all(names.map(one));
  expect(submitted(simulator, "pscServiceEndpointsGetRequest").length).toBeLessThan(10);
});

import * as pulumi from "@pulumi/pulumi";
import { contentsOf } from "../../cli/generate/contents";
import * as rediscloud from "../../provider";
import { openAccount } from "../../provider/lifecycle/openAccount";
import {
  ACTIVE_ACTIVE_PLACE,
  configOf,
  endSimulators,
  failureOf,
  PLACE,
  redisCloud,
  refused,
  submitted,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * What look-ups tell of connections to other networks, and what `generate` reads of them.
 */

useVirtualTime();
endSimulators();

const ON_GCP = { ...PLACE, cloudProviders: [{ provider: "GCP", regions: [{ region: "us-central1" }] }] };
const VPC = { awsAccountId: "123456789012", vpcId: "vpc-0125be68a4625884a", vpcCidrs: ["10.10.10.0/24"] };
const LINK = { shareName: "redis", principals: [{ principal: "123456789012", type: "aws_account" }] };

async function program() {
  const cloud = await redisCloud();
  pulumi.runtime.setAllConfig(configOf(cloud.simulator));
  return cloud;
}

test("peerings are those of the subscription, with what the other side needs", async () => {
  const { stack, simulator } = await program();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  expect(await rediscloud.getSubscriptionPeerings({ subscriptionId })).toEqual([]);
  const args = { subscriptionId, region: "us-east-1", ...VPC };
  const { outputs } = await stack.up("SubscriptionPeering", "to-shop", args);
  await simulator.peer.accept("subscriptionPeering", Number(outputs.vpcPeeringId));
  await seconds(120);
  expect(await rediscloud.getSubscriptionPeerings({ subscriptionId })).toEqual([
    {
      id: outputs.vpcPeeringId,
      subscriptionId: Number(subscriptionId),
      status: "active",
      region: "us-east-1",
      ...VPC,
      awsPeeringUid: outputs.awsPeeringUid,
    },
  ]);
  const { message } = await failureOf(rediscloud.getSubscriptionPeerings({ subscriptionId: 1 }));
  expect(message).toBe("Looking up peerings: this account has no Pro subscription 1.");
});

test("in an Active-Active subscription, they are those of all its regions", async () => {
  const { stack } = await program();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const regions = ["us-east-1", "eu-west-1"];
  for (const sourceRegion of regions)
    await stack.up("SubscriptionPeering", sourceRegion, {
      subscriptionId,
      sourceRegion,
      destinationRegion: "us-west-2",
      ...VPC,
    });
  const found = await rediscloud.getSubscriptionPeerings({ subscriptionId });
  expect(found.map(({ sourceRegion, region, status }) => [sourceRegion, region, status])).toEqual(
    regions.map((sourceRegion) => [sourceRegion, "us-west-2", "pending-acceptance"]),
  );
});

test("Private Service Connect, its endpoints, and the scripts for both sides", async () => {
  const { stack, simulator } = await program();
  const { id: subscriptionId } = await stack.subscription("main", ON_GCP);
  expect((await failureOf(rediscloud.getPrivateServiceConnect({ subscriptionId }))).message).toBe(
    `Looking up Private Service Connect: subscription ${subscriptionId} has none. Check the IDs, or create it first.`,
  );
  const { outputs } = await stack.up("PrivateServiceConnect", "psc", { subscriptionId });
  const { pscServiceId } = outputs as { pscServiceId: number };
  expect(await rediscloud.getPrivateServiceConnect({ subscriptionId })).toEqual({
    id: pscServiceId,
    status: "active",
    connectionHostName: outputs.connectionHostName,
    serviceAttachmentName: outputs.serviceAttachmentName,
  });
  const place = { subscriptionId, pscServiceId };
  expect(await rediscloud.getPrivateServiceConnectEndpoints(place)).toEqual([]);
  const names = { gcpProjectId: "my-project", gcpVpcName: "my-vpc", gcpVpcSubnetName: "my-subnet" };
  const { id } = await stack.up("PrivateServiceConnectEndpoint", "endpoint", {
    ...place,
    ...names,
    endpointConnectionName: "redis",
  });
  const endpointId = Number(id.split("/").at(-1));
  expect(await rediscloud.getPrivateServiceConnectEndpoints(place)).toEqual([
    { id: endpointId, status: "initialized", ...names, endpointConnectionName: "redis" },
  ]);
  const script = { ...place, endpointId };
  const creation = await rediscloud.getPrivateServiceConnectEndpointCreationScript(script);
  expect(creation).toMatchObject({ bash: expect.stringContaining("redis"), powershell: expect.any(String) });
  expect(creation.serviceAttachments[0]).toMatchObject({ forwardingRuleName: expect.any(String) });
  const deletion = () => rediscloud.getPrivateServiceConnectEndpointDeletionScript(script);
  expect((await failureOf(deletion())).message).toContain("PSC_ENDPOINT_NOT_CREATED_OR_DELETED");
  await simulator.peer.act("privateServiceConnectEndpoint", "create", { id: endpointId });
  expect(await deletion()).toMatchObject({ bash: expect.any(String), powershell: expect.any(String) });
});

test("a private link with its connections, and the scripts that connect an endpoint", async () => {
  const { stack, simulator } = await program();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  expect((await failureOf(rediscloud.getPrivateLink({ subscriptionId }))).message).toContain("has none");
  const { outputs } = await stack.up("PrivateLink", "link", { subscriptionId, ...LINK });
  const connection = await simulator.peer.act("privateLink", "connect", {
    subscriptionId: Number(subscriptionId),
    ownerId: "123456789012",
  });
  await seconds(60);
  expect(await rediscloud.getPrivateLink({ subscriptionId })).toMatchObject({
    status: "active",
    shareName: "redis",
    shareArn: outputs.shareArn,
    principals: [{ ...LINK.principals[0], status: "associated" }],
    connections: [{ ...connection, ownerId: "123456789012" }],
    databases: [],
  });
  expect(await rediscloud.getPrivateLinkEndpointScript({ subscriptionId })).toEqual({
    resourceEndpointScript: expect.any(String),
    terraformAwsScript: expect.any(String),
  });
});

test("generate reads what the cloud provider of a subscription allows, and asks for nothing else", async () => {
  const { stack, simulator } = await program();
  const { id: subscriptionId } = await stack.subscription("aws", PLACE);
  const { id: google } = await stack.subscription("google", ON_GCP);
  await stack.up("PrivateLink", "link", { subscriptionId, ...LINK });
  await stack.up("PrivateServiceConnect", "psc", { subscriptionId: google });
  const reads = ["privateLinkGetRequest", "pscServiceGetRequest", "tgwGetRequest", "peeringListRequest"];
  const made = () => reads.map((command) => submitted(simulator, command).length);
  const before = made();
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const { declarable } = await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url }));
  expect(made().map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1, 2]);
  expect(declarable.map(({ declaration }) => declaration.typeName)).toEqual(
    expect.arrayContaining(["PrivateLink", "PrivateServiceConnect"]),
  );
  expect(refused(simulator)).toEqual([]);
});

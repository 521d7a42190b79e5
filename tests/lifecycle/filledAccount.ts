import type { Simulator } from "../../simulator";
import { SERVER_CERTIFICATE } from "../../simulator/resources/database/certificate";
import { type Api, apiOf, CLOUD_ACCOUNT } from "./harness";
import { seconds } from "./virtualTime";

/** Seconds after which everything that was requested is there. */
const LONG = 4000;

/** Secrets that requests to the account contain, or that its answers have. */
export const SECRETS = [
  "password-of-the-cache",
  "Open-sesame-1",
  "user-of-the-source",
  CLOUD_ACCOUNT.accessSecretKey,
  CLOUD_ACCOUNT.accessKeyId,
];

const aws = (changes: object = {}) => [{ provider: "AWS", regions: [{ region: "us-east-1" }], ...changes }];
const GCP = [{ provider: "GCP", regions: [{ region: "us-central1" }] }];
const REGIONS = ["us-east-1", "eu-west-1"];
const THROUGHPUT = REGIONS.map((region) => ({ region, readOperationsPerSecond: 1500 }));

/** Requests to an account, each of which is processed before the next. */
export class Filling {
  readonly api: Api;

  /** @param wait waits for simulated seconds */
  constructor(
    readonly simulator: Simulator,
    readonly wait: (simulatedSeconds: number) => Promise<void> = seconds,
  ) {
    this.api = apiOf(simulator);
  }

  /** Sends a request and waits until it is processed; returns the ID of the resource. */
  async send(method: "POST" | "PUT" | "DELETE", path: string, body: object = {}): Promise<number> {
    const { taskId, httpStatus, ...answer } = await this.api.send(method, path, body);
    if (taskId === undefined && httpStatus === 200) return 0;
    if (taskId === undefined) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    for (;;) {
      await this.wait(3);
      const task = (await this.api.get(`/tasks/${taskId}`)) as {
        status?: string;
        response?: { resourceId: number; error?: unknown };
      };
      if (!task.status?.match(/completed|error/)) continue;
      if (task.response?.error) throw new Error(`${method} ${path}: ${JSON.stringify(task.response.error)}`);
      return task.response?.resourceId ?? 0;
    }
  }

  async add(path: string, body: object): Promise<number> {
    const id = await this.send("POST", path, body);
    await this.wait(LONG);
    return id;
  }

  /** Adds a Pro subscription; returns its path. */
  async subscription(name: string, changes: object = {}): Promise<string> {
    const databases = [{ name: `${name}-first`, datasetSizeInGb: 1 }];
    const request = { name, paymentMethodId: 2, cloudProviders: aws(), databases, ...changes };
    return `/subscriptions/${await this.add("/subscriptions", request)}`;
  }
}

/**
 * Fills an account through the API with resources of every kind.
 *
 * @param many databases in one of the subscriptions; by default more than a page of a list
 */
export async function fillAccount(
  simulator: Simulator,
  { many = 101, wait }: { many?: number; wait?: Filling["wait"] } = {},
): Promise<void> {
  const account = new Filling(simulator, wait);
  await inOwnCloud(account);
  await onAws(account, many);
  await activeActive(account);
  await onGoogleCloud(account);
  await essentials(account);
}

async function inOwnCloud(account: Filling): Promise<void> {
  const cloudAccountId = await account.add("/cloud-accounts", {
    ...CLOUD_ACCOUNT,
    name: "ours",
    provider: "AWS",
  });
  const path = await account.subscription("own-cloud", {
    cloudProviders: aws({ cloudAccountId, resourceTags: [{ key: "team", value: "shop" }] }),
    memoryStorage: "ram-and-flash",
    publicEndpointAccess: false,
    databases: [{ name: "large", datasetSizeInGb: 60, averageItemSizeInBytes: 500 }],
  });
  await account.send("PUT", `${path}/cidr`, { cidrIps: ["10.1.0.0/16"], securityGroupIds: ["sg-1a"] });
  const windows = [{ startHour: 3, durationInHours: 8, days: ["Monday"] }];
  await account.send("PUT", `${path}/maintenance-windows`, { mode: "manual", windows });
}

async function onAws(account: Filling, many: number): Promise<void> {
  const path = await account.subscription("shop", {
    databases: [{ name: "many", datasetSizeInGb: 0.1, quantity: many }],
  });
  const databaseId = await account.add(`${path}/databases`, {
    name: "cache",
    redisVersion: "7.4",
    datasetSizeInGb: 3,
    password: SECRETS[0],
    throughputMeasurement: { by: "number-of-shards", value: 2 },
    modules: [{ name: "RediSearch", parameters: { "number-of-documents": 5 } }],
    queryPerformanceFactor: "2x",
    dataPersistence: "aof-every-1-second",
    dataEvictionPolicy: "allkeys-lru",
    enableTls: true,
    clientTlsCertificates: [{ publicCertificatePEMString: SERVER_CERTIFICATE }],
    sourceIp: ["10.0.0.0/8"],
    replica: { syncSources: [{ endpoint: `redis://${SECRETS[2]}:x@redis.example.com:6379` }] },
    remoteBackup: {
      active: true,
      interval: "every-12-hours",
      timeUTC: "14:00",
      storageType: "google-blob-storage",
      storagePath: "gs://bucket",
    },
    alerts: [{ name: "latency", value: 7 }],
  });
  await account.send("PUT", `${path}/databases/${databaseId}`, { regexRules: ["(?<tag>a.*)", "(?<tag>.*)"] });
  await account.send("PUT", `${path}/databases/${databaseId}/tags`, {
    tags: [{ key: "team", value: "shop" }],
  });
  await account.add(`${path}/databases`, { name: "old", protocol: "memcached", datasetSizeInGb: 0.5 });
  await account.add(`${path}/peerings`, {
    region: "us-east-1",
    awsAccountId: "123456789012",
    vpcId: "vpc-1a",
    vpcCidrs: ["10.10.10.0/24", "10.10.11.0/24"],
  });
  await accessControl(account, path, databaseId);
  await transitGateways(account, path);
  const linked = await account.subscription("linked", {
    paymentMethod: "marketplace",
    paymentMethodId: undefined,
  });
  const link = { shareName: "share", principal: "123456789012", type: "aws_account", alias: "production" };
  await account.add(`${linked}/private-link`, link);
  const subscriptionId = Number(linked.split("/").at(-1));
  await account.simulator.peer.act("privateLink", "connect", { subscriptionId, ownerId: "123456789012" });
}

/** One that is attached, one that waits for the other side, one that is shared only, and one in a region. */
async function transitGateways(account: Filling, path: string): Promise<void> {
  const subscriptionId = Number(path.split("/").at(-1));
  const [attached, waiting] = [await shareGateway(account, path), await shareGateway(account, path)];
  for (const id of [attached, waiting]) await account.add(`${path}/transitGateways/${id}/attachment`, {});
  await account.simulator.peer.accept("transitGatewayAttachment", attached);
  await account.wait(LONG);
  const cidrs = ["10.30.0.0/24", "10.30.1.0/24"];
  await account.send("PUT", `${path}/transitGateways/${attached}/attachment`, { cidrs });
  await account.simulator.peer.act("transitGatewayInvitation", "share", { subscriptionId });
}

/** Shares a transit gateway with a subscription or a region of it, and accepts it there; returns its ID. */
async function shareGateway(account: Filling, path: string): Promise<number> {
  const [subscriptionId, regionId] = path.match(/\d+/g)?.map(Number) ?? [];
  await account.simulator.peer.act("transitGatewayInvitation", "share", { subscriptionId, regionId });
  await account.wait(LONG);
  const newest = (kind: string) => Number(account.simulator.state().accounts[0]?.resources[kind]?.at(-1)?.id);
  const invitation = newest("transitGatewayInvitation");
  await account.send("PUT", `${path}/transitGateways/invitations/${invitation}/accept`);
  await account.wait(LONG);
  return newest("transitGateway");
}

async function accessControl(account: Filling, path: string, databaseId: number): Promise<void> {
  const subscriptionId = Number(path.split("/").at(-1));
  await account.add("/acl/redisRules", { name: "read-products", redisRule: "+@read ~product:*" });
  const redisRules = [{ ruleName: "read-products", databases: [{ subscriptionId, databaseId }] }];
  await account.add("/acl/roles", { name: "reader", redisRules });
  await account.add("/acl/users", { name: "web", role: "reader", password: SECRETS[1] });
}

async function activeActive(account: Filling): Promise<void> {
  const path = await account.subscription("global", {
    deploymentType: "active-active",
    cloudProviders: [
      {
        provider: "AWS",
        regions: REGIONS.map((region, index) => ({
          region,
          networking: { deploymentCIDR: `10.2.${index}.0/24` },
        })),
      },
    ],
    databases: [{ name: "world", datasetSizeInGb: 2, localThroughputMeasurement: THROUGHPUT }],
  });
  const { subscription } = (await account.api.get(`${path}/databases`)) as {
    subscription: { databases: { databaseId: number }[] }[];
  };
  const databaseId = subscription[0]?.databases[0]?.databaseId;
  await account.send("PUT", `${path}/databases/${databaseId}/regions`, {
    globalDataPersistence: "aof-every-1-second",
    globalAlerts: [{ name: "datasets-size", value: 70 }],
    regions: [
      {
        region: "eu-west-1",
        dataPersistence: "snapshot-every-1-hour",
        sourceIp: ["10.9.0.0/16"],
        alerts: [{ name: "datasets-size", value: 90 }],
        password: SECRETS[0],
      },
    ],
  });
  await account.wait(LONG);
  await account.add(`${path}/regions`, {
    region: "us-west-2",
    deploymentCIDR: "10.2.7.0/24",
    databases: [{ name: "world", localThroughputMeasurement: { region: "us-west-2" } }],
  });
  const { regions } = (await account.api.get(`${path}/regions`)) as { regions: { regionId: number }[] };
  await shareGateway(account, `${path}/regions/${regions[0]?.regionId}`);
  await account.add(`${path}/regions/peerings`, {
    sourceRegion: "us-east-1",
    destinationRegion: "us-east-2",
    awsAccountId: "123456789012",
    vpcId: "vpc-2b",
    vpcCidr: "10.20.0.0/24",
  });
}

async function onGoogleCloud(account: Filling): Promise<void> {
  const path = await account.subscription("google", { cloudProviders: GCP });
  const peering = { vpcProjectUid: "project-of-ours", vpcNetworkName: "our-network" };
  await account.simulator.peer.accept("subscriptionPeering", await account.add(`${path}/peerings`, peering));
  const connect = `${path}/private-service-connect`;
  const service = `${connect}/${await account.add(connect, {})}`;
  const network = { gcpProjectId: "my-gcp-project", gcpVpcName: "my-vpc", gcpVpcSubnetName: "my-subnet" };
  const id = await account.add(service, { ...network, endpointConnectionName: "redis" });
  await account.add(service, { ...network, endpointConnectionName: "unused" });
  await account.simulator.peer.act("privateServiceConnectEndpoint", "create", { id });
  await account.wait(LONG);
  await account.send("PUT", `${service}/endpoints/${id}`, { action: "accept" });
  await account.subscription("encrypted", {
    cloudProviders: GCP,
    persistentStorageEncryptionType: "customer-managed-key",
  });
}

async function essentials(account: Filling): Promise<void> {
  const LIST = "/fixed/subscriptions";
  for (const [name, planId, settings] of [
    ["small", 98_003, { periodicBackupPath: "s3://bucket/backups", alerts: [{ name: "latency", value: 5 }] }],
    ["flexible", 98_010, { memoryLimitInGb: 4, sourceIps: ["10.3.0.0/16"], enableTls: true }],
  ] as const) {
    const id = await account.add(LIST, { name, planId, paymentMethodId: 2 });
    const databaseId = await account.add(`${LIST}/${id}/databases`, { name, ...settings });
    await account.send("PUT", `${LIST}/${id}/databases/${databaseId}/tags`, {
      tags: [{ key: "env", value: name }],
    });
  }
  await account.add(LIST, { name: "free", planId: 98_001 });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";

/** A parsed response of the API. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests inspect responses of any shape, including plain text
  body: any;
  headers: Headers;
}

/** A client of the API with the keys of one account. */
export interface Client {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

/** Calls a simulator in process, with the keys of one of its accounts. */
export function clientOf(simulator: Simulator, index = 0): Client {
  const { apiKey, apiSecretKey } = simulator.accounts[index] ?? { apiKey: "", apiSecretKey: "" };
  const headers = {
    "x-api-key": apiKey,
    "x-api-secret-key": apiSecretKey,
    "content-type": "application/json",
  };
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const request = new Request(simulator.url + path, { method, headers, body: JSON.stringify(body) });
    const response = await simulator.fetch(request);
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    const said = isJson ? await response.json() : await response.text();
    return { status: response.status, body: said, headers: response.headers };
  };
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    delete: (path, body) => send("DELETE", path, body),
  };
}

/** Fixed durations in simulated seconds, so that a test knows what happens when. */
export const EXACT = {
  taskProcessing: [5, 5],
  subscriptionCreate: [600, 600],
  subscriptionUpdate: [60, 60],
  subscriptionDelete: [120, 120],
  databaseCreate: [100, 100],
  databaseUpdate: [50, 50],
  databaseUpgrade: [200, 200],
  databaseBackup: [50, 50],
  databaseImport: [50, 50],
  databaseDelete: [40, 40],
  clusterGrowth: [300, 300],
  activeActiveRegionCreate: [600, 600],
  activeActiveRegionDelete: [120, 120],
  privateServiceConnectCreate: [200, 200],
  privateServiceConnectDelete: [100, 100],
  privateServiceConnectEndpointProcessing: [40, 40],
  privateServiceConnectEndpointUpdate: [20, 20],
  privateServiceConnectEndpointDelete: [10, 10],
  privateLinkCreate: [200, 200],
  privateLinkDelete: [100, 100],
  privateLinkPrincipalCreate: [20, 20],
  cloudAccountCreate: [100, 100],
  cloudAccountUpdate: [30, 30],
  cloudAccountDelete: [30, 30],
  essentialsSubscriptionCreate: [30, 30],
  essentialsSubscriptionUpdate: [20, 20],
  essentialsSubscriptionDelete: [10, 10],
  essentialsDatabaseCreate: [60, 60],
  essentialsDatabaseUpdate: [20, 20],
  essentialsDatabaseUpgrade: [100, 100],
  essentialsDatabaseBackup: [50, 50],
  essentialsDatabaseImport: [50, 50],
  essentialsDatabaseDelete: [20, 20],
  endpointRedirectionCreate: [100, 100],
  endpointRedirectionRevert: [50, 50],
  peeringCreate: [60, 60],
  peeringAccept: [10, 10],
  transitGatewayShare: [30, 30],
  transitGatewayAccept: [20, 20],
  transitGatewayAttachmentCreate: [60, 60],
  transitGatewayAttachmentAccept: [10, 10],
  transitGatewayAttachmentUpdate: [15, 15],
  transitGatewayAttachmentDelete: [40, 40],
  aclRuleCreate: [10, 10],
  aclRuleUpdate: [10, 10],
  aclRuleDelete: [10, 10],
  aclRoleCreate: [20, 20],
  aclRoleUpdate: [20, 20],
  aclRoleDelete: [10, 10],
  aclUserCreate: [20, 20],
  aclUserUpdate: [20, 20],
  aclUserDelete: [10, 10],
  aclFlip: [4, 4],
  aclSettle: [6, 6],
  visibility: [0, 0],
} as const;

/**
 * A simulator in virtual time: nothing happens until a test lets time pass. Ends with the test.
 * The surrounding test file needs `useVirtualTime()`.
 */
export async function simulate(
  options: SimulatorOptions = {},
): Promise<{ simulator: Simulator; api: Client }> {
  const simulator = await startSimulator({ redis: false, seed: 1, durations: EXACT, ...options });
  running.push(simulator);
  return { simulator, api: clientOf(simulator) };
}

const running: Simulator[] = [];

/** Replaces the clock for every test in the file, and stops what the test started. */
export function useVirtualTime(): void {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((simulator) => simulator.close()));
    jest.useRealTimers();
  });
}

/** A directory that is removed after the tests of the file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "simulator-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  return directory;
}

/** Lets virtual seconds pass. */
export async function pass(seconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(seconds * 1000);
}

/** The task of a response, once it is processed. */
export async function processed(api: Client, answer: Answer): Promise<Answer["body"]> {
  expect(answer.status).toBe(202);
  for (let seconds = 0; seconds < 600; seconds++) {
    const task = await api.get(`/tasks/${answer.body.taskId}`);
    if (/^processing-(completed|error)$/.test(task.body.status)) return task.body;
    await pass(1);
  }
  throw new Error("the task was not processed within ten minutes");
}

/** The error in which the task of a request ends; undefined when the API accepts it. */
export async function errorOf(
  api: Client,
  answer: Answer,
): Promise<{ type: string; status: string; description: string }> {
  return (await processed(api, answer)).response?.error;
}

/** The state of the resource or task at a path; the status of the answer when it is not 200. */
export async function stateOf(api: Client, path: string): Promise<string | number> {
  const { status, body } = await api.get(path);
  return status === 200 ? body.status : status;
}

/** Options of an account that has a cloud account of its own, with the ID 7. */
export const ACCOUNT_WITH_CLOUD = {
  apiKey: "key",
  apiSecretKey: "secret",
  cloudAccounts: [{ name: "ours", id: 7 }],
};

/** A request for a cloud account that the API accepts. */
export const CLOUD_ACCOUNT = {
  name: "ours",
  provider: "AWS",
  accessKeyId: "AKIA1",
  accessSecretKey: "top-secret",
  consoleUsername: "console",
  consolePassword: "hidden",
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
};

/** Creates a cloud account and waits until it is active; returns its ID. */
export async function activeCloudAccount(api: Client, changes: object = {}): Promise<number> {
  const task = await processed(api, await api.post("/cloud-accounts", { ...CLOUD_ACCOUNT, ...changes }));
  await pass(100);
  return task.response.resourceId;
}

/** A request for a subscription that the API accepts. */
export function subscriptionRequest(changes: object = {}) {
  return {
    name: "shop",
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
    databases: [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }],
    ...changes,
  };
}

/** Changes to that request: on Google Cloud. */
export const ON_GCP = { cloudProviders: [{ provider: "GCP", regions: [{ region: "us-central1" }] }] };

const activeActiveIn = (provider: string, ...regions: string[]) => ({
  deploymentType: "active-active",
  cloudProviders: [
    {
      provider,
      regions: regions.map((region, index) => ({
        region,
        networking: { deploymentCIDR: `10.0.${index}.0/24` },
      })),
    },
  ],
  databases: [
    {
      name: "first",
      datasetSizeInGb: 1,
      localThroughputMeasurement: regions.map((region) => ({ region })),
    },
  ],
});

/** Changes to that request: an Active-Active subscription on AWS, in the regions 1 and 4. */
export const ACTIVE_ACTIVE = activeActiveIn("AWS", "us-east-1", "eu-west-1");

/** The same on Google Cloud, in the regions 32 and 35. */
export const ACTIVE_ACTIVE_ON_GCP = activeActiveIn("GCP", "asia-east1", "europe-west1");

/** Creates a subscription and waits until it is active; returns its ID. */
export async function activeSubscription(api: Client, changes: object = {}): Promise<number> {
  const task = await processed(api, await api.post("/subscriptions", subscriptionRequest(changes)));
  expect(task.status).toBe("processing-completed");
  await pass(600);
  return task.response.resourceId;
}

/** Creates a database and waits until it is active; returns its path. */
export async function activeDatabase(api: Client, subscriptionId: number, request: object): Promise<string> {
  const list = `/subscriptions/${subscriptionId}/databases`;
  const task = await processed(api, await api.post(list, { datasetSizeInGb: 1, ...request }));
  expect(task.status).toBe("processing-completed");
  await pass(100);
  return `${list}/${task.response.resourceId}`;
}

import type { RedisCloud } from "../engine/harness";
import type { Violation } from "./oracle";

/** Resources of somebody else, with names like the auto-names of another stack. */
export interface Foreign {
  readonly ids: readonly number[];
  /** Below these paths nobody else may change anything. */
  readonly paths: readonly string[];
  /** What the API told of them when they were new, as JSON. */
  readonly answers: string;
}

const SUBSCRIPTION = {
  name: "main-q7w3x9y1",
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "cache-q7w3k2m4", protocol: "redis", datasetSizeInGb: 1 }],
};
const RULE = { name: "reads-q7w3p5r8", redisRule: "+@read ~*" };
const ROLE = "reader-q7w3t6z2";
const USER = { name: "reporting-q7w3v1b7", role: ROLE, password: "Somebody-else-7" };

export async function createForeign(cloud: RedisCloud): Promise<Foreign> {
  const subscriptionId = await cloud.submit("POST", "/subscriptions", SUBSCRIPTION);
  const { changes } = cloud.simulator.record;
  const isDatabase = () => changes.find(({ kind, to }) => kind === "database" && to === "active");
  while (!isDatabase()) await new Promise((resolve) => setTimeout(resolve, 20));
  const databases = [{ subscriptionId, databaseId: Number(isDatabase()?.id) }];
  const rule = await cloud.submit("POST", "/acl/redisRules", RULE);
  const redisRules = [{ ruleName: RULE.name, databases }];
  const role = await cloud.submit("POST", "/acl/roles", { name: ROLE, redisRules });
  const user = await cloud.submit("POST", "/acl/users", USER);
  while (!(await isUserVisible(cloud, user))) await new Promise((resolve) => setTimeout(resolve, 20));
  const paths = [
    `/subscriptions/${subscriptionId}`,
    `/acl/redisRules/${rule}`,
    `/acl/roles/${role}`,
    `/acl/users/${user}`,
  ];
  const ids = [subscriptionId, ...databases.map(({ databaseId }) => databaseId), rule, role, user];
  return { ids, paths, answers: await answersOf(cloud, ids) };
}

/** A new ID answers 404 for a moment. */
const isUserVisible = async (cloud: RedisCloud, user: number): Promise<boolean> =>
  (await cloud.get<Partial<Listed>>(`/acl/users/${user}`)).id === user;

/** Nobody touched what is somebody else's: neither by a request, nor so that it would be different. */
export async function foreignViolations(
  cloud: RedisCloud,
  foreign: Foreign | undefined,
): Promise<Violation[]> {
  if (foreign === undefined) return [];
  const { ids, paths, answers } = foreign;
  const isForeign = (path: string) => paths.some((one) => `${path}/`.startsWith(`/v1${one}/`));
  const requests = cloud.simulator.record.requests.filter(
    ({ method, path }) => method !== "GET" && isForeign(path),
  );
  const isSame = (await answersOf(cloud, ids)) === answers;
  return [
    ...requests.map((request): Violation => ({ what: "foreign", text: `${request.method} ${request.path}` })),
    ...(isSame ? [] : [{ what: "foreign", text: "what is somebody else's is different" } as const]),
  ];
}

/** What the API tells of them, without the states of a role and a user, which turn pending by themselves. */
async function answersOf(cloud: RedisCloud, ids: Foreign["ids"]): Promise<string> {
  const [subscription, database, rule, role, user] = ids;
  const subscriptionPath = `/subscriptions/${subscription}`;
  const { redisRules } = await cloud.get<{ redisRules: Listed[] }>("/acl/redisRules");
  const { roles } = await cloud.get<{ roles: Listed[] }>("/acl/roles");
  const { status: _, ...userAnswer } = await cloud.get<Listed>(`/acl/users/${user}`);
  return JSON.stringify([
    await cloud.get(subscriptionPath),
    await cloud.get(`${subscriptionPath}/databases/${database}`),
    redisRules.find(({ id }) => id === rule),
    roles.filter(({ id }) => id === role).map(({ status: _, ...answer }) => answer),
    userAnswer,
  ]);
}

interface Listed {
  readonly id: number;
  readonly status: string;
}

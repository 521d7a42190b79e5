import type { RedisCloud } from "../engine/harness";
import type { Violation } from "./oracle";

/** A subscription and a database of somebody else, with names like the auto-names of another stack. */
export interface Foreign {
  readonly ids: readonly [subscription: number, database: number];
  /** What the API told of them when they were new, as JSON. */
  readonly answers: string;
}

const SUBSCRIPTION = {
  name: "main-q7w3x9y1",
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "cache-q7w3k2m4", protocol: "redis", datasetSizeInGb: 1 }],
};

export async function createForeign(cloud: RedisCloud): Promise<Foreign> {
  const subscription = await cloud.submit("POST", "/subscriptions", SUBSCRIPTION);
  const { changes } = cloud.simulator.record;
  const isDatabase = () => changes.find(({ kind, to }) => kind === "database" && to === "active");
  while (!isDatabase()) await new Promise((resolve) => setTimeout(resolve, 20));
  const ids = [subscription, Number(isDatabase()?.id)] as const;
  return { ids, answers: await answersOf(cloud, ids) };
}

/** Nobody touched what is somebody else's: neither by a request, nor so that it would be different. */
export async function foreignViolations(
  cloud: RedisCloud,
  foreign: Foreign | undefined,
): Promise<Violation[]> {
  if (foreign === undefined) return [];
  const path = `/v1/subscriptions/${foreign.ids[0]}`;
  const requests = cloud.simulator.record.requests.filter(
    (request) => request.method !== "GET" && `${request.path}/`.startsWith(`${path}/`),
  );
  const isSame = (await answersOf(cloud, foreign.ids)) === foreign.answers;
  return [
    ...requests.map((request): Violation => ({ what: "foreign", text: `${request.method} ${request.path}` })),
    ...(isSame ? [] : [{ what: "foreign", text: "what is somebody else's is different" } as const]),
  ];
}

async function answersOf(cloud: RedisCloud, [subscription, database]: Foreign["ids"]): Promise<string> {
  const path = `/subscriptions/${subscription}`;
  return JSON.stringify([await cloud.get(path), await cloud.get(`${path}/databases/${database}`)]);
}

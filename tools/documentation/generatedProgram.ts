import { setTimeout as sleep } from "node:timers/promises";
import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { openAccount } from "../../provider/lifecycle/openAccount";
import { type Simulator, startSimulator } from "../../simulator";

const TIME_SCALE = 100_000;
const LOOK_EVERY_MS = 10;
/** After this, everything in the account is active: more than an hour of simulated time. */
const SETTLED_MS = 60;

/** What is in the account, by the list that it is in. */
const CONTENTS: readonly (readonly [path: string, body: object])[] = [
  [
    "/subscriptions",
    {
      name: "shop",
      paymentMethodId: 2,
      cloudProviders: [
        {
          provider: "AWS",
          regions: [{ region: "eu-west-1", networking: { deploymentCIDR: "10.0.0.0/24" } }],
        },
      ],
      databases: [
        { name: "sessions", protocol: "redis", datasetSizeInGb: 1, dataPersistence: "aof-every-1-second" },
        { name: "catalogue", protocol: "redis", datasetSizeInGb: 5, replication: false },
      ],
    },
  ],
  ["/acl/redisRules", { name: "read-sessions", redisRule: "+@read ~session:*" }],
];

/** What `generate` writes for an account of the simulator. */
export async function generatedProgram(): Promise<string> {
  const simulator = await startSimulator({ redis: false, seed: 1, timeScale: TIME_SCALE });
  try {
    for (const [path, body] of CONTENTS) await create(simulator, path, body);
    await sleep(SETTLED_MS);
    const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
    const account = openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url });
    return programOf(await contentsOf(account));
  } finally {
    await simulator.close();
  }
}

async function create(simulator: Simulator, path: string, body: object): Promise<void> {
  const { taskId } = await send(simulator, "POST", path, body);
  for (;;) {
    const { status } = await send(simulator, "GET", `/tasks/${taskId}`);
    if (status === "processing-completed") return;
    if (status === "processing-error") throw new Error(`The simulator refused ${path}.`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function send(
  { url, accounts, fetch }: Simulator,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const [{ apiKey = "", apiSecretKey = "" } = {}] = accounts;
  const headers = {
    "content-type": "application/json",
    "x-api-key": apiKey,
    "x-api-secret-key": apiSecretKey,
  };
  const request = new Request(url + path, { method, headers, body: body && JSON.stringify(body) });
  return (await fetch(request)).json() as Promise<Record<string, unknown>>;
}

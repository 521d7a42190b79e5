import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { Judge, type Listed, type Tolerance } from "../lifecycle/pairs/judge";
import { NOT_OF_THE_SERVER } from "../lifecycle/pairs/oracle";
import type { Program } from "../lifecycle/pairs/program";
import { versions } from "../lifecycle/pairs/programs";
import { randomCases } from "../lifecycle/thorough";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";

/** Random stacks, each of which goes through several pairs: from each version of its program to the next. */
const STACKS = randomCases({ some: 1, all: 4 });
const PAIRS = 5;
/** Stacks at a time. */
const AT_A_TIME = 2;

const ACCOUNTS = [
  { apiKey: "key-of-default", apiSecretKey: "secret-of-default" },
  { apiKey: "key-of-elsewhere", apiSecretKey: "secret-of-elsewhere" },
];

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** SEED=<number> in the environment goes through the programs of a run before again. */
const chains = fc
  .sample(versions(PAIRS + 1), { seed, numRuns: STACKS })
  .map((chain) => chain.map(destroyable));

/** What a subscription was created with may be declared no more when it goes. */
function destroyable(program: Program): Program {
  return program.map((resource) =>
    resource.type === "Subscription" || resource.type === "ActiveActiveSubscription"
      ? { ...resource, args: { ...resource.args, forceDestroy: true } }
      : resource,
  );
}

/** Arguments whose values the engine shows, and compares for showing, as `[secret]`. */
const SECRETS = [
  "password",
  "globalPassword",
  "regionPasswords",
  "saslPassword",
  "replica",
  "replicaOf",
  "accessKeyId",
  "accessSecretKey",
  "consoleUsername",
  "consolePassword",
];

/** Arguments without a default: what the API chose is not what the program said before. */
const CHOSEN = [
  "redisVersion",
  "respVersion",
  "throughputMeasurement",
  "regexRules",
  "saslUsername",
  "paymentMethod",
  "paymentMethodId",
  "persistentStorageEncryptionKeys",
  "multipleAvailabilityZones",
  "preferredAvailabilityZones",
  "protocol",
  "dataEvictionPolicy",
  "replication",
  "numberOfShards",
];

/** What was implied has to be written when what implied it goes, however the program wrote it meanwhile. */
const impliedTls = ({ clientSslCertificate }: Readonly<Record<string, unknown>>): boolean =>
  Boolean(clientSslCertificate);

/**
 * The engine shows what is written in another way than before. A provider can keep how it was written, but for what
 * is replaced, which the engine has checked as new; for what was not written; and for secrets that are not any more.
 */
const TOLERANCE: Tolerance = {
  listed: (argument, before, after) =>
    before.id !== after.id ||
    (CHOSEN.includes(argument) && before.args[argument] === undefined) ||
    (argument === "enableTls" && impliedTls(before.args)) ||
    (SECRETS.includes(argument) && (before.args[argument] ?? after.args[argument]) !== undefined),
  missed: (argument) => SECRETS.includes(argument),
};

/** One stack, and what is to be known of it. */
interface Run {
  readonly project: PulumiProject;
  readonly cloud: RedisCloud;
  readonly judge: Judge;
}

async function goThrough(chain: readonly Program[], index: number): Promise<readonly string[]> {
  const [, elsewhere] = ACCOUNTS;
  const accounts = ACCOUNTS.map((keys) => ({
    ...keys,
    // The programs have no resources that grant access.
    hasAccessToKeys: true,
    ...(keys === elsewhere && { billing: "contract" as const }),
  }));
  const cloud = await startRedisCloud({ accounts, seed: index });
  const project = await createProject({ name: "random", program: "random", env: cloud.env });
  try {
    await project.setSecrets({ "redis-cloud:accounts": JSON.stringify({ elsewhere }) });
    const run = { project, cloud, judge: new Judge(cloud.simulator, TOLERANCE) };
    for (const [version, program] of chain.entries()) {
      const wrong = await wrongAfter(program, run).catch((error: Error) => [error.message]);
      if (wrong.length > 0)
        return [`stack ${index}, version ${version}:`, ...wrong, ...toldOf(chain, version)];
    }
    return [];
  } finally {
    await project.dispose();
    await cloud.close();
  }
}

async function wrongAfter(program: Program, { project, cloud, judge }: Run): Promise<readonly string[]> {
  writeFileSync(path.join(project.programFolder, "program.json"), JSON.stringify(program));
  const written = cloud.writes().length;
  const { stdout } = await project.preview(["--diff"], { mustSucceed: true });
  const sent = cloud.writes().slice(written);
  await project.up([], { mustSucceed: true });
  const ids = new Map(project.knownResources().map(({ urn, id }) => [urn.split("::").at(-1), id]));
  const wrong = judge.wrong(program, (name) => ids.get(name) ?? "", listedIn(stdout));
  const { exitCode, stdout: after } = await project.preview(["--diff", "--expect-no-changes"]);
  return [
    ...sent.map((write) => `the preview sent ${write}`),
    ...(wrong.length === 0 ? [] : [...wrong, stdout]),
    ...(exitCode === 0 ? [] : [`then a preview shows changes:\n${after}`]),
  ];
}

/** The arguments that a preview with `--diff` shows as changing, by resource: of those of the server. */
function listedIn(stdout: string): Listed {
  const blocks = stdout.split(/^ +\S* ?pulumi-nodejs:dynamic\/redis-cloud:(?=\w+: \()/m).slice(1);
  const changing = blocks.filter((block) => /^\w+: \((update|replace)\)/.test(block));
  return new Map(
    changing.map((block) => {
      const name = /\[urn=.*::([^:\]]+)\]/.exec(block)?.[1] ?? "";
      const shown = [...block.matchAll(/^ {6}[-+~] (\w+) *: /gm)].map(([, argument = ""]) => argument);
      const ofTheServer = shown.filter((argument) => !isOfTheStateOnly(argument, block));
      return [name, new Set(ofTheServer)] as const;
    }),
  );
}

/** A database's Redis version is of the server. */
const isOfTheStateOnly = (argument: string, block: string): boolean =>
  NOT_OF_THE_SERVER.includes(argument) && !(argument === "redisVersion" && /^\w*Database:/.test(block));

const toldOf = (chain: readonly Program[], version: number): readonly string[] =>
  chain.slice(Math.max(0, version - 1), version + 1).map((program) => JSON.stringify(program));

test("each preview lists exactly what its up changes at the server, and then shows no change", async () => {
  process.stdout.write(`${STACKS * PAIRS} random pairs of programs, SEED=${seed}\n`);
  const waiting = [...chains.entries()];
  const wrong: string[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      wrong.push(...(await goThrough(next[1], next[0])));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  expect(wrong.join("\n")).toBe("");
}, 900_000);

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type CommandResult,
  createProject,
  dynamicResources,
  type PulumiProject,
  type RedisCloud,
  startRedisCloud,
} from "./harness";

const accounts = [{ apiKey: "planted-api-key", apiSecretKey: "planted-api-secret-key" }];

/** The config of the stack, all of it secret. */
const config = {
  givenPassword: "planted-given-password",
  sourcePassword: "planted-source-password",
  saslPassword: "planted-sasl-password",
  numericPassword: "4815162342",
  accessKeyId: "planted-access-key-id",
  accessSecretKey: "planted-access-secret-key",
  consoleUsername: "planted-console-username",
  consolePassword: "planted-console-password",
};
const changedPassword = "planted-changed-password";
const refusedPassword = `planted-refused-password-${"x".repeat(300)}`;
const plainPassword = "planted-plain-password";

const planted = new Set([
  ...Object.values(accounts[0] ?? {}),
  ...Object.values(config),
  changedPassword,
  refusedPassword,
  plainPassword,
]);

let cloud: RedisCloud;
let project: PulumiProject;
const printed: string[] = [];

beforeAll(async () => {
  cloud = await startRedisCloud({ accounts });
  const env = { PLAIN_PASSWORD: plainPassword };
  project = await createProject({ name: "secrets", program: "secrets", env });
  const [{ apiKey, apiSecretKey } = { apiKey: "", apiSecretKey: "" }] = accounts;
  await project.setSecrets({
    ...config,
    "redis-cloud:apiKey": apiKey,
    "redis-cloud:apiSecretKey": apiSecretKey,
    "redis-cloud:baseUrl": cloud.simulator.url,
  });
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

/** Runs the command to its end and keeps its output. */
async function run(command: Promise<CommandResult>): Promise<CommandResult> {
  const result = await command;
  printed.push(result.stdout, result.stderr);
  return result;
}

const secretsIn = (text: string) => [...planted].filter((secret) => text.includes(secret));

/** The planted secrets that `pulumi stack export` contains. */
async function secretsInState(): Promise<string[]> {
  const state = await project.exportState();
  // A state without the resources would contain no secrets either.
  expect(dynamicResources(state).length).toBeGreaterThanOrEqual(8);
  return secretsIn(JSON.stringify(state));
}

test("the state contains no plaintext secret: given, generated, or inside outputs", async () => {
  await run(project.up([], { mustSucceed: true }));
  const { service } = (await project.outputs({ showSecrets: true })) as { service: { urls: string[] } };
  const [, generated = ""] = /default:(\w+)@/.exec(service.urls[1] ?? "") ?? [];
  expect(generated.length).toBeGreaterThan(20);
  planted.add(generated);
  expect(await secretsInState()).toEqual([]);
});

test("the serialized provider is small, and the same for all resources of a type", async () => {
  const providers = new Map<string, Set<string>>();
  for (const { type, inputs, outputs } of dynamicResources(await project.exportState())) {
    const of = providers.get(type) ?? new Set();
    providers.set(type, of.add(String(inputs?.__provider)).add(String(outputs?.__provider)));
  }
  expect([...providers.keys()].sort()).toEqual([
    "pulumi-nodejs:dynamic/redis-cloud:CloudAccount",
    "pulumi-nodejs:dynamic/redis-cloud:Database",
    "pulumi-nodejs:dynamic/redis-cloud:DatabaseBackup",
    "pulumi-nodejs:dynamic/redis-cloud:DatabaseImport",
    "pulumi-nodejs:dynamic/redis-cloud:Subscription",
  ]);
  for (const [provider = "", ...others] of providers.values()) {
    expect(provider).toContain("pulumi-redis-cloud");
    expect(provider.length).toBeLessThanOrEqual(500);
    expect(others).toEqual([]);
  }
});

test("nor does it after a refresh", async () => {
  await run(project.refresh(["--diff"], { mustSucceed: true }));
  expect(await secretsInState()).toEqual([]);
});

test("nor after an update of a password, which the diff hides", async () => {
  await project.setSecrets({ givenPassword: changedPassword });
  const { stdout } = await run(project.up(["--diff"], { mustSucceed: true }));
  expect(stdout).toMatch(/password *: \[secret\]/);
  expect(await secretsInState()).toEqual([]);
});

test("nor after an update that the API rejects", async () => {
  await project.setSecrets({ givenPassword: refusedPassword });
  const { exitCode, stdout } = await run(project.up());
  expect(exitCode).not.toBe(0);
  expect(stdout).toContain("DATABASE_PASSWORD_IS_TOO_LONG");
  expect(await secretsInState()).toEqual([]);
});

test("a password of the wrong type is rejected without being shown", async () => {
  const { exitCode, stdout } = await run(
    project.preview([], { env: { MISTAKE: "a password that is no text" } }),
  );
  expect(exitCode).not.toBe(0);
  expect(stdout).toMatch(/resource 'mistake' has a problem: password: .*string/);
});

test("no command printed a secret", async () => {
  await run(project.run(["stack", "--show-urns"], { mustSucceed: true }));
  await run(project.destroy([], { mustSucceed: true }));
  expect(secretsIn(printed.join("\n"))).toEqual([]);
});

test("no file of Pulumi contains a secret: earlier states, logs, temporary files", () => {
  const folder = path.dirname(project.programFolder);
  const files = ["backend", "home", "tmp"]
    .flatMap((part) => readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  expect(files).not.toEqual([]);
  expect(files.filter((file) => secretsIn(readFileSync(file, "utf8")).length > 0)).toEqual([]);
});

import { writeFileSync } from "node:fs";
import path from "node:path";
import { autoName, earlierAutoName } from "../../provider/operations/autoName";
import {
  createProject,
  dynamicResources,
  type PulumiProject,
  type RedisCloud,
  startRedisCloud,
} from "./harness";

/*
 * Two stacks, A and B, of one project: A neither takes over nor deletes what B manages.
 */

let cloud: RedisCloud;
let project: PulumiProject;
let subscriptionId: number;

beforeEach(async () => {
  cloud = await startRedisCloud();
  subscriptionId = Number(
    await cloud.submit("POST", "/subscriptions", {
      name: "shared",
      paymentMethod: "marketplace",
      cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
      databases: [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }],
    }),
  );
  project = await createProject({ name: "ownership", program: "owned", stack: "a", env: cloud.env });
  await project.addStack("b");
});

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

type Stack = "a" | "b";
const inStack = (stack: Stack) => ({ PULUMI_STACK: stack });

function declare(databases: Record<string, object>): void {
  const complete = Object.entries(databases).map(([name, args]) => [
    name,
    { subscriptionId, datasetSizeInGb: 1, ...args },
  ]);
  writeFileSync(
    path.join(project.programFolder, "program.json"),
    JSON.stringify(Object.fromEntries(complete)),
  );
}

const up = (stack: Stack, args: string[] = []) =>
  project.run(["up", "--yes", "--skip-preview", ...args], { env: inStack(stack), mustSucceed: true });
const tryUp = (stack: Stack) => project.run(["up", "--yes"], { env: inStack(stack) });

const urnOf = (stack: Stack, name: string) =>
  `urn:pulumi:${stack}::ownership::pulumi-nodejs:dynamic/redis-cloud:Database::${name}`;

async function reconcile(stack: Stack, ...args: string[]) {
  const command = ["reconcile", "--stack", stack, "--json", "--older-than", "0s", ...args];
  const { stdout, stderr, exitCode } = await project.runOurs(command, { env: inStack(stack) });
  expect(stderr).not.toContain("error:");
  return { exitCode, ...JSON.parse(stdout) };
}

const idIn = (stack: Stack, name: string) =>
  dynamicResources(project.exportState(stack)).find(({ urn }) => urn.endsWith(`::${name}`))?.id;

/** The stack A creates the database b. */
async function createInA(): Promise<string> {
  declare({ b: {} });
  await up("a");
  return String(idIn("a", "b"));
}

async function moveToB(): Promise<void> {
  const [source, dest] = ["a", "b"].map((stack) => `organization/ownership/${stack}`) as [string, string];
  const move = ["state", "move", "--yes", "--source", source, "--dest", dest, urnOf("a", "b")];
  await project.run(move, { mustSucceed: true });
  await up("b", ["--expect-no-changes"]);
}

/** Expects that `reconcile` in A, whatever it is to delete, keeps B's database and says why. */
async function expectReconcileToLeaveItAlone(id: string): Promise<void> {
  const before = cloud.remaining();
  expect(await reconcile("a", "--delete")).toMatchObject({ orphans: [], deleted: [], exitCode: 0 });
  expect(await reconcile("a", "--delete", id)).toMatchObject({
    deleted: [],
    refused: [{ reason: expect.stringMatching(/^the stack .*\bb contains database \d+/) }],
    exitCode: 0,
  });
  expect(cloud.remaining()).toEqual(before);
}

test("after `pulumi state move` to B and a program of A without it, reconcile in A deletes nothing", async () => {
  const id = await createInA();
  await moveToB();
  declare({});
  await up("a", ["--expect-no-changes"]);
  await expectReconcileToLeaveItAlone(id);
});

test("after `pulumi state move` to B, A does not take it over, and says so in the preview", async () => {
  const id = await createInA();
  await moveToB();
  const preview = await project.run(["preview"], { env: inStack("a"), mustSucceed: true });
  expect(preview.stdout).toMatch(/database \d+ of subscription \d+ has the auto-name of this resource/);
  expect(preview.stdout.replaceAll(/\s+/g, " ")).toContain(`set adopt: "${id}"`);
  expect((await tryUp("a")).exitCode).not.toBe(0);
  declare({});
  await up("a", ["--expect-no-changes"]);
  expect(cloud.remaining()).toContainEqual(expect.stringMatching(/^database b-/));
});

test("after retainOnDelete in A and adopt in B, reconcile in A deletes nothing, and A does not take it over", async () => {
  declare({ b: { retainOnDelete: true } });
  await up("a");
  const id = String(idIn("a", "b"));
  declare({});
  await up("a");
  declare({ b: { adopt: id } });
  await up("b");
  expect(idIn("b", "b")).toBe(id);
  declare({ b: {} });
  expect((await tryUp("a")).stdout).toMatch(/is not taken over/);
  declare({});
  await expectReconcileToLeaveItAlone(id);
});

test("after an export of A and an import into B, reconcile in A deletes nothing", async () => {
  const id = await createInA();
  const { stdout } = await project.run(["stack", "export"], { env: inStack("a"), mustSucceed: true });
  const file = path.join(project.folder, "exported.json");
  writeFileSync(file, stdout.replaceAll("urn:pulumi:a::", "urn:pulumi:b::"));
  await project.run(["stack", "import", "--file", file], { env: inStack("b"), mustSucceed: true });
  await project.run(["state", "delete", "--yes", urnOf("a", "b")], { env: inStack("a"), mustSucceed: true });
  await expectReconcileToLeaveItAlone(id);
});

test("after an earlier state is imported, reconcile --delete does not delete what the engine had learned of", async () => {
  declare({});
  await up("a");
  const before = await project.run(["stack", "export"], { env: inStack("a"), mustSucceed: true });
  const id = await createInA();
  const file = path.join(project.folder, "before.json");
  writeFileSync(file, before.stdout);
  await project.run(["stack", "import", "--file", file], { env: inStack("a"), mustSucceed: true });
  expect(await reconcile("a", "--delete")).toMatchObject({ orphans: [], deleted: [] });
  expect((await tryUp("a")).stdout).toMatch(/is not taken over/);
  declare({ b: { adopt: id } });
  await up("a");
  expect(idIn("a", "b")).toBe(id);
});

test("an explicit name that looks like an auto-name is found by name only, and deleted only by ID", async () => {
  const names = [autoName(urnOf("a", "b"), 40), earlierAutoName(urnOf("a", "b"), 40)];
  for (const name of names)
    await cloud.submit("POST", `/subscriptions/${subscriptionId}/databases`, { name, datasetSizeInGb: 1 });
  const { foundByNameOnly } = await reconcile("a", "--delete");
  expect(foundByNameOnly.map(({ name }: { name: string }) => name).sort()).toEqual(names.sort());
  const [{ id, name }] = foundByNameOnly;
  const { deleted } = await reconcile("a", "--delete", `${subscriptionId}/${id}`);
  expect(deleted).toEqual([expect.objectContaining({ name })]);
  expect(cloud.remaining()).toHaveLength(3);
});

test("a stack whose state cannot be read counts as one that contains the resource", async () => {
  const name = autoName(urnOf("a", "b"), 40);
  const databases = `/subscriptions/${subscriptionId}/databases`;
  const id = await cloud.submit("POST", databases, { name, datasetSizeInGb: 1 });
  writeFileSync(path.join(project.folder, "backend/.pulumi/stacks/ownership/b.json"), "{ broken");
  const { deleted, refused, exitCode } = await reconcile("a", "--delete", `${subscriptionId}/${id}`);
  expect(deleted).toEqual([]);
  expect(refused).toEqual([
    expect.objectContaining({ reason: expect.stringMatching(/cannot be (read|listed)/) }),
  ]);
  expect(exitCode).toBe(1);
});

test("the preview announces a take-over by name: what is taken over, and when it was created", async () => {
  const name = autoName(urnOf("a", "b"), 40);
  await cloud.submit("POST", `/subscriptions/${subscriptionId}/databases`, { name, datasetSizeInGb: 1 });
  declare({ b: {} });
  const { stdout } = await project.run(["preview"], { env: inStack("a"), mustSucceed: true });
  expect(stdout).toMatch(/takes over database \d+ of subscription \d+, created [\d-]+ [\d:]+ UTC/);
  const before = cloud.writes();
  await up("a");
  expect(cloud.writes()).toEqual(before);
});

import { renameSync } from "node:fs";
import path from "node:path";
import { autoName } from "../../provider/operations/autoName";
import {
  createProject,
  dynamicResources,
  type PulumiProject,
  type RedisCloud,
  startRedisCloud,
} from "./harness";

let cloud: RedisCloud;
let project: PulumiProject;
let before: string[];
/** What the run after the killed one printed. */
let next: string;

const urnIn = (stack: string, name: string) =>
  `urn:pulumi:${stack}::leftovers::pulumi-nodejs:dynamic/redis-cloud:Subscription::${name}`;
const moreName = autoName(urnIn("test", "more"), 64);
const foreign = autoName(urnIn("other", "more"), 64);

/** A run that is killed while it creates a subscription and a database, which the program then no longer declares. */
beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "leftovers", program: "leftovers", env: cloud.env });
  await project.up([], { mustSucceed: true });
  const subscription = {
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
    databases: [{ name: "theirs", protocol: "redis", datasetSizeInGb: 1 }],
  };
  for (const name of [foreign, "by-hand"])
    await cloud.submit("POST", "/subscriptions", { ...subscription, name });
  before = cloud.remaining().sort();

  await project.setConfig("more", "true");
  const submitted = () => cloud.writes().filter((write) => write.startsWith("POST")).length;
  const already = submitted();
  const { result } = project.start(["up", "--yes", "--skip-preview"]);
  while (submitted() < already + 2) await new Promise((resolve) => setTimeout(resolve, 20));
  project.kill();
  await result;
  await project.run(["cancel", "--yes"], { mustSucceed: true });
  await project.setConfig("more", "false");
  next = (await project.up([], { mustSucceed: true })).stdout;
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

const journal = () => path.join(project.home, "redis-cloud", "journal");

async function reconcile(...args: string[]) {
  const { stdout, stderr, exitCode } = await project.runOurs(["reconcile", "--json", ...args]);
  expect(stderr).not.toContain("error:");
  expect(stdout + stderr).not.toContain(cloud.env.REDIS_CLOUD_API_SECRET_KEY);
  return { exitCode, ...JSON.parse(stdout) };
}

test("the run after the killed one names what it does not take up", () => {
  const [, diagnostics = ""] = next.split("Diagnostics:");
  const named = diagnostics.match(/began to create what the program does not declare: .*/g);
  expect(named).toEqual([
    expect.stringMatching(/Subscription more.*Database queue|Database queue.*Subscription more/),
  ]);
  expect(named?.[0]).toContain("`npx pulumi-redis-cloud reconcile`");
});

test("the journal finds what the killed run created, and nothing else", async () => {
  const { orphans, intents, ofOtherStacks, exitCode } = await reconcile();
  expect(exitCode).toBe(0);
  expect(orphans).toHaveLength(2);
  expect(orphans).toContainEqual(
    expect.objectContaining({
      kind: "subscription",
      name: moreName,
      foundBy: "journal",
      urn: urnIn("test", "more"),
      costPerHour: { amount: expect.any(Number), currency: "USD" },
    }),
  );
  expect(orphans).toContainEqual(
    expect.objectContaining({ kind: "database", name: "queue", foundBy: "journal" }),
  );
  expect(intents.every(({ state }: { state: string }) => state === "settled")).toBe(true);
  expect(ofOtherStacks).toBe(0);
});

test("the text report shows the orphans and the next step", async () => {
  const { stdout, exitCode } = await project.runOurs(["reconcile"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(new RegExp(`subscription .*${moreName}.*USD/h`));
  expect(stdout).toContain("2 orphans:");
});

test("without a journal, an interrupted creation in the state finds an auto-named resource, which is kept while it is young", async () => {
  renameSync(journal(), `${journal()}.gone`);
  const { orphans, foundByNameOnly } = await reconcile();
  expect(orphans).toEqual([
    expect.objectContaining({ kind: "subscription", name: moreName, foundBy: "state" }),
  ]);
  expect(foundByNameOnly).toEqual([]);
  // Of the simulator's time, which is fast.
  const { deleted, refused, exitCode } = await reconcile("--delete", "--older-than", "100h");
  expect(deleted).toEqual([]);
  expect(refused).toEqual([expect.objectContaining({ name: moreName })]);
  expect(exitCode).toBe(0);
});

test("removes what the state found, and nothing else", async () => {
  const { deleted, refused, exitCode } = await reconcile("--delete", "--older-than", "0s");
  expect(deleted).toEqual([expect.objectContaining({ kind: "subscription", name: moreName })]);
  expect(refused).toEqual([]);
  expect(exitCode).toBe(0);
  expect(cloud.remaining().sort()).toEqual([...before, "database queue"].sort());
});

test("removes what the journal found, and nothing else; then nothing is left", async () => {
  renameSync(`${journal()}.gone`, journal());
  const { deleted, exitCode } = await reconcile("--delete");
  expect(deleted).toEqual([expect.objectContaining({ kind: "database", name: "queue" })]);
  expect(exitCode).toBe(0);
  expect(cloud.remaining().sort()).toEqual(before);
  expect(await reconcile()).toMatchObject({ orphans: [], unreadable: [] });
});

test("--forget closes open intents and leaves the stack unchanged", async () => {
  await reconcile("--forget");
  expect(await reconcile()).toMatchObject({ orphans: [], intents: [] });
  await project.up(["--expect-no-changes"], { mustSucceed: true });
  expect(dynamicResources(await project.exportState())).toHaveLength(2);
});

test("reports a missing project, stack or Pulumi CLI", async () => {
  const failure = async (args: string[], env?: Record<string, string>) => {
    const { stderr, exitCode } = await project.runOurs(["reconcile", ...args], { env });
    expect(exitCode).toBe(1);
    return stderr;
  };
  expect(await failure(["--cwd", "/"])).toContain("there is no Pulumi project in /");
  expect(await failure(["--stack", "no-such"])).toMatch(/pulumi: no stack named 'no-such' found/);
  await project.run(["stack", "unselect"], { mustSucceed: true });
  expect(await failure([], { PULUMI_STACK: "" })).toContain("no stack is selected");
  expect(await failure([], { PATH: "/nowhere" })).toContain("there is no `pulumi` on the PATH");
});

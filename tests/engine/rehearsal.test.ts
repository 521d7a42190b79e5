import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExchangeSummary } from "../../simulator/console/types";
import { fillAccount, SECRETS } from "../lifecycle/filledAccount";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { type RunningCommand, startCommand } from "./harness/command";
import { repository } from "./harness/engine";

/*
 * The rehearsal of a change: the account of production is only read, everything else happens on a copy of it.
 */

/** The original is filled in a moment; nobody waits for it later. */
const TIME_SCALE = 60_000;
const CLI = path.join(repository, "dist/package/cli.js");

let original: RedisCloud;
let project: PulumiProject;
let simulate: RunningCommand | undefined;

beforeAll(async () => {
  original = await startRedisCloud({ timeScale: TIME_SCALE, rateLimit: 1_000_000 });
  const wait = (simulatedSeconds: number) => sleep((simulatedSeconds * 1000) / TIME_SCALE);
  await fillAccount(original.simulator, { many: 2, wait });
});

afterAll(async () => {
  simulate?.child.kill("SIGKILL");
  await Promise.all([project?.dispose(), original?.close()]);
});

/** Starts a copy of the account; its variables, and the files that it writes. */
async function startCopy(folder: string) {
  const files = { account: path.join(folder, "copy.json"), record: path.join(folder, "rehearsal.json") };
  const args = ["simulate", "--from", "--port", "0", "--time-scale", "3000", "--seed", "2"];
  const more = ["--copy-to", files.account, "--record", files.record];
  simulate = startCommand(process.execPath, [CLI, ...args, ...more], {
    cwd: folder,
    env: { ...process.env, ...original.env },
  });
  const [introduction] = await simulate.printed(/listens on [\s\S]*Press Ctrl-C/);
  const variables = [...introduction.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  return { ...files, env: Object.fromEntries(variables) as Record<string, string>, introduction };
}

/** The changes that were requested, without IDs. */
async function writesOf(consoleUrl: string): Promise<string[]> {
  const requests = (await (await fetch(`${consoleUrl}/api/requests`)).json()) as ExchangeSummary[];
  return requests
    .filter(({ method, dryRun }) => method !== "GET" && !dryRun)
    .map((request) => `${request.method} ${request.path.replace(/\/\d+/g, "/…")}`);
}

async function expectPage(url = ""): Promise<void> {
  const response = await fetch(url);
  expect({ url, status: response.status }).toEqual({ url, status: 200 });
  expect(await response.text()).toContain("<title>Redis Cloud simulator</title>");
}

test("a change of production is rehearsed on a copy of its account, which is only read", async () => {
  const written = original.writes();
  project = await createProject({ name: "rehearsal", program: "readings" });
  const copy = await startCopy(project.folder);
  const [consoleUrl = ""] = /http:\S+\/console\b/.exec(copy.introduction) ?? [];
  await expectPage(consoleUrl);

  // The program, and its adoption: the copy has other secrets than the original, and none is asked for that it has.
  const { stdout, stderr, exitCode } = await project.runOurs(["generate"], { env: copy.env });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const program = path.join(project.programFolder, "index.ts");
  writeFileSync(program, stdout);
  const secrets = stderr.match(/(?<=config set --secret )\S+/g) ?? [];
  await project.setSecrets(Object.fromEntries(secrets.map((key) => [key, "Secret-password-1"])));
  await project.setConfig("redis-cloud:costEstimates", "true");
  await project.up([], { env: copy.env, mustSucceed: true });
  expect(await writesOf(consoleUrl)).toEqual([]);

  // The change: previewed with its cost, then made.
  writeFileSync(program, stdout.replace("datasetSizeInGb: 3,", "datasetSizeInGb: 30,"));
  const preview = await project.preview([], { env: copy.env, mustSucceed: true });
  expect(preview.stdout).toMatch(/cache costs [\d.]+ USD\/hour, .* \(\+[\d.]+ USD\/hour/);
  expect(preview.stdout).toMatch(/1 to update/);
  const change = path.join(project.folder, "change.jsonl");
  await project.up([], { env: { ...copy.env, REDIS_CLOUD_RECORD: change }, mustSucceed: true });

  expect(await writesOf(consoleUrl)).toEqual(["PUT /v1/subscriptions/…/databases/…"]);

  // Where its time went; and the whole rehearsal again, in the browser.
  const timeline = await project.runOurs(["timeline", change, "--out", `${change}.svg`]);
  expect(timeline.stdout).toMatch(/operations? in .*\nCritical path: .*provisioning/);
  expect(readFileSync(`${change}.svg`, "utf8")).toContain("update database cache");
  simulate?.child.kill("SIGTERM");
  await simulate?.result;
  const replay = startCommand(process.execPath, [CLI, "console", copy.record, "--port", "0"], {
    cwd: project.folder,
    env: process.env,
  });
  await expectPage((await replay.printed(/http:\S+\/console/))[0]);
  replay.child.kill("SIGTERM");
  expect(await replay.result).toMatchObject({ exitCode: 0, stderr: "" });

  expect(original.writes()).toEqual(written);
  const passwords =
    JSON.stringify(original.simulator.state()).match(/(?<="(?:p|saslP)assword(?:Hash)?":")[^"]+/g) ?? [];
  expect(passwords.length).toBeGreaterThan(10);
  const copied = readFileSync(copy.account, "utf8") + readFileSync(copy.record, "utf8");
  for (const secret of [...SECRETS, ...passwords]) expect(copied).not.toContain(secret);
});

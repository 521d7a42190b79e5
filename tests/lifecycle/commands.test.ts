import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import type { Command } from "commander";
import { confirmLoss } from "../../cli/actions/confirm";
import { backupCommand } from "../../cli/backup";
import { costReportCommand } from "../../cli/costReport";
import { flushCommand } from "../../cli/flush";
import { importCommand } from "../../cli/import";
import { logsCommand } from "../../cli/logs";
import type { FaultRule } from "../../simulator";
import { PLAN } from "../simulator/essentials";
import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  PLACE,
  type RedisCloud,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

/*
 * Commands that people run by hand: back up, import, flush, cost reports, logs.
 */

useVirtualTime();
endSimulators();

const environment = { ...process.env };
let shown = "";

beforeEach(() => {
  shown = "";
  for (const method of ["log", "error"] as const)
    jest.spyOn(console, method).mockImplementation((...texts: unknown[]) => {
      shown += `${texts.join(" ")}\n`;
    });
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});

const REMOTE = {
  active: true,
  interval: "every-6-hours",
  storageType: "aws-s3",
  storagePath: "s3://backups",
};
const SECRET_URI = "redis://reader:an%21import%21password@example.com:6379";
const PASSWORD = /an(%21|!)import/;

/** An account whose keys the environment has. */
async function cloudWith(faults: FaultRule[] = [], durations: object = {}): Promise<RedisCloud> {
  const cloud = await redisCloud({ durations: { ...durations }, faults });
  const { apiKey, apiSecretKey } = cloud.simulator.accounts[0] ?? {};
  Object.assign(process.env, {
    REDIS_CLOUD_API_KEY: apiKey,
    REDIS_CLOUD_API_SECRET_KEY: apiSecretKey,
    REDIS_CLOUD_BASE_URL: cloud.simulator.url,
  });
  return cloud;
}

/** Adds a database, and returns its ID. */
async function withDatabase({ stack }: RedisCloud, args: object = {}): Promise<string> {
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const { id } = await stack.database("cache", {
    subscriptionId,
    name: "cache",
    datasetSizeInGb: 1,
    ...args,
  });
  return id;
}

/** Adds an Active-Active database, and returns its ID. */
async function withActiveActive({ stack }: RedisCloud): Promise<string> {
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const regions = ["us-east-1", "eu-west-1"].map((region) => ({ region, remoteBackup: REMOTE }));
  const args = { subscriptionId, name: "shared", datasetSizeInGb: 1, regions };
  return (await stack.up("ActiveActiveDatabase", "shared", args)).id;
}

/** Runs a command as from a script, without a terminal; there is no project. */
async function run(command: Command, ...args: string[]): Promise<string> {
  shown = "";
  await command.parseAsync([...args, "--cwd", "/"], { from: "user" });
  return shown;
}

const inputs = (...lines: string[]) =>
  jest
    .spyOn(process, "stdin", "get")
    .mockReturnValue(Readable.from([lines.join("\n")]) as typeof process.stdin);

test("backup waits for the backup, and tells when it ended", async () => {
  const cloud = await cloudWith([], { databaseBackup: [300, 300] });
  const id = await withDatabase(cloud, { remoteBackup: REMOTE });
  const startedAt = Date.now();
  const { status, time, databaseId } = JSON.parse(
    (await run(backupCommand(), id, "--json")).split("\n").at(-2) ?? "",
  );
  expect([status, String(databaseId)]).toEqual(["success", id.split("/")[1]]);
  expect(Date.parse(time)).toBeGreaterThan(startedAt + 299_000);
  expect(submitted(cloud.simulator, "databaseBackupRequest")).toHaveLength(1);
});

test("backup shows its progress, and the refusal's code with the next step", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  const { message } = await failureOf(run(backupCommand(), id));
  expect(message).toContain("DATABASE_BACKUP_DISABLED");
  expect(message).toContain("Give the backup a place of its own");
  expect(shown).toContain(`backup of database ${id} (cache): submitting`);
  expect(await run(backupCommand(), id, "--to", "s3://elsewhere")).toContain("its task is completed");
});

test("backup works on one region of an Active-Active database, and on Essentials databases", async () => {
  const cloud = await cloudWith();
  const id = await withActiveActive(cloud);
  expect((await failureOf(run(backupCommand(), id))).message).toContain("--region is missing");
  expect(await run(backupCommand(), id, "--region", "eu-west-1")).toContain("(shared): success");
  const { id: subscriptionId } = await cloud.stack.essentialsSubscription("fixed", {
    planId: PLAN.single,
    paymentMethodId: 2,
  });
  const small = await cloud.stack.essentialsDatabase("small", {
    subscriptionId,
    periodicBackupPath: "s3://backups",
  });
  expect(await run(backupCommand(), small.id)).toContain("success");
  expect(submitted(cloud.simulator, "fixedDatabaseBackupRequest")).toHaveLength(1);
});

test("import asks for the name of the database, and never shows the credentials of its source", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  const from = ["--type", "redis", "--from", SECRET_URI];
  const before = writes(cloud.simulator).length;
  expect((await failureOf(run(importCommand(), id, ...from))).message).toContain(
    `overwrites all data of database ${id} (cache): give its name with --confirm cache`,
  );
  expect((await failureOf(run(importCommand(), id, ...from, "--confirm", "cach"))).message).toContain(
    "'cach' is not the name",
  );
  expect(writes(cloud.simulator)).toHaveLength(before);
  const said = await run(importCommand(), id, ...from, "--confirm", "cache");
  expect(said).toMatch(/import of database .* \(cache\): success at 20/);
  expect(said).not.toMatch(PASSWORD);
  expect(submitted(cloud.simulator, "databaseImportRequest")).toHaveLength(1);
});

test("import reads URIs from standard input, so that no shell remembers them", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  inputs("http://example.com/1.rdb", "", "http://example.com/2.rdb", "");
  await run(importCommand(), id, "--type", "http", "--from", "-", "--confirm", "cache");
  expect(submitted(cloud.simulator, "databaseImportRequest")).toHaveLength(1);
});

test.each([
  ["a wrong URI", ["--type", "aws-s3", "--from", SECRET_URI], "must be a URI for aws-s3"],
  [
    "an ID that is none",
    ["--type", "redis", "--from", SECRET_URI],
    "write it as <subscription ID>/<database ID>",
  ],
])("import refuses %s, without showing it", async (_, args, reason) => {
  const { simulator } = await cloudWith();
  const { message } = await failureOf(run(importCommand(), "12", ...args));
  expect(message).toContain(reason);
  expect(message).not.toMatch(PASSWORD);
  expect(writes(simulator)).toEqual([]);
});

test("an API that repeats the URI, or the password in it, does not bring it to the terminal", async () => {
  const description = `cannot read ${SECRET_URI}, password an!import!password`;
  const cloud = await cloudWith([
    { fault: "processing-error", error: "GENERAL_ERROR", description, commandType: "databaseImportRequest" },
  ]);
  const id = await withDatabase(cloud);
  const args = [id, "--type", "redis", "--from", SECRET_URI, "--confirm", "cache"];
  const { message, stack } = await failureOf(run(importCommand(), ...args));
  expect(message).toContain("GENERAL_ERROR: cannot read [secret], password [secret]");
  expect(shown + stack).not.toMatch(PASSWORD);
});

test("an import whose answer is lost is not sent again, and people are told where to look", async () => {
  const cloud = await cloudWith([
    {
      fault: "reset-connection",
      when: "after",
      method: "POST",
      path: "/subscriptions/*/databases/*/import",
      times: 1,
    },
  ]);
  const id = await withDatabase(cloud);
  const args = [id, "--type", "redis", "--from", SECRET_URI, "--confirm", "cache"];
  const { message } = await failureOf(run(importCommand(), ...args));
  expect(message).toContain("look at `pulumi-redis-cloud tasks` before you run the command again");
  expect(message).not.toContain("pulumi up");
  expect(submitted(cloud.simulator, "databaseImportRequest")).toHaveLength(1);
});

test("a command that waits no longer says that the task continues", async () => {
  const cloud = await cloudWith([], { databaseImport: [3600, 3600] });
  const id = await withDatabase(cloud);
  const args = [id, "--type", "redis", "--from", SECRET_URI, "--confirm", "cache", "--timeout", "1m"];
  const { message } = await failureOf(run(importCommand(), ...args));
  expect(message).toMatch(/provisioning-timeout: .*A submitted task cannot be cancelled and continues/);
});

test("flush deletes the data of the database whose name is given, once", async () => {
  const cloud = await cloudWith();
  const id = await withActiveActive(cloud);
  expect((await failureOf(run(flushCommand(), id))).message).toContain("deletes all data of database");
  expect((await failureOf(run(flushCommand(), id, "--confirm", "global"))).message).toContain(
    "'global' is not",
  );
  expect(submitted(cloud.simulator, "crdbFlushRequest")).toEqual([]);
  expect(await run(flushCommand(), id, "--confirm", "shared")).toContain("all data is deleted");
  expect(submitted(cloud.simulator, "crdbFlushRequest")).toHaveLength(1);
});

test("a flush whose answer is lost is not sent again: data may have been written since", async () => {
  const cloud = await cloudWith([
    {
      fault: "reset-connection",
      when: "after",
      method: "PUT",
      path: "/subscriptions/*/databases/*/flush",
      times: 1,
    },
  ]);
  const id = await withActiveActive(cloud);
  const { message } = await failureOf(run(flushCommand(), id, "--confirm", "shared"));
  expect(message).toContain("may or may not have been accepted");
  expect(submitted(cloud.simulator, "crdbFlushRequest")).toHaveLength(1);
});

test("flush says what to do with databases that the API does not flush", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  const before = writes(cloud.simulator).length;
  const { message } = await failureOf(run(flushCommand(), id, "--confirm", "cache"));
  expect(message).toContain("connect to it and run FLUSHALL");
  expect(writes(cloud.simulator)).toHaveLength(before);
});

test("a database that does not exist is refused with those that do", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  const [subscriptionId, databaseId] = id.split("/");
  const { message } = await failureOf(run(backupCommand(), `${subscriptionId}/1`));
  expect(message).toMatch(new RegExp(`has no database 1. It has: .*${databaseId} \\(cache\\)`));
  expect((await failureOf(run(backupCommand(), "1/1"))).message).toContain("no subscription 1");
});

test("a person at the terminal types the name of the database", async () => {
  const database = { plan: "pro", subscriptionId: 7, databaseId: 12, name: "cache" } as const;
  const asked: string[] = [];
  const answer = (name: string) => async (question: string) => {
    asked.push(question);
    return name;
  };
  await confirmLoss(database, "deletes all data", undefined, answer("cache"));
  expect(asked).toEqual(["this deletes all data of database 7/12 (cache). Type its name to continue: "]);
  await expect(confirmLoss(database, "deletes all data", undefined, answer("yes"))).rejects.toThrow(
    "'yes' is not",
  );
});

const folder = mkdtempSync(path.join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

const today = () => new Date().toISOString().slice(0, 10);

test("cost-report writes what the account cost, to the terminal or to a file", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud, { tags: [{ key: "team", value: "shop" }] });
  const period = ["--from", today(), "--to", today()];
  expect(await run(costReportCommand(), ...period)).toMatch(/^.*BillingAccountId,.*\n(.*\n)*.*,cache,/m);
  const out = path.join(folder, "report.json");
  const filters = ["--database", id.split("/")[1] ?? "", "--tag", "team=shop", "--type", "pro"];
  await run(costReportCommand(), ...period, "--format", "json", ...filters, "--out", out);
  expect(JSON.parse(readFileSync(out, "utf8"))).toEqual([
    expect.objectContaining({ ResourceName: "cache", Tags: { team: "shop" } }),
  ]);
});

test("cost-report waits for a report whose ID is not visible yet", async () => {
  await cloudWith([{ fault: "hidden-id", seconds: 20, kind: "costReport" }]);
  expect(await run(costReportCommand(), "--from", today(), "--to", today(), "--format", "json")).toContain(
    "[]",
  );
});

test("cost-report tells why the API refuses a period", async () => {
  await cloudWith();
  const { message } = await failureOf(run(costReportCommand(), "--from", "2025-01-01", "--to", today()));
  expect(message).toMatch(/cost report .*COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT: .* correct it and run again/);
});

test("logs shows what was done, and who logged in", async () => {
  const cloud = await cloudWith();
  const id = await withDatabase(cloud);
  const databaseId = id.split("/")[1] ?? "";
  expect(await run(logsCommand(), "--resource", databaseId)).toMatch(/Database \d+ +databaseCreateRequest/);
  expect(JSON.parse(await run(logsCommand(), "--json", "--limit", "2"))).toHaveLength(2);
  expect(await run(logsCommand(), "--sessions")).toMatch(/ADDRESS +ACTION\n.*Session: Login/);
  expect(await run(logsCommand(), "--from", "2030-01-01T00:00:00Z")).toContain("No entries");
  expect((await failureOf(run(logsCommand(), "--limit", "1001"))).message).toContain("'limit'");
});

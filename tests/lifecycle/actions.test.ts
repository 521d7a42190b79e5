import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import {
  getAvailableTargetVersions,
  getDatabaseBackupStatus,
  getDatabaseImportStatus,
  getDatabaseSlowLog,
} from "../../provider/functions/databaseActions";
import * as status from "../../provider/pulumi/status";
import { PLAN } from "../simulator/essentials";
import {
  ACTIVE_ACTIVE_PLACE,
  configOf,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  type RedisCloud,
  redisCloud,
  refused,
  submitted,
  writes,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();
afterEach(() => {
  jest.restoreAllMocks();
});

const SECRET_URI = "redis://reader:an-import-password@example.com:6379";
const IMPORT = { sourceType: "redis", importFromUri: [SECRET_URI] };
const ADHOC = { adhocBackupPath: "ftp://backup:a-backup-password@example.com/here" };
const REMOTE = {
  active: true,
  interval: "every-6-hours",
  storageType: "aws-s3",
  storagePath: "s3://backups",
};

/** An account with a database, and the arguments of an action on it. */
async function withDatabase(cloud: RedisCloud, args: object = {}) {
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const cache = await cloud.stack.database("cache", { subscriptionId, datasetSizeInGb: 1, ...args });
  const databaseId = Number(cache.outputs.databaseId);
  return { ...cloud, on: { subscriptionId: Number(subscriptionId), databaseId } };
}

const cloudWith = (durations: object = {}) => redisCloud({ durations });

test("a backup is made once, and again when its triggers change", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith(), { remoteBackup: REMOTE });
  const up = (triggers: unknown[]) => stack.up("DatabaseBackup", "backup", { ...on, triggers });
  const first = await up(["1.0"]);
  expect(first.outputs).toMatchObject({ status: "success", taskId: first.id.split("/").at(-1) });
  await up(["1.0"]);
  await stack.refresh("backup");
  expect(await stack.preview("backup", { ...on, triggers: ["1.0"] })).toBe("same");
  expect(submitted(simulator, "databaseBackupRequest")).toHaveLength(1);
  expect(await stack.preview("backup", { ...on, triggers: ["1.1"] })).toBe("replace");
  expect((await up(["1.1"])).id).not.toBe(first.id);
  expect(submitted(simulator, "databaseBackupRequest")).toHaveLength(2);
});

test("a backup is complete when the API reports it, not when its task is processed", async () => {
  const cloud = await cloudWith({ databaseBackup: [300, 300] });
  const { stack, on } = await withDatabase(cloud, { remoteBackup: REMOTE });
  const startedAt = Date.now();
  const { outputs } = await stack.up("DatabaseBackup", "backup", { ...on });
  expect(Date.now() - startedAt).toBeGreaterThan(300_000);
  expect(Date.parse(String(outputs.lastBackupTime))).toBeGreaterThan(startedAt + 299_000);
  // The second one is not taken for the first.
  await stack.up("DatabaseBackup", "another", { ...on });
  expect(Date.now() - startedAt).toBeGreaterThan(600_000);
});

test("a backup to a path of its own needs no regular backups, and its result is unknown", async () => {
  const { stack, on } = await withDatabase(await cloudWith());
  const { message } = await failureOf(stack.up("DatabaseBackup", "backup", { ...on }));
  expect(message).toContain("create backup of database");
  expect(message).toContain("DATABASE_BACKUP_DISABLED");
  const { outputs } = await stack.up("DatabaseBackup", "backup", { ...on, ...ADHOC });
  expect(outputs).toMatchObject({ status: "unknown", lastBackupTime: null });
});

test("each region of an Active-Active database is backed up by itself", async () => {
  const { stack, simulator } = await cloudWith();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const shared = await stack.up("ActiveActiveDatabase", "shared", {
    subscriptionId,
    datasetSizeInGb: 1,
    regions: [
      { region: "us-east-1", remoteBackup: REMOTE },
      { region: "eu-west-1", remoteBackup: { ...REMOTE, storagePath: "s3://backups/eu" } },
    ],
  });
  const on = { subscriptionId, databaseId: shared.outputs.databaseId };
  const backups = await Promise.all(
    ["us-east-1", "eu-west-1"].map((regionName) =>
      stack.up("DatabaseBackup", regionName, { ...on, regionName }),
    ),
  );
  expect(backups.map(({ outputs }) => outputs.status)).toEqual(["success", "success"]);
  expect(submitted(simulator, "databaseBackupRequest")).toHaveLength(2);
  const { message } = await failureOf(stack.up("DatabaseBackup", "all", { ...on }));
  expect(message).toContain("regionName: is missing");
});

test("an Essentials database is backed up, and data is imported into it", async () => {
  const { stack, simulator } = await cloudWith();
  const { id: subscriptionId } = await stack.essentialsSubscription("main", {
    planId: PLAN.single,
    paymentMethodId: 2,
  });
  const cache = await stack.essentialsDatabase("cache", {
    subscriptionId,
    periodicBackupPath: "s3://backups",
  });
  const on = { subscriptionId, databaseId: cache.id.split("/")[1] };
  const backup = await stack.up("EssentialsDatabaseBackup", "backup", { ...on });
  const seed = await stack.up("EssentialsDatabaseImport", "seed", { ...on, ...IMPORT });
  expect([backup.outputs.status, seed.outputs.status]).toEqual(["success", "success"]);
  expect(await stack.preview("seed", { ...on, ...IMPORT })).toBe("same");
  expect(submitted(simulator, "fixedDatabaseImportRequest")).toHaveLength(1);
});

test("an import runs once: neither another source, nor a refresh, nor dropped triggers run it again", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith());
  const args = { ...on, ...IMPORT, triggers: ["seed"] };
  const { outputs } = await stack.up("DatabaseImport", "seed", args);
  expect(outputs).toMatchObject({ status: "success" });
  await stack.refresh("seed");
  const { triggers: _, ...without } = args;
  const moved = { ...without, sourceType: "aws-s3", importFromUri: ["s3://dumps/b.rdb"] };
  expect(await stack.preview("seed", without)).toBe("same");
  expect(await stack.preview("seed", moved)).toBe("update");
  await stack.up("DatabaseImport", "seed", moved);
  expect(await stack.preview("seed", moved)).toBe("same");
  await stack.destroy("seed");
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(1);
  expect(refused(simulator)).toEqual([]);
});

test("the preview warns that an import overwrites the data of an existing database", async () => {
  const { stack, on } = await withDatabase(await cloudWith());
  const said: string[] = [];
  jest.spyOn(status, "announceOnce").mockImplementation((_, text) => void said.push(text));
  await stack.previewNew("DatabaseImport", "seed", { ...on, ...IMPORT });
  const overwrites = `overwrites all data of database ${on.databaseId} of subscription ${on.subscriptionId}`;
  expect(said).toEqual([overwrites]);
  const seed = await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  said.splice(0);
  await stack.preview("seed", { ...on, ...IMPORT });
  expect(said).toEqual([]);
  await stack.preview("seed", { ...on, ...IMPORT, triggers: [2] });
  expect(said).toEqual([
    `running again import ${seed.outputs.taskId} of database ${on.databaseId} of subscription ${on.subscriptionId} ` +
      "overwrites all data of the database again: triggers changed",
  ]);
});

test("an import whose answer was lost is sent once, also by the next run", async () => {
  const { stack, simulator, on } = await withDatabase(
    await redisCloud({
      faults: [
        {
          fault: "reset-connection",
          when: "after",
          method: "POST",
          path: "/subscriptions/*/databases/*/import",
          times: 1,
        },
      ],
    }),
  );
  const { id } = await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  // The engine was killed before it wrote the state.
  const next = inAnotherProcess(simulator);
  expect((await next.up("DatabaseImport", "seed", { ...on, ...IMPORT })).id).toBe(id);
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(1);
});

test("an import that never arrived is sent again", async () => {
  const { stack, simulator, on } = await withDatabase(
    await redisCloud({
      faults: [
        {
          fault: "reset-connection",
          when: "before",
          method: "POST",
          path: "/subscriptions/*/databases/*/import",
          times: 1,
        },
      ],
    }),
  );
  await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(1);
});

test("two imports whose answers were lost are not taken for each other", async () => {
  const { stack, simulator, on } = await withDatabase(
    await redisCloud({
      faults: [
        {
          fault: "reset-connection",
          when: "after",
          method: "POST",
          path: "/subscriptions/*/databases/*/import",
          times: 2,
        },
      ],
    }),
  );
  const [one, other] = await Promise.all(
    ["one", "other"].map((name) => stack.up("DatabaseImport", name, { ...on, ...IMPORT })),
  );
  expect(one?.id).not.toBe(other?.id);
  expect(submitted(simulator, "databaseImportRequest").length - refused(simulator).length).toBe(2);
});

test("a killed import with other triggers than the program's now is not taken for the program's", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith());
  const first = await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT, triggers: [1] });
  const next = inAnotherProcess(simulator);
  const { id } = await next.up("DatabaseImport", "seed", { ...on, ...IMPORT, triggers: [2] });
  expect(id).not.toBe(first.id);
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(2);
});

test("an action that outlives its timeout is not run again, but waited for", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith({ databaseImport: [600, 600] }));
  const args = { ...on, ...IMPORT, timeouts: { create: "2m" } };
  const { message } = await failureOf(stack.up("DatabaseImport", "seed", args));
  expect(message).toContain("provisioning-timeout");
  while (stack.state("seed").failed)
    await stack.up("DatabaseImport", "seed", { ...args, timeouts: { update: "1h" } }).catch(() => undefined);
  expect(stack.state("seed").outputs).toMatchObject({ status: "success" });
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(1);
});

test("an action is gone with its database", async () => {
  const { stack, on } = await withDatabase(await cloudWith());
  await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  await stack.destroy("cache");
  expect(await stack.refresh("seed")).toBeUndefined();
});

test.each([
  ["sourceType", { sourceType: "floppy" }, "sourceType: must be one of http, redis"],
  ["importFromUri", { importFromUri: [] }, "importFromUri: must name at least one source"],
  ["importFromUri[0]", { sourceType: "aws-s3" }, "importFromUri[0]: must be a URI for aws-s3, such as s3://"],
  [
    "importFromUri",
    { importFromUri: [SECRET_URI, "redis://b:1"] },
    "importFromUri: must be a single URI for redis",
  ],
])("a wrong %s is refused before anything is submitted, and not shown", async (_, args, reason) => {
  const { stack, simulator } = await redisCloud();
  const on = { subscriptionId: 1, databaseId: 2 };
  const { message } = await failureOf(stack.up("DatabaseImport", "seed", { ...on, ...IMPORT, ...args }));
  expect(message).toContain(reason);
  expect(message).not.toContain("an-import-password");
  expect(writes(simulator)).toEqual([]);
});

test("look-ups tell how the latest backup and import ended, and what a database can be upgraded to", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith(), { redisVersion: "7.4" });
  pulumi.runtime.setAllConfig(configOf(simulator));
  expect(await getDatabaseBackupStatus(on)).toEqual({ status: "disabled" });
  expect(await getDatabaseImportStatus(on)).toMatchObject({ status: "none" });
  expect(await getAvailableTargetVersions(on)).toEqual(["8.2"]);
  const seed = await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  expect(await getDatabaseImportStatus(on)).toMatchObject({
    status: "success",
    lastImportTime: seed.outputs.lastImportTime,
  });
  const { id: subscriptionId } = await stack.essentialsSubscription("small", { planId: PLAN.free });
  const { id } = await stack.essentialsDatabase("essentials", { subscriptionId, redisVersion: "7.4" });
  const essentials = { subscriptionId, databaseId: String(id.split("/")[1]) };
  expect(await getAvailableTargetVersions(essentials)).toEqual(["8.2"]);
  await expect(getAvailableTargetVersions({ ...on, databaseId: 1 })).rejects.toThrow("404");
  expect(await getDatabaseSlowLog(on)).toEqual([]);
  expect(await getDatabaseSlowLog(essentials)).toEqual([]);
  const { id: globalId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const shared = await stack.up("ActiveActiveDatabase", "shared", {
    subscriptionId: globalId,
    datasetSizeInGb: 1,
  });
  const inRegion = { subscriptionId: globalId, databaseId: Number(shared.outputs.databaseId) };
  expect(await getDatabaseSlowLog({ ...inRegion, regionName: "eu-west-1" })).toEqual([]);
  await expect(getDatabaseSlowLog(inRegion)).rejects.toThrow("'regionName' must be one of");
});

test("the live status of an upgrade shows its progress", async () => {
  const said: string[] = [];
  jest.spyOn(status, "statusReporter").mockImplementation(() => (text) => void said.push(text));
  const cloud = await cloudWith({ databaseUpgrade: [200, 200] });
  const { stack, on } = await withDatabase(cloud, { redisVersion: "7.4" });
  const { subscriptionId } = on;
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1, redisVersion: "8.2" });
  const shown = said.flatMap((text) => /active-upgrade-pending \((\d+)%\)/.exec(text)?.[1] ?? []).map(Number);
  expect(Math.max(...shown)).toBeGreaterThan(50);
  expect(shown).toEqual([...shown].sort((one, other) => one - other));
});

test("neither the journal nor an error has a password that the URIs contain", async () => {
  const { stack, simulator, on } = await withDatabase(await cloudWith());
  const all = { DatabaseImport: IMPORT, DatabaseBackup: ADHOC };
  const passwords = /an-import-password|a-backup-password/;
  for (const [type, args] of Object.entries(all)) {
    const { outputs } = await stack.up(type, type, { ...on, ...args });
    const { importFromUri: _, adhocBackupPath: __, ...shown } = outputs;
    expect(JSON.stringify(shown)).not.toMatch(passwords);
    const wrong = { ...on, databaseId: 1, ...args };
    const failure = await failureOf(stack.up(type, `wrong ${type}`, wrong));
    expect(failure.message + failure.stack).not.toMatch(passwords);
  }
  const folder = String(configOf(simulator)["redis-cloud:journal"]);
  const written = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
  expect(written.join("")).toContain('"databaseImport"');
  expect(written.join("")).not.toMatch(passwords);
});

import { PLAN } from "../simulator/essentials";
import type { RedisCloud } from "./harness";
import { endSimulators, failureOf, PLACE, redisCloud, submitted } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Backups and imports that fail, and imports whose request may be mistaken for that of another client.
 */

useVirtualTime();
endSimulators();

const IMPORT = { sourceType: "redis", importFromUri: ["redis://reader:an-import-password@example.com:6379"] };
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

test.each([
  ["DatabaseImport", IMPORT, "databaseImportRequest", "import", "file-corrupted"],
  ["DatabaseBackup", {}, "databaseBackupRequest", "backup", "no-permission"],
] as const)(
  "a %s that fails is an error with the API's reason, and runs again",
  async (type, args, commandType, noun, reason) => {
    const cloud = await redisCloud({
      faults: [{ fault: "provisioning-error", commandType, times: 1 }],
    });
    const { stack, simulator, on } = await withDatabase(cloud, { remoteBackup: REMOTE });
    const { message } = await failureOf(stack.up(type, "act", { ...on, ...args }));
    expect(message).toMatch(
      new RegExp(
        `create ${noun} \\S+ of database ${on.databaseId} of subscription ${on.subscriptionId}: provisioning-error: `,
      ),
    );
    expect(message).toContain(
      `it is in state failed: ${reason}. Correct what it reports; the next \`pulumi up\` runs it again.`,
    );
    expect(stack.state("act")).toMatchObject({ failed: true, outputs: { status: "failed" } });
    expect(await stack.preview("act", { ...on, ...args })).toBe("replace");
    const { outputs } = await stack.up(type, "act", { ...on, ...args });
    expect(outputs).toMatchObject({ status: "success" });
    expect(await stack.preview("act", { ...on, ...args })).toBe("same");
    expect(submitted(simulator, commandType)).toHaveLength(2);
  },
);

test("an Essentials backup and an import that fail are errors with the API's reasons", async () => {
  const { stack } = await redisCloud({
    faults: (["fixedDatabaseBackupRequest", "fixedDatabaseImportRequest"] as const).map((commandType) => ({
      fault: "provisioning-error",
      commandType,
      times: 1,
    })),
  });
  const { id: subscriptionId } = await stack.essentialsSubscription("main", {
    planId: PLAN.single,
    paymentMethodId: 2,
  });
  const cache = await stack.essentialsDatabase("cache", {
    subscriptionId,
    periodicBackupPath: "s3://backups",
  });
  const on = { subscriptionId, databaseId: cache.id.split("/")[1] };
  const failure = async (type: string, args: object) => (await failureOf(stack.up(type, type, args))).message;
  expect(await failure("EssentialsDatabaseBackup", on)).toContain("it is in state failed: no-permission.");
  expect(await failure("EssentialsDatabaseImport", { ...on, ...IMPORT })).toContain(
    "it is in state failed: file-corrupted.",
  );
});

test("an import never takes over the task of another client, also of one before its own request", async () => {
  const { stack, simulator, api, on } = await withDatabase(
    await redisCloud({
      faults: [
        {
          fault: "reset-connection",
          when: "before",
          method: "POST",
          path: "/subscriptions/*/databases/*/import",
          // That of the other client goes through.
          after: 1,
          times: 1,
        },
      ],
    }),
  );
  const path = `/subscriptions/${on.subscriptionId}/databases/${on.databaseId}/import`;
  const { taskId } = await api.send("POST", path, IMPORT);
  await seconds(60);
  const { id, outputs } = await stack.up("DatabaseImport", "seed", { ...on, ...IMPORT });
  expect(id.split("/").at(-1)).not.toBe(taskId);
  expect(outputs).toMatchObject({ status: "success" });
  expect(submitted(simulator, "databaseImportRequest")).toHaveLength(2);
  expect(simulator.faults.status).toMatchObject([{ strikes: 1 }]);
});

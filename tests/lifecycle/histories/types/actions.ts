import { PLANTED } from "../declared";
import { FIRST_REGION } from "./activeActive";
import { type HistoryType, lastPart } from "./type";

const on = (uses: readonly string[], stateOf: Parameters<HistoryType["args"]>[1]) => {
  const { id } = stateOf(uses[0] ?? "");
  const [subscriptionId] = id.split("/");
  return { subscriptionId, databaseId: Number(lastPart(id)) };
};

const common = {
  remains: true,
  isReplaced: (before, after) => before.size !== after.size,
  references: { Database: ["databaseId"], ActiveActiveDatabase: ["databaseId"] },
} satisfies Partial<HistoryType>;

/** It runs again with another trigger. */
export const backup: HistoryType = {
  ...common,
  args: ({ parent = "", uses = [], size }, stateOf) => ({
    ...on(uses, stateOf),
    ...(parent.startsWith("global") && { regionName: FIRST_REGION.region }),
    adhocBackupPath: `s3://${PLANTED}/backups`,
    triggers: [size],
  }),
};

/** It runs again with another trigger. */
export const databaseImport: HistoryType = {
  ...common,
  args: ({ uses = [], size }, stateOf) => ({
    ...on(uses, stateOf),
    sourceType: "redis",
    importFromUri: [`redis://:${PLANTED}@example.com:6379`],
    triggers: [size],
  }),
};

import type { Parent } from "../../lifecycle/kind";
import { activeActiveDatabaseKind } from "../activeActiveDatabase/kind";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { PRO_SUBSCRIPTION } from "../connectivity";
import { databaseKind } from "../database/kind";

/** A database of a Pro or Active-Active subscription, as the parent of an action. */
export const PRO_DATABASE: readonly Parent[] = [
  PRO_SUBSCRIPTION,
  {
    argument: "databaseId",
    noun: "database",
    kind: databaseKind,
    kinds: [databaseKind, activeActiveDatabaseKind],
  },
];

/** The region of an Active-Active database, by its name. */
export const REGION_NAME: Parent = {
  argument: "regionName",
  noun: "region",
  optional: { within: activeActiveDatabaseKind.name, list: activeActiveRegionKind, id: ({ name }) => name },
};

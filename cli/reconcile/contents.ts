import type { Account } from "../../provider/lifecycle/account";
import type { Cloud } from "../../provider/lifecycle/cloud";
import { COMMANDS } from "../../provider/lifecycle/commands";
import type { Target } from "../../provider/lifecycle/operation";
import { STATES } from "../../provider/lifecycle/states";
import type { SeenTask } from "./look";
import { creationOf } from "./orphans";

/** Databases that only sized the hardware of a subscription. */
const PLANNED = /^creation-plan-\d+$/;

interface Held {
  readonly databaseId: number;
  readonly name?: string;
  readonly status: string;
}

/**
 * What a subscription is deleted with: the databases that came with its creation, in the form of its arguments.
 *
 * @throws Error with the names of databases that may be somebody else's.
 */
export async function onlyItsOwn(
  { id = 0 }: Target,
  { snapshots }: Account,
  cloud: Cloud,
): Promise<{ databases: readonly { name: string }[] }> {
  // A database that is created meanwhile has its task in the later list of the two.
  const databases = await cloud.databases(id);
  const tasks = [...(await snapshots.tasks.asOf(Date.now())).values()];
  const others = othersIn(id, databases, tasks);
  if (others.length > 0) {
    const names = others.map(({ name, databaseId }) => name ?? databaseId).join(", ");
    throw new Error(
      `it holds databases that did not demonstrably come with its creation: ${names}. ` +
        "Delete them first, if nobody needs them",
    );
  }
  return { databases: databases.map(({ name = "" }) => ({ name })) };
}

/**
 * The databases that may not go with their subscription. The API tells tasks of the past ten days: of a subscription
 * that is older, nobody can tell which databases came with it.
 */
export function othersIn<T extends Held>(
  subscriptionId: number,
  databases: readonly T[],
  tasks: readonly SeenTask[],
): readonly T[] {
  const isTold = creationOf({ kind: "subscription", id: subscriptionId }, { tasks }) !== undefined;
  const added = new Set(
    tasks
      .filter(({ commandType }) => commandType === COMMANDS.database.create)
      .map(({ response }) => response?.resourceId),
  );
  return databases.filter(
    ({ databaseId, name = "", status }) =>
      !STATES.database.deleting.has(status) && !PLANNED.test(name) && (!isTold || added.has(databaseId)),
  );
}

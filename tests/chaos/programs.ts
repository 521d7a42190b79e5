import type {
  DeclaredCloudAccount,
  DeclaredDatabase,
  DeclaredSubscription,
  Program,
} from "../engine/programs/chaos/program";
import type { Chance } from "./chance";
import { explicitName } from "./declared";

/** What a program may be made of. */
export interface Allowed {
  /** Explicit names cannot be found again without a journal. */
  readonly explicitNames: boolean;
}

const SUBSCRIPTIONS = ["main", "side", "back"];
const DATABASES = ["cache", "queue", "store", "index", "inbox", "board"];
const CLOUD_ACCOUNTS = ["aws", "lab", "own"];
export const MOST_SUBSCRIPTIONS = 2;
export const MOST_DATABASES = 4;
const LARGEST_GB = 4;
const TAGS = [{ key: "team", value: "chaos" }];

/** A small program: an `up` of it takes seconds. */
export function randomProgram(chance: Chance, allowed: Allowed): Program {
  const names = unusedIn({ subscriptions: [], cloudAccounts: [] });
  const count = chance.happens(0.3) ? 2 : 1;
  const databases = chance.one([0, 1, 1, 2, 2, 3, 4]);
  const subscriptions = Array.from({ length: count }, (_, index): DeclaredSubscription => {
    const own = Math.floor((databases + index) / count);
    return {
      ...named(chance, names.subscription(), allowed),
      databases: Array.from({ length: own }, () => randomDatabase(chance, names.database(), allowed)),
    };
  });
  const cloudAccounts = chance.happens(0.25) ? [named(chance, names.cloudAccount(), allowed)] : [];
  return { subscriptions, cloudAccounts };
}

export function randomDatabase(chance: Chance, logicalName: string, allowed: Allowed): DeclaredDatabase {
  return {
    ...named(chance, logicalName, allowed),
    datasetSizeInGb: randomSize(chance),
    ...(chance.happens(0.4) ? { tags: TAGS } : {}),
  };
}

export const randomSize = (chance: Chance, than?: number): number => {
  const sizes = Array.from({ length: LARGEST_GB }, (_, index) => index + 1).filter((size) => size !== than);
  return chance.one(sizes) ?? 1;
};

export function named(chance: Chance, logicalName: string, { explicitNames }: Allowed): DeclaredCloudAccount {
  const explicit = explicitNames && chance.happens(0.25);
  return { logicalName, ...(explicit ? { name: explicitName(logicalName, 1) } : {}) };
}

/** Logical names that no resource of the program has, each given out once. */
export function unusedIn({ subscriptions, cloudAccounts }: Program) {
  const databases = subscriptions.flatMap((subscription) => subscription.databases);
  const next = (names: readonly string[], used: readonly { logicalName: string }[]) => {
    const free = names.filter((name) => !used.some(({ logicalName }) => logicalName === name));
    return () => free.shift() ?? "spare";
  };
  return {
    subscription: next(SUBSCRIPTIONS, subscriptions),
    database: next(DATABASES, databases),
    cloudAccount: next(CLOUD_ACCOUNTS, cloudAccounts),
  };
}

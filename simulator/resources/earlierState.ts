import type { SavedAccount } from "../account";
import type { Resource } from "../resource";

/** An account in a state file of version 1, which had a field for each kind, and called the ID of a database `databaseId`. */
export interface EarlierAccount extends Omit<SavedAccount, "resources"> {
  subscriptions: Resource[];
  databases: (Omit<Resource, "id"> & { databaseId: number })[];
  cloudAccounts: Resource[];
}

/** An account of version 1 as version 2 has it. */
export function upgradeAccount(account: EarlierAccount): SavedAccount {
  const { subscriptions, databases, cloudAccounts, ...rest } = account;
  return {
    ...rest,
    resources: {
      cloudAccount: cloudAccounts,
      subscription: subscriptions,
      database: databases.map(({ databaseId, ...database }) => ({ ...database, id: databaseId })),
    },
  };
}

/** What the program beside this file declares: it reads it from `program.json`. */
export interface Program {
  readonly subscriptions: readonly DeclaredSubscription[];
  readonly cloudAccounts: readonly DeclaredCloudAccount[];
}

export interface DeclaredSubscription extends Named {
  readonly databases: readonly DeclaredDatabase[];
}

export interface DeclaredDatabase extends Named {
  readonly datasetSizeInGb: number;
  /** Set by a request of their own, after the creation. */
  readonly tags?: readonly { key: string; value: string }[];
}

export type DeclaredCloudAccount = Named;

interface Named {
  readonly logicalName: string;
  /** @default an auto-name */
  readonly name?: string;
}

/** A program to create: the number of subscriptions, and of databases in each. */
export interface Program {
  readonly subscriptions: number;
  /** Number per subscription. */
  readonly databases: number;
  /** The stack, when several programs share an account. @default "bench" */
  readonly stack?: string;
}

/** Resources that a program declares. */
export const resourcesOf = ({ subscriptions, databases }: Program): number => subscriptions * (1 + databases);

/** The minimal arguments of a subscription. */
export const SUBSCRIPTION = {
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS" as const, regions: [{ region: "us-east-1" }] }],
};

/** Arguments of a database besides its subscription; so small that no cluster grows. */
export const DATABASE = { datasetSizeInGb: 0.1 };

export const subscriptionName = (index: number): string => `subscription-${index + 1}`;

/** Names of the databases of a subscription. */
export const databaseNames = (program: Program, subscription: number): readonly string[] =>
  Array.from({ length: program.databases }, (_, index) => `database-${subscription + 1}-${index + 1}`);

/** One for each subscription. */
export const subscriptionIndices = ({ subscriptions }: Program): readonly number[] =>
  Array.from({ length: subscriptions }, (_, index) => index);

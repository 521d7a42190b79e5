/** What is to be created: so many subscriptions, and in each so many databases. */
export interface Program {
  readonly subscriptions: number;
  /** In each of them. */
  readonly databases: number;
  /** The stack, when several programs share an account. @default "bench" */
  readonly stack?: string;
}

/** Resources that a program declares. */
export const resourcesOf = ({ subscriptions, databases }: Program): number => subscriptions * (1 + databases);

/** Arguments of a subscription: no more than needed. */
export const SUBSCRIPTION = {
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS" as const, regions: [{ region: "us-east-1" }] }],
};

/** Arguments of a database, beside its subscription. So small that a cluster never outgrows its memory. */
export const DATABASE = { datasetSizeInGb: 0.1 };

export const subscriptionName = (index: number): string => `subscription-${index + 1}`;

/** Names of the databases of a subscription. */
export const databaseNames = (program: Program, subscription: number): readonly string[] =>
  Array.from({ length: program.databases }, (_, index) => `database-${subscription + 1}-${index + 1}`);

/** One for each subscription. */
export const subscriptionIndices = ({ subscriptions }: Program): readonly number[] =>
  Array.from({ length: subscriptions }, (_, index) => index);

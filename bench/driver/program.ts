import { PRODUCTS, type Product, type ProductName } from "./products";

/** A program to create: the number of subscriptions, and of databases in each. */
export interface Program {
  /** What kind of subscription. @default "pro" */
  readonly product?: ProductName;
  readonly subscriptions: number;
  /** Number per subscription. */
  readonly databases: number;
  /** The stack, when several programs share an account. @default "bench" */
  readonly stack?: string;
}

/** Resources that a program declares. */
export const resourcesOf = (program: Program): number =>
  program.subscriptions * (1 + program.databases + (productOf(program).region === undefined ? 0 : 1));

export const productOf = ({ product = "pro" }: Program): Product => PRODUCTS[product];

export const subscriptionName = (index: number): string => `subscription-${index + 1}`;

/** Name of the region that is added to a subscription. */
export const regionName = (index: number): string => `region-${index + 1}`;

/** Names of the databases of a subscription. */
export const databaseNames = (program: Program, subscription: number): readonly string[] =>
  Array.from({ length: program.databases }, (_, index) => `database-${subscription + 1}-${index + 1}`);

/** One for each subscription. */
export const subscriptionIndices = ({ subscriptions }: Program): readonly number[] =>
  Array.from({ length: subscriptions }, (_, index) => index);

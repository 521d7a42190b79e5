import type { Inputs } from "@pulumi/pulumi";
import { PLACE } from "../harness";

/** In every secret that a program or its account has, so that one look at a file finds any of them. */
export const PLANTED = "planted-secret";

/** A resource of a program. What can be changed about it is a number, so that to change it is to count. */
export interface Declared {
  readonly type: "Subscription" | "Database" | "CloudAccount";
  /** Its logical name; a database's begins with that of its subscription. */
  readonly name: string;
  /** Of a database: the logical name of its subscription. */
  readonly parent?: string;
  /** 0 leaves the name to the provider. */
  readonly called: number;
  /** Of a database, in GB. */
  readonly size: number;
  /** Another one replaces it. */
  readonly place: number;
  /** Whether its timeouts are so short that some work outlasts them. */
  readonly impatient: boolean;
}

/** What a program declares: subscriptions before their databases. */
export type Program = readonly Declared[];

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1"];
const SHORT = { create: "2m", update: "1m", delete: "2m" };

/** The arguments with which the program declares it. */
export function argsOf(declared: Declared, subscriptionId?: string): Inputs {
  return {
    ...ARGS[declared.type](declared, subscriptionId),
    ...(declared.called === 0 ? {} : { name: givenName(declared) }),
    ...(declared.impatient ? { timeouts: SHORT } : {}),
  };
}

const ARGS: Record<Declared["type"], (declared: Declared, subscriptionId?: string) => Inputs> = {
  Subscription: ({ place }) => {
    const regions = [{ region: REGIONS[place % REGIONS.length] }];
    return { ...PLACE, cloudProviders: [{ provider: "AWS", regions }], forceDestroy: true };
  },
  Database: ({ name, size, place }, subscriptionId) => ({
    subscriptionId,
    datasetSizeInGb: size,
    password: `${PLANTED}-of-${name}`,
    ...(place === 0 ? {} : { port: 10_000 + 100 * Number(name.at(-1)) + place }),
  }),
  CloudAccount: ({ name, place }) => ({
    provider: place % 2 === 0 ? "AWS" : "GCP",
    accessKeyId: `${PLANTED}-key-of-${name}`,
    accessSecretKey: `${PLANTED}-secret-of-${name}`,
    consoleUsername: `${PLANTED}-user-of-${name}`,
    consolePassword: `${PLANTED}-password-of-${name}`,
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  }),
};

const givenName = ({ name, called }: Declared): string => `${name}-called-${called}`;

/** Whether this name in the account is the one that the program declares. */
export function isCalled(declared: Declared, name: string): boolean {
  if (declared.called > 0) return name === givenName(declared);
  return name.startsWith(declared.name) && /^-[0-9a-z]{12}$/.test(name.slice(declared.name.length));
}

/** The logical name of the resource that has this name in the account. */
export const logicalName = (name: string): string => name.replace(/-(called-\d+|[0-9a-z]{12})$/, "");

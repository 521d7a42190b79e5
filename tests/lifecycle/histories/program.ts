import { createHash } from "node:crypto";
import type { Inputs } from "@pulumi/pulumi";
import { PLACE } from "../harness";
import type { Held } from "../stack";

/** In every secret that a program or its account has, so that one look at a file finds any of them. */
export const PLANTED = "planted-secret";

/** A resource of a program. What can be changed about it is a number, so that to change it is to count. */
export interface Declared {
  readonly type: "Subscription" | "Database" | "CloudAccount" | "AclRule" | "AclRole" | "AclUser";
  /** Its logical name; a database's begins with that of its subscription. */
  readonly name: string;
  /** Of a database: the logical name of its subscription. */
  readonly parent?: string;
  /** Logical names of what it refers to: of a role its databases, and maybe its rule; of a user its role. */
  readonly uses?: readonly string[];
  /** 0 leaves the name to the provider. */
  readonly called: number;
  /** Of a database, in GB. Of a rule or a user, which pattern or password it has; of a role without a rule, which default one. */
  readonly size: number;
  /** Another one replaces it. */
  readonly place: number;
  /** Whether its timeouts are so short that some work outlasts them. */
  readonly impatient: boolean;
}

/** What a program declares. */
export type Program = readonly Declared[];

const REGIONS = ["us-east-1", "us-west-2", "eu-west-1"];
const SHORT = { create: "2m", update: "1m", delete: "2m" };

/** The arguments with which the program declares it. */
export function argsOf(declared: Declared, stateOf: StateOf): Inputs {
  return {
    ...ARGS[declared.type](declared, stateOf),
    ...(declared.called === 0 ? {} : { name: givenName(declared) }),
    ...(declared.impatient ? { timeouts: SHORT } : {}),
  };
}

/** What the state holds of another resource of the program. */
type StateOf = (name: string) => Pick<Held, "id" | "outputs">;

const ARGS: Record<Declared["type"], (declared: Declared, stateOf: StateOf) => Inputs> = {
  Subscription: ({ place }) => {
    const regions = [{ region: REGIONS[place % REGIONS.length] }];
    return { ...PLACE, cloudProviders: [{ provider: "AWS", regions }], forceDestroy: true };
  },
  Database: ({ name, parent = "", size, place }, stateOf) => ({
    subscriptionId: stateOf(parent).id,
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
  AclRule: ({ size }) => ({ redisRule: patternOf(size) }),
  AclRole: ({ uses = [], size }, stateOf) => {
    const rule = uses.find(isRule);
    const databases = uses.filter((name) => name !== rule).map((name) => stateOf(name));
    return {
      redisRules: [
        {
          ruleName: rule === undefined ? defaultRule(size) : stateOf(rule).outputs.name,
          databases: databases.map(({ id, outputs: { databaseId } }) => ({
            subscriptionId: id.split("/")[0],
            databaseId,
          })),
        },
      ],
    };
  },
  AclUser: (declared, stateOf) => ({
    role: stateOf(declared.uses?.[0] ?? "").outputs.name,
    password: passwordOf(declared),
  }),
};

const isRule = (name: string): boolean => name.startsWith("acl-rule");
const patternOf = (size: number): string => `+get ~cache-${size}:*`;
const defaultRule = (size: number): string => (size % 2 === 0 ? "Full-Access" : "Read-Only");
const passwordOf = ({ name, size }: Declared): string => `${PLANTED}-Of-${name}-${size}`;

/** What a resource must hold, beside its name, in words; undefined if that cannot be changed. */
export function contentOf(declared: Declared): string | undefined {
  const { type, size, uses = [] } = declared;
  if (type === "Database") return `${size} GB`;
  if (type === "AclRule") return patternOf(size);
  if (type === "AclRole")
    return permissionsInWords(
      uses.find(isRule) ?? defaultRule(size),
      uses.filter((name) => !isRule(name)),
    );
  if (type === "AclUser") return userInWords(uses[0], hashOf(passwordOf(declared)));
  return undefined;
}

export const permissionsInWords = (rule: string, databases: readonly string[]): string =>
  `${rule}: ${[...databases].sort().join(" ")}`;

export const userInWords = (role: string | undefined, passwordHash: string): string =>
  `${role}, ${passwordHash.slice(0, 8)}`;

const hashOf = (password: string): string => createHash("sha256").update(password).digest("hex");

/** The resources in an order in which each follows what it refers to. */
export const inOrder = (program: Program): Program =>
  ORDER.flatMap((type) => program.filter((declared) => declared.type === type));

const ORDER = ["CloudAccount", "Subscription", "Database", "AclRule", "AclRole", "AclUser"] as const;

/** The program without references to what is not there, and without what then refers to nothing. */
export function consistent(program: Program): Program {
  const kept: Declared[] = [];
  for (const declared of inOrder(program)) {
    const uses = declared.uses?.filter((name) => kept.some((other) => other.name === name));
    const isLeft = uses === undefined || uses.some((name) => !isRule(name));
    if (isLeft) kept.push({ ...declared, uses });
  }
  return kept;
}

const givenName = ({ name, called }: Declared): string => `${name}-called-${called}`;

/** Whether this name in the account is the one that the program declares. */
export function isCalled(declared: Declared, name: string): boolean {
  if (declared.called > 0) return name === givenName(declared);
  return name.startsWith(declared.name) && /^-[0-9a-z]{12}$/.test(name.slice(declared.name.length));
}

/** The logical name of the resource that has this name in the account. */
export const logicalName = (name: string): string => name.replace(/-(called-\d+|[0-9a-z]{12})$/, "");

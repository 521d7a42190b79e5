/** In every secret that a program or its account has, so that one look at a file finds any of them. */
export const PLANTED = "planted-secret";

/** The types of resources that programs have, in an order in which each follows what it refers to. */
export const ORDER = [
  "CloudAccount",
  "Subscription",
  "ActiveActiveSubscription",
  "EssentialsSubscription",
  "SubscriptionEncryptionKeys",
  "ActiveActiveRegion",
  "Database",
  "ActiveActiveDatabase",
  "EssentialsDatabase",
  "SubscriptionPeering",
  "PrivateLink",
  "PrivateServiceConnect",
  "PrivateServiceConnectEndpoint",
  "PrivateServiceConnectEndpointAccepter",
  "TransitGatewayInvitationAcceptor",
  "TransitGatewayAttachment",
  "TransitGatewayRoutes",
  "DatabaseBackup",
  "DatabaseImport",
  "EndpointRedirection",
  "AclRule",
  "AclRole",
  "AclUser",
] as const;

export type Type = (typeof ORDER)[number];

/** A resource of a program. What can be changed about it is a number, so that to change it is to count. */
export interface Declared {
  readonly type: Type;
  /** Its logical name; a database's begins with that of the subscription that it was first in. */
  readonly name: string;
  /** Logical name of the subscription that it is in. */
  readonly parent?: string;
  /** Logical names of what else it refers to, e.g. of a role its databases, and maybe its rule. */
  readonly uses?: readonly string[];
  /** 0 leaves the name to the provider. */
  readonly called: number;
  /** What an update changes: of a database, its size in GB; of others, which of several values they have. */
  readonly size: number;
  /** Another one replaces it. */
  readonly place: number;
  /** Of an Active-Active database: which settings of their own its regions have; 0 is none. */
  readonly override?: number;
  /** Of a subscription: where it is, and whose keys it uses; and whether the first database of each has the same port. */
  readonly variant?: "on Google Cloud" | "with keys of ours" | "with a port of ours";
  /** Whether its timeouts are so short that some work outlasts them. */
  readonly impatient: boolean;
}

/** What a program declares. */
export type Program = readonly Declared[];

/** The resources in an order in which each follows what it refers to. */
export const inOrder = (program: Program): Program =>
  ORDER.flatMap((type) => program.filter((declared) => declared.type === type));

/** What it depends on. */
export const dependenciesOf = ({ parent, uses = [] }: Declared): readonly string[] => [
  ...(parent === undefined ? [] : [parent]),
  ...uses,
];

export const givenName = ({ name, called }: Pick<Declared, "name" | "called">): string =>
  `${name}-called-${called}`;

/** Whether this name in the account is the one that the program declares. */
export function isCalled(declared: Declared, name: string): boolean {
  if (declared.called > 0) return name === givenName(declared);
  return name.startsWith(declared.name) && /^-[0-9a-z]{12}$/.test(name.slice(declared.name.length));
}

/** The logical name of the resource that has this name in the account. */
export const logicalName = (name: string): string => name.replace(/-(called-\d+|[0-9a-z]{12})$/, "");

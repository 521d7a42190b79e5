import type {
  DeclaredAclRole,
  DeclaredAclUser,
  DeclaredOther,
  Program,
} from "../engine/programs/chaos/program";
import { otherInWords } from "./others";
import { isSetting } from "./possible";

/** The kinds of resources, in the API's words. */
export type Kind =
  | "subscription"
  | "database"
  | "cloudAccount"
  | "aclRule"
  | "aclRole"
  | "aclUser"
  | "essentialsSubscription"
  | "essentialsDatabase"
  | "activeActiveRegion"
  | "subscriptionPeering"
  | "privateLink"
  | "privateServiceConnect"
  | "privateServiceConnectEndpoint"
  | "transitGatewayAttachment"
  | "databaseImport"
  | "databaseBackup"
  | "essentialsDatabaseImport"
  | "essentialsDatabaseBackup"
  | "endpointRedirection";

/** The kinds of other resources. The API has one for subscriptions in one region and in several. */
const KINDS: Readonly<Record<DeclaredOther["type"], Kind>> = {
  Subscription: "subscription",
  Database: "database",
  EssentialsSubscription: "essentialsSubscription",
  EssentialsDatabase: "essentialsDatabase",
  ActiveActiveSubscription: "subscription",
  ActiveActiveDatabase: "database",
  ActiveActiveRegion: "activeActiveRegion",
  SubscriptionPeering: "subscriptionPeering",
  PrivateLink: "privateLink",
  PrivateServiceConnect: "privateServiceConnect",
  PrivateServiceConnectEndpoint: "privateServiceConnectEndpoint",
  // Settings of what they are in.
  PrivateServiceConnectEndpointAccepter: "privateServiceConnectEndpoint",
  TransitGatewayInvitationAcceptor: "subscription",
  SubscriptionEncryptionKeys: "subscription",
  TransitGatewayAttachment: "transitGatewayAttachment",
  TransitGatewayRoutes: "transitGatewayAttachment",
  DatabaseImport: "databaseImport",
  DatabaseBackup: "databaseBackup",
  EssentialsDatabaseImport: "essentialsDatabaseImport",
  EssentialsDatabaseBackup: "essentialsDatabaseBackup",
  EndpointRedirection: "endpointRedirection",
};

/** What is recognised in its subscription only. */
const IN_SUBSCRIPTIONS: ReadonlySet<Kind> = new Set(["database", "essentialsDatabase"]);

/** What another name replaces: the resource is another one. */
export const IS_ANOTHER: ReadonlySet<Kind> = new Set(["aclUser", "privateServiceConnectEndpoint"]);

/** A resource that a program declares. */
export interface Declared {
  readonly kind: Kind;
  /**
   * What stays the same however a resource is named and changed: kind and logical name, of a database its subscription's
   * too. Of what another name replaces, the name if there is one.
   */
  readonly identity: string;
  readonly logicalName: string;
  /** Absent: an auto-name. */
  readonly name?: string;
  readonly datasetSizeInGb?: number;
  readonly tags?: readonly { key: string; value: string }[];
  readonly redisRule?: string;
  readonly redisRules?: DeclaredAclRole["redisRules"];
  readonly role?: string;
  readonly password?: DeclaredAclUser["password"];
  readonly other?: DeclaredOther;
}

export const NOTHING: Program = {
  subscriptions: [],
  cloudAccounts: [],
  aclRules: [],
  aclRoles: [],
  aclUsers: [],
  others: [],
};

/** All that a program declares. */
export function declaredIn({
  subscriptions,
  cloudAccounts,
  aclRules,
  aclRoles,
  aclUsers,
  others,
}: Program): Declared[] {
  const declared = subscriptions.flatMap(({ databases, ...subscription }) => [
    { ...subscription, kind: "subscription", identity: identityOf("subscription", subscription.logicalName) },
    ...databases.map((database) => ({
      ...database,
      kind: "database",
      identity: identityOf("database", database.logicalName, subscription.logicalName),
    })),
  ]);
  const ofKind = (kind: Kind, several: readonly { logicalName: string }[]) =>
    several.map((one) => ({ ...one, kind, identity: identityOf(kind, one.logicalName) }));
  const users = aclUsers.map((user) => ({
    ...user,
    kind: "aclUser",
    identity: identityOf("aclUser", user.name ?? user.logicalName),
  }));
  const more = others.map((other) => {
    const kind = KINDS[other.type];
    const parent = IN_SUBSCRIPTIONS.has(kind) ? other.parent : undefined;
    // A setting is told by what it is in.
    const named = (isSetting(other) && others.find((one) => one.logicalName === other.parent)) || other;
    const called = IS_ANOTHER.has(kind) ? explicitName(named.logicalName, named.value) : named.logicalName;
    return { kind, logicalName: other.logicalName, other, identity: identityOf(kind, called, parent) };
  });
  return [
    ...declared,
    ...ofKind("cloudAccount", cloudAccounts),
    ...ofKind("aclRule", aclRules),
    ...ofKind("aclRole", aclRoles),
    ...users,
    ...more,
  ] as Declared[];
}

export const identityOf = (kind: Kind, logicalName: string, subscription?: string): string =>
  `${kind} ${subscription === undefined ? "" : `${subscription}/`}${logicalName}`;

/** An explicit name, told from auto-names by its length. A resource can have one after the other. */
export const explicitName = (logicalName: string, number: number): string => `${logicalName}-named${number}`;

/** Auto-names end in eight letters or digits, explicit names here in `named` and a digit. */
export const AUTO_NAME = /^(.+)-[a-z0-9]{12}$/;
const EXPLICIT_NAME = /^(.+)-named\d$/;

export const isExplicitName = (name: string): boolean => EXPLICIT_NAME.test(name);

/** The logical name of the resource that has a name; undefined when no resource of a program here can have it. */
export const logicalNameOf = (name: string): string | undefined =>
  (EXPLICIT_NAME.exec(name) ?? AUTO_NAME.exec(name))?.[1];

/** A program in a few words, e.g. `main(cache 1, queue 2) aws`. */
export function inWords({
  subscriptions,
  cloudAccounts,
  aclRules,
  aclRoles,
  aclUsers,
  others,
}: Program): string {
  const called = ({ logicalName, name }: { logicalName: string; name?: string }) =>
    name === undefined ? logicalName : `${logicalName}="${name}"`;
  const words = subscriptions.map((subscription) => {
    const databases = subscription.databases.map(
      (database) => `${called(database)} ${database.datasetSizeInGb}${database.tags ? " tagged" : ""}`,
    );
    return `${called(subscription)}(${databases.join(", ")})`;
  });
  const rules = aclRules.map((rule) => `${called(rule)}[${rule.redisRule}]`);
  const roles = aclRoles.map((role) => `${called(role)}[${permissionsInWords(role.redisRules)}]`);
  const users = aclUsers.map((user) => `${called(user)}[${user.role}, ${user.password}]`);
  const accounts = cloudAccounts.map(called);
  return (
    [...words, ...accounts, ...rules, ...roles, ...users, ...others.map(otherInWords)].join(" ") || "nothing"
  );
}

/** The rules of a role in a few words, whatever their order, e.g. `reads: cache queue`. */
export const permissionsInWords = (redisRules: DeclaredAclRole["redisRules"]): string =>
  redisRules
    .map(({ rule, databases }) => `${rule}: ${[...databases].sort().join(" ")}`)
    .sort()
    .join(", ");

import type { DeclaredOther, Program } from "../engine/programs/chaos/program";
import { isAction } from "./actions";
import type { Allowed } from "./programs";

const ESSENTIALS: DeclaredOther = { type: "EssentialsSubscription", logicalName: "small", value: 1 };
const GLOBAL: DeclaredOther = { type: "ActiveActiveSubscription", logicalName: "global", value: 1 };
const subscription = (logicalName: string): DeclaredOther => ({
  type: "Subscription",
  logicalName,
  value: 1,
});
const of = (type: DeclaredOther["type"], logicalName: string, parent: string): DeclaredOther => ({
  type,
  logicalName,
  parent,
  value: 1,
});

const SESSIONS = of("EssentialsDatabase", "sessions", ESSENTIALS.logicalName);

/** The only service for private connections in Google Cloud: it has no name. */
export const SERVICE = "psc";

/** The only subscription to which a transit gateway is shared, and its only attachment. */
export const HUB = "hub";
export const SPOKE = "spoke";

/** The only subscription with keys of ours. */
const VAULT = "vault";

/** Each follows what it is in. */
const INDEPENDENT: readonly DeclaredOther[] = [
  ESSENTIALS,
  SESSIONS,
  of("EssentialsDatabase", "flags", ESSENTIALS.logicalName),
  GLOBAL,
  of("ActiveActiveDatabase", "carts", GLOBAL.logicalName),
  of("ActiveActiveDatabase", "orders", GLOBAL.logicalName),
];

/** What has no name, so that only a journal finds it again, and what it needs. */
const NAMELESS: readonly DeclaredOther[] = [
  of("EssentialsDatabaseImport", "seed-of-sessions", SESSIONS.logicalName),
  of("EssentialsDatabaseBackup", "copy-of-sessions", SESSIONS.logicalName),
  of("ActiveActiveRegion", "us-west-2", GLOBAL.logicalName),
  of("PrivateLink", "link", GLOBAL.logicalName),
  subscription("cloud"),
  of("PrivateServiceConnect", SERVICE, "cloud"),
  of("PrivateServiceConnectEndpoint", "desk", SERVICE),
  of("PrivateServiceConnectEndpointAccepter", "consent", "desk"),
  subscription(HUB),
  of("TransitGatewayInvitationAcceptor", "shared", HUB),
  of("TransitGatewayAttachment", SPOKE, "shared"),
  of("TransitGatewayRoutes", "routes", SPOKE),
  subscription(VAULT),
  of("SubscriptionEncryptionKeys", "keys", VAULT),
  subscription("from"),
  of("Database", "old", "from"),
  subscription("to"),
  of("Database", "new", "to"),
  { ...of("EndpointRedirection", "move", "old"), target: "new" },
];
const PEERINGS = ["shop", "lab"];

/** What a redirection and the like need: alone they are nothing new. */
const isNeeded = ({ type }: DeclaredOther): boolean => type === "Subscription" || type === "Database";

/** All that could be in the program. */
export function possibleIn(program: Program, { explicitNames }: Allowed): readonly DeclaredOther[] {
  if (!explicitNames) return INDEPENDENT;
  const { subscriptions } = program;
  const peerings = subscriptions
    .slice(0, 1)
    .flatMap(({ logicalName }) => PEERINGS.map((name) => of("SubscriptionPeering", name, logicalName)));
  const actions = subscriptions
    .flatMap(({ databases }) => databases)
    .slice(0, 1)
    .flatMap(({ logicalName }) => [
      of("DatabaseImport", "seed", logicalName),
      of("DatabaseBackup", "copy", logicalName),
    ]);
  return [...INDEPENDENT, ...NAMELESS, ...peerings, ...actions];
}

/** What can be added to the program for its own sake. */
export const choicesIn = (program: Program, allowed: Allowed): readonly DeclaredOther[] =>
  possibleIn(program, allowed).filter((one) => !isNeeded(one));

const ONLY_LEAVES: ReadonlySet<string> = new Set([
  "PrivateServiceConnectEndpointAccepter",
  "SubscriptionEncryptionKeys",
  "TransitGatewayInvitationAcceptor",
]);

/** Whether a request deletes it, or it only leaves the state. */
export const isDeletedByRequest = (type: string): boolean => !isAction(type) && !ONLY_LEAVES.has(type);

type Typed = { readonly type: string };

/** Whether the account holds what is of this type: actions are over, and redirections are looked at by themselves. */
export const isLasting = ({ type }: Typed): boolean => !isAction(type) && type !== "EndpointRedirection";

const SETTINGS: ReadonlySet<string> = new Set([
  "PrivateServiceConnectEndpointAccepter",
  "SubscriptionEncryptionKeys",
  "TransitGatewayInvitationAcceptor",
  "TransitGatewayRoutes",
]);

/** Whether it is no resource of the account, but says more about the one that it is in. */
export const isSetting = ({ type }: Typed): boolean => SETTINGS.has(type);

/** Types whose value means nothing. */
const CONSTANT: ReadonlySet<DeclaredOther["type"]> = new Set([
  "Subscription",
  "ActiveActiveSubscription",
  "PrivateServiceConnect",
  "TransitGatewayInvitationAcceptor",
  "TransitGatewayAttachment",
  "EndpointRedirection",
]);

/** Whether another value makes anything about it different. */
export const isVariable = ({ type }: DeclaredOther): boolean => !CONSTANT.has(type);

import type { Declared, Program, Type } from "./declared";

/** What a program is about. */
export type Scene =
  | "Pro"
  | "Essentials"
  | "Active-Active"
  | "peerings"
  | "a private link"
  | "Private Service Connect"
  | "a transit gateway"
  | "keys"
  | "actions"
  | "redirections";

/** What a program begins with. */
export interface Beginning {
  readonly scene: Scene;
  readonly databases: number;
  readonly isNamed: boolean;
  readonly isImpatient: boolean;
  /** Whether a scene that can be in one region or in several is in several. */
  readonly isActiveActive: boolean;
  readonly hasCloudAccount: boolean;
  /** How much of a rule, a role and a user there is, or of what else the scene is about. */
  readonly companions: number;
}

export const declared = (type: Type, name: string, rest: Partial<Declared> = {}): Declared => ({
  type,
  name,
  called: 0,
  size: 1,
  place: 0,
  impatient: false,
  ...rest,
});

export const isSubscriptionIn = ({ type }: Declared): boolean => type.endsWith("Subscription");
export const isDatabase = ({ type }: Declared): boolean =>
  type.endsWith("Database") && !type.startsWith("Database");
export const names = (program: Program): readonly string[] => program.map(({ name }) => name);
const ofType = (program: Program, ...types: readonly Type[]) =>
  names(program.filter(({ type }) => types.includes(type)));

const DATABASES: Partial<Record<Type, Type>> = {
  Subscription: "Database",
  ActiveActiveSubscription: "ActiveActiveDatabase",
  EssentialsSubscription: "EssentialsDatabase",
};

/** Scenes in one region or in several. */
const IN_BOTH: ReadonlySet<Scene> = new Set(["peerings", "a private link", "a transit gateway", "actions"]);

/** The subscription that a program begins with. */
export function firstSubscription({ scene, isActiveActive }: Beginning): Declared {
  if (scene === "Essentials") return declared("EssentialsSubscription", "essentials-0");
  if (scene === "Active-Active" || (IN_BOTH.has(scene) && isActiveActive))
    return declared("ActiveActiveSubscription", "global-0");
  const variant = {
    "Private Service Connect": "on Google Cloud",
    keys: "with keys of ours",
    redirections: "with a port of ours",
  } as const;
  return declared("Subscription", "subscription-0", { variant: variant[scene as keyof typeof variant] });
}

/** A database of a subscription. With keys of ours, it is created after them. */
export const databaseOf = (
  { type, name, impatient, variant }: Declared,
  index: number,
  logicalName = `${name}-${index}`,
): Declared =>
  declared(DATABASES[type] ?? "Database", logicalName, {
    parent: name,
    impatient,
    ...(variant === "with keys of ours" && { uses: [KEYS] }),
    ...(variant === "with a port of ours" && index === 0 && logicalName === `${name}-0` && { variant }),
  });

const KEYS = "keys-0";
const REGIONS = ["region-us-west-2", "region-ap-southeast-1"] as const;
const ENDPOINTS = ["psc", "endpoint-0", "accepter-0"] as const;
const GATEWAY = ["acceptor-0", "attachment-0", "routes-0"] as const;
const ACTIONS = ["import-0", "backup-0"] as const;
const REDIRECTED = ["subscription-1", "subscription-1-0", "redirection-0"] as const;
const MOST_PEERINGS = 3;

/** What goes beside the subscriptions and databases of a scene: the next of it, or nothing when all is there. */
export function nextCompanion(
  scene: Scene,
  program: Program,
  unused: (name: (index: number) => string) => string,
): Declared | undefined {
  const parent = program.find(isSubscriptionIn)?.name;
  if (parent === undefined) return undefined;
  const missing = <Name extends string>(all: readonly Name[]) =>
    all.find((name) => !names(program).includes(name));
  switch (scene) {
    case "Active-Active": {
      const region = missing(REGIONS);
      return region && declared("ActiveActiveRegion", region, { parent });
    }
    case "peerings": {
      const isFull = ofType(program, "SubscriptionPeering").length >= MOST_PEERINGS;
      if (isFull) return undefined;
      return declared(
        "SubscriptionPeering",
        unused((index) => `peering-${index}`),
        { parent },
      );
    }
    case "a private link":
      return missing(["link-0"]) && declared("PrivateLink", "link-0", { parent });
    case "keys":
      return missing([KEYS]) && declared("SubscriptionEncryptionKeys", KEYS, { parent });
    case "Private Service Connect": {
      const name = missing(ENDPOINTS);
      if (name === "psc") return declared("PrivateServiceConnect", name, { parent });
      if (name === "endpoint-0")
        return declared("PrivateServiceConnectEndpoint", name, { parent, uses: ["psc"] });
      const uses = ["endpoint-0"];
      return name && declared("PrivateServiceConnectEndpointAccepter", name, { parent, uses });
    }
    case "a transit gateway": {
      const name = missing(GATEWAY);
      if (name === "acceptor-0") return declared("TransitGatewayInvitationAcceptor", name, { parent });
      return name === "attachment-0"
        ? declared("TransitGatewayAttachment", name, { parent, uses: ["acceptor-0"] })
        : name && declared("TransitGatewayRoutes", name, { parent, uses: ["attachment-0"] });
    }
    case "redirections": {
      const name = missing(REDIRECTED);
      const variant = "with a port of ours";
      if (name === "subscription-1") return declared("Subscription", name, { variant });
      if (name === "subscription-1-0")
        return declared("Database", name, { parent: "subscription-1", variant });
      const uses = ["subscription-0-0", "subscription-1-0"];
      return name && declared("EndpointRedirection", name, { uses });
    }
    case "actions": {
      const name = missing(ACTIONS);
      const uses = names(program.filter(isDatabase)).slice(0, 1);
      if (name === undefined || uses.length === 0) return undefined;
      return declared(name === "import-0" ? "DatabaseImport" : "DatabaseBackup", name, { parent, uses });
    }
    default:
      return undefined;
  }
}

/** The regions of a program, by logical name. */
export const regionsOf = (program: Program): readonly string[] => ofType(program, "ActiveActiveRegion");

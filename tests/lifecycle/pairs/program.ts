/** A program: resources by their logical names, each after those that it refers to. */
export type Program = readonly Resource[];

export type Type =
  | "CloudAccount"
  | "Subscription"
  | "Database"
  | "AclRule"
  | "AclRole"
  | "AclUser"
  | "EssentialsSubscription"
  | "EssentialsDatabase"
  | "ActiveActiveSubscription"
  | "ActiveActiveRegion"
  | "ActiveActiveDatabase";

export interface Resource {
  readonly type: Type;
  readonly name: string;
  /** As a program declares them; what is taken from another resource is a {@link Reference}. */
  readonly args: Args;
  /** Logical names of the resources that it refers to. */
  readonly dependsOn: readonly string[];
  /** Of a database: the Redis versions that it may have, since a program need not say. */
  readonly versions?: Versions;
}

export type Args = Readonly<Record<string, unknown>>;

export interface Versions {
  readonly lowest: string;
  readonly highest: string;
}

/** Another resource of the program: its ID as a number or as a string, the ID of a database alone, its name, or its region. */
export interface Reference {
  readonly of: string;
  readonly as: "number" | "string" | "databaseId" | "name" | "region";
}

const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "of" in value && "as" in value;

/** The arguments with values in place of references. */
export function resolved(args: Args, take: (reference: Reference) => unknown): Args {
  const within = (value: unknown): unknown => {
    if (isReference(value)) return take(value);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
  };
  return within(args) as Args;
}

export const resourceOf = (program: Program, name: string): Resource | undefined =>
  program.find((resource) => resource.name === name);

/** The arguments of a resource in which it refers to one of these. */
export function argumentsReferringTo({ args }: Resource, names: ReadonlySet<string>): readonly string[] {
  const refers = (value: unknown): boolean => {
    if (isReference(value)) return names.has(value.of);
    return typeof value === "object" && value !== null && Object.values(value).some(refers);
  };
  return Object.keys(args).filter((argument) => refers(args[argument]));
}

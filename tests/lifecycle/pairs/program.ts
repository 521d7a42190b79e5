/** A program: resources by their logical names, each after those that it refers to. */
export type Program = readonly Resource[];

export type Type = "CloudAccount" | "Subscription" | "Database";

export interface Resource {
  readonly type: Type;
  readonly name: string;
  /** As a program declares them; the ID of another resource is a {@link Reference}. */
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

/** The ID of another resource of the program, as a number or as a string. */
export interface Reference {
  readonly idOf: string;
  readonly as: "number" | "string";
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "idOf" in value;

/** The arguments with IDs in place of references. */
export function resolved(args: Args, idOf: (reference: Reference) => unknown): Args {
  const within = (value: unknown): unknown => {
    if (isReference(value)) return idOf(value);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
  };
  return within(args) as Args;
}

export const resourceOf = (program: Program, name: string): Resource | undefined =>
  program.find((resource) => resource.name === name);

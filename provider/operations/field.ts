import type { z } from "zod";
import type { Kind } from "../lifecycle/kind";
import type { ResourceSession } from "./session";

/** What a changed argument requires: an update request, a replacement, or no request (only the state keeps it). */
export type Change = "update" | "replace" | "none";

/** {@link Change} that depends on the old and new values. */
export interface ChangeByValue<Value> {
  (before: Value, after: Value): Change;
  /** The usual result. */
  readonly usually: Change;
  /** Exceptions, by the name of the argument's part. */
  readonly parts?: Readonly<Record<string, Change>>;
  /** Reads what the function needs to compare two different values. */
  prepare?(before: Value, after: Value, session: ResourceSession): Promise<unknown>;
  /** For a replacement that the values do not explain: the difference, e.g. `region us-east-1 => eu-west-1`. */
  reason?(before: Value, after: Value): string | undefined;
}

/** One argument of a resource. */
export interface Field<Value, Answer> {
  /** Validates the value; its messages say what is valid. */
  readonly schema: z.ZodType;
  /** What a change requires. */
  readonly change: Change | ChangeByValue<Value>;
  /**
   * The API's default: omitting and declaring it mean the same, and a removed argument returns to it. Without a
   * default, a removed argument keeps its value.
   */
  readonly default?: Value;
  /** Another argument for the same setting: if that one is given, this one's default does not apply. */
  readonly alternative?: string;
  /** The value that other arguments imply if it is not declared. */
  implied?(inputs: Readonly<Record<string, unknown>>): Value | undefined;
  /** Canonical form, equal for values that mean the same to the API, whatever their order or spelling. */
  canonical?(value: NonNullable<Value>): unknown;
  /** The API deprecates it in favour of another argument. */
  readonly deprecated?: true;
  /** Takes effect on creation only: a later change is kept in the state, with a warning. */
  readonly onCreation?: true;
  /** Kept out of plaintext state and messages. */
  readonly secret?: true;
  /** Not accepted on creation: set by an update right after it. */
  readonly afterCreate?: true;
  /** The kind of resource that manages the same setting: a program declares this argument or such a resource, not both. */
  readonly ownKind?: Kind;
  /** Sets something in parts of the resource, which is lost with a part that is created again (`Commands.recreation`). */
  readonly ofParts?: true;
  /** For a generated program: the value with references to the program's other resources in place of IDs and names. */
  link?(value: NonNullable<Value>, to: LinkTo): unknown;
  /**
   * The part that is another resource's ID: unknown only while that one is to be created, which replaces this one too.
   * The whole value may be unknown: so the engine diffs dependents of a replaced resource.
   */
  reference?(value: Value, before: Value): unknown;
  /**
   * The resources that the value names, by kind and name, and that the API does not delete meanwhile. A replacement of
   * one of them replaces this resource too, since it deletes first.
   */
  blocksDeletionOf?(value: NonNullable<Value>): readonly ResourceName[];
  /**
   * Paths of parts that the API accepts and never returns, e.g. `storageType`; `*` stands for each item of a list. They
   * are taken as declared; the rest is compared.
   */
  readonly writeOnly?: readonly string[];
  /**
   * The part of a value that the API returns: undefined if none, the value itself if all. Absent if the API always
   * returns all that {@link observed} does, or if other clients cannot change the rest. After another client's change,
   * the next update sets the unreadable part again.
   */
  readable?(value: NonNullable<Value>): Value | undefined;
  /**
   * The observed value, in the form of the declared one; undefined, or the function absent, if the API does not return
   * it.
   */
  observed?(answer: Answer, declared: Value): Value | undefined;
}

/** A resource that others refer to by name. */
export interface ResourceName {
  /** Name of its kind, e.g. `aclRole`. */
  readonly kind: string;
  readonly name: string;
}

/** References to other resources in a generated program; undefined for one that it does not declare. */
export interface LinkTo {
  /** The ID of a resource, by its kind and the API's ID. */
  id(kind: string, id: unknown): unknown;
  /** Another output of a resource. */
  output(kind: string, id: unknown, property: string): unknown;
  /** The name of a resource, by its kind and name. */
  name(kind: string, name: unknown): unknown;
}

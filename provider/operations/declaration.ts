import type { z } from "zod";
import type { PriceLine } from "../api/answers";
import type { ApiRequest } from "../api/client";
import type { Kind, Target } from "../lifecycle/kind";
import type { ResourceSession } from "./session";
import type { Timeouts } from "./timeouts";

/**
 * What a changed argument asks for: a request that updates, a new resource in place of the old one, or nothing of
 * the API (it is kept in the state only).
 */
export type Change = "update" | "replace" | "none";

/** What a changed argument asks for where that depends on what changed inside. */
export interface ChangeByValue<Value> {
  (before: Value, after: Value): Change;
  /** What it asks for as a rule. */
  readonly usually: Change;
  /** Parts of the argument that ask for something else, by name. */
  readonly parts?: Readonly<Record<string, Change>>;
}

/** One argument of a resource. */
export interface Field<Value, Answer> {
  /** What is valid, with messages that say what would be right. */
  readonly schema: z.ZodType;
  /** What a change asks for. */
  readonly change: Change | ChangeByValue<Value>;
  /**
   * The API's default: left out and spelled out mean the same, and a value that is removed from the program goes back
   * to it. Without one, what is there is kept.
   */
  readonly default?: Value;
  /** Another argument that says the same in another way: where it is given, this one's default means nothing. */
  readonly alternative?: string;
  /** What other arguments imply, where the program does not say. */
  implied?(inputs: Readonly<Record<string, unknown>>): Value | undefined;
  /** The form in which two values are the same to the API: orders and spellings that mean nothing are gone. */
  canonical?(value: NonNullable<Value>): unknown;
  /** The API deprecates it: another argument says the same. */
  readonly deprecated?: true;
  /** Has a meaning on creation only: a later change is kept in the state, and people are told. */
  readonly onCreation?: true;
  /** Kept out of plain state and messages. */
  readonly secret?: true;
  /** Not accepted on creation: set by an update right after it. */
  readonly afterCreate?: true;
  /** The value with references to other resources of the program, where it names one, for a program that is generated. */
  link?(value: NonNullable<Value>, to: LinkTo): unknown;
  /**
   * The ID of another resource in it: not known only while that one is to be made, and then this one is, too. The value
   * may be unknown as a whole: so the engine asks what depends on a resource that it replaces.
   */
  reference?(value: Value, before: Value): unknown;
  /**
   * Paths of the parts that the API takes and never answers, e.g. `storageType`; `*` stands for each item of a list. The
   * rest is compared, and these are taken as declared.
   */
  readonly writeOnly?: readonly string[];
  /**
   * What is left of a value without what the API does not tell of it: undefined where nothing is, the very value where
   * it tells all. Absent where it always tells all that {@link observed} answers, or where nobody else can change what it
   * does not tell. After somebody else's change, the next update sets again what is not told.
   */
  readable?(value: NonNullable<Value>): Value | undefined;
  /**
   * How the server's answer shows it, in the form of what is declared; undefined, or absent altogether, where the
   * API does not tell.
   */
  observed?(answer: Answer, declared: Value): Value | undefined;
}

/** What a generated program calls other resources: undefined for one that the program does not declare. */
export interface LinkTo {
  /** The ID of a resource, by its kind and the API's ID. */
  id(kind: string, id: unknown): unknown;
  /** Another output of it. */
  output(kind: string, id: unknown, property: string): unknown;
  /** The name of a resource, by its kind and name. */
  name(kind: string, name: unknown): unknown;
}

/** Something wrong with the arguments. */
export interface Problem {
  /** Property path, e.g. `databases[0].name`. */
  readonly property: string;
  /** What is wrong, and what would be right. */
  readonly reason: string;
}

/** A request of an update, and the arguments that hold once it is done. */
export interface Step<Answer> {
  readonly request: ApiRequest;
  readonly fields: readonly string[];
  /**
   * Whether the server holds it already, of a request that the API then refuses.
   *
   * @param before what the state holds, outputs too.
   */
  isDone?(answer: Answer, before: Readonly<Record<string, unknown>>): boolean;
  /**
   * It changes nothing, and leaves a task behind: by it a run on another machine finds that a request of this update,
   * which makes no task, may have been sent.
   */
  readonly isTrace?: true;
}

/**
 * How much is read of a resource: what the program has arguments for, what else a refresh looks at, or all that the API
 * tells.
 */
export type Scope = "declared" | "refresh" | "all";

/** Arguments whose values no two resources may have at once. */
export interface Unique<Inputs extends object> {
  readonly arguments: readonly (keyof Inputs & string)[];
  /** Within what they are unique, in words; undefined while that is not known. */
  scope(inputs: Partial<Inputs>): string | undefined;
}

/** What a resource costs is asked by dry runs of these requests. */
export interface Priced<Inputs extends object> {
  /**
   * Creates it.
   *
   * @param subscription of a database whose subscription is to be created too: that one's arguments.
   */
  creation(inputs: Inputs, subscription?: object): ApiRequest;
  /** What is charged for a subscription now, line by line. */
  today(subscriptionId: number, session: ResourceSession): Promise<readonly Partial<PriceLine>[]>;
  /** The databases that the answer to it prices and that are the resource's own: their names in it and outside. */
  databases(inputs: Inputs): ReadonlyMap<string, string>;
  /** Changes what its price depends on; with an empty body where nothing of that changes. */
  change?(target: Target, changed: Partial<Inputs>): ApiRequest;
}

/** What another resource of the program decides about a resource's outputs. */
export interface Surroundings {
  /** As this run leaves it; undefined where the run does not manage the other resource. */
  planned(target: Target): string | undefined;
  /** As the outputs in the state show it; undefined where they do not. */
  shown(outputs: Readonly<Record<string, unknown>>): string | undefined;
  /** What people are told when the two differ. */
  readonly reason: string;
}

/**
 * A resource, declared: its arguments, its requests, and what it reads. Checking, diffing and the way of each
 * operation are derived from it.
 */
export interface Declaration<Inputs extends object, Answer> {
  readonly kind: Kind;
  /** Name of its class, which is part of the type token. */
  readonly typeName: string;
  /** What replacing it destroys, after the resource's name, e.g. `deletes it with its data`. */
  readonly loss: string;
  readonly fields: { readonly [K in keyof Required<Inputs>]: Field<Inputs[K], Answer> };
  readonly timeouts: Required<Timeouts>;
  /** What a made-up name must keep to; its length is in characters. */
  readonly name: { readonly maxLength: number };
  /** Absent where nothing is unique. One of its arguments is the name. */
  readonly unique?: Unique<Inputs>;
  /**
   * What is wrong between arguments. Those that are not known yet are absent.
   *
   * @param before what the resource was declared with; empty where a new one is to be made.
   */
  rules?(
    inputs: Partial<Inputs>,
    isUnknown: (argument: keyof Inputs) => boolean,
    before: Partial<Inputs>,
  ): readonly Problem[];
  /** What only the account can tell to be wrong. Reads; changes nothing. */
  verify?(
    inputs: Partial<Inputs>,
    session: ResourceSession,
    before: Partial<Inputs>,
    isUnknown: (argument: keyof Inputs) => boolean,
  ): Promise<readonly Problem[]>;
  /**
   * Of a kind without names, what its resources are recognised by in the account's list.
   *
   * @default the name
   */
  naturalKey?(inputs: Inputs): string | undefined;
  createRequest(inputs: Inputs): ApiRequest;
  /** The requests that bring `changed` about: new values by argument, of arguments that update. */
  steps(target: Target, changed: Partial<Inputs>, inputs: Inputs): readonly Step<Answer>[];
  deleteRequest(target: Target): ApiRequest;
  /** What the server holds; undefined when the resource is gone. */
  observe(
    target: Target,
    inputs: Partial<Inputs>,
    session: ResourceSession,
    scope?: Scope,
  ): Promise<Answer | undefined>;
  /** Outputs by name: null for what the API has not, undefined for a secret that it has not. */
  outputs(answer: Answer, target: Target): Readonly<Record<string, unknown>>;
  /** Further outputs, without secrets, which the class of the resource names as its `attributes`. */
  attributes?(answer: Answer): Readonly<Record<string, unknown>>;
  /** A resource that the program's own work made already, to be taken over instead of creating a second one. */
  find?(inputs: Inputs, session: ResourceSession): Promise<Target | undefined>;
  /** Why no program of this package can manage a resource that the API describes so; undefined where one can. */
  unmanaged?(answer: Answer): string | undefined;
  /**
   * The arguments that an orphan is deleted by, which nobody declares any more.
   *
   * @throws Error when it holds what may be somebody else's.
   */
  inputsOfOrphan?(target: Target, session: ResourceSession): Promise<Partial<Inputs>>;
  /** Absent where it costs nothing. */
  readonly priced?: Priced<Inputs>;
  /** Called with each subscription and what was declared for it, before anything that depends on it. */
  noteDeclared?(target: Target, inputs: Inputs, isUnknown: (argument: keyof Inputs) => boolean): void;
  readonly surroundings?: Surroundings;
  afterCreate?(target: Target, inputs: Inputs, session: ResourceSession): Promise<void>;
  beforeDelete?(target: Target, inputs: Inputs, session: ResourceSession): Promise<void>;
}

/** A declaration as the engine works with it: by property name. */
export type AnyDeclaration = Declaration<Record<string, unknown>, unknown>;

/** What the resource is recognised by in the account's list: its name or, of a kind without names, its natural key. */
export function keyIn(
  { naturalKey }: Pick<AnyDeclaration, "naturalKey">,
  inputs: Readonly<Record<string, unknown>>,
): string | undefined {
  if (naturalKey !== undefined) return naturalKey({ ...inputs });
  return typeof inputs.name === "string" ? inputs.name : undefined;
}

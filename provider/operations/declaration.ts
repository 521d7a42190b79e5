import type { PriceLine } from "../api/answers";
import type { ApiRequest } from "../api/client";
import type { ResourceId } from "../api/lists";
import type { FixedPrice } from "../api/pricing";
import type { Kind, Target } from "../lifecycle/kind";
import type { Field } from "./field";
import type { ResourceSession } from "./session";
import type { Timeouts } from "./timeouts";

/** A problem with an argument. */
export interface Problem {
  /** Property path, e.g. `databases[0].name`. */
  readonly property: string;
  /** What is wrong, and what would be right. */
  readonly reason: string;
}

/** One request of an update, and the arguments that it sets. */
export interface Step<Answer> {
  readonly request: ApiRequest;
  /** Completes the request right before it is sent, with what the account holds then. */
  complete?(session: ResourceSession): Promise<ApiRequest>;
  /** Empty if a later step completes what this one begins. */
  readonly fields: readonly string[];
  /** Reads what the API tells of its progress, for the live status. */
  progress?(session: ResourceSession): Promise<string | undefined>;
  /**
   * Whether the step is done already: the API would refuse the request.
   *
   * @param before the state, with outputs.
   */
  isDone?(answer: Answer, before: Readonly<Record<string, unknown>>): boolean;
  /**
   * The request changes nothing, but leaves a task: it shows a run on another machine that a request of this update
   * that makes no task may have been sent.
   */
  readonly isTrace?: true;
}

/** How much of a resource is read: what declared arguments need, what a refresh needs, or all that the API returns. */
export type Scope = "declared" | "refresh" | "all";

/** Arguments whose values must be unique. */
export interface Unique<Inputs extends object> {
  readonly arguments: readonly (keyof Inputs & string)[];
  /** The scope of the uniqueness in words; undefined while unknown. */
  scope(inputs: Partial<Inputs>): string | undefined;
}

/** How to price a resource: by dry runs of these requests. */
export interface Priced<Inputs extends object> {
  /**
   * The request that creates it.
   *
   * @param subscription for a database whose subscription is to be created too: its arguments.
   */
  creation(inputs: Inputs, subscription?: object): ApiRequest;
  /** The current charges of a subscription, by line. */
  today(subscriptionId: number, session: ResourceSession): Promise<readonly Partial<PriceLine>[]>;
  /** The resource's own databases that a creation's dry run prices: names in its answer, and real names. */
  databases(inputs: Inputs): ReadonlyMap<string, string>;
  /** The request that changes what determines its price; the body is empty if nothing does. */
  change?(target: Target, changed: Partial<Inputs>): ApiRequest;
}

/** A setting of another resource that determines outputs of this one. */
export interface Surroundings {
  /** The setting after this run; undefined if the run does not manage the other resource. */
  planned(target: Target): string | undefined;
  /** The setting that the outputs in the state show; undefined if none. */
  shown(outputs: Readonly<Record<string, unknown>>): string | undefined;
  /** The message if the two differ. */
  readonly reason: string;
}

/** Declares a type of resource: its arguments, requests and reads. Checks, diffs and operations are derived from it. */
export interface Declaration<Inputs extends object, Answer> {
  readonly kind: Kind;
  /** Name of its class, which is part of the type token. */
  readonly typeName: string;
  /** What replacing it destroys, after the resource's name, e.g. `deletes it with its data`. */
  readonly loss: string;
  readonly fields: { readonly [K in keyof Required<Inputs>]: Field<Inputs[K], Answer> };
  readonly timeouts: Required<Timeouts>;
  /** Limit for auto-names; the length is in characters. */
  readonly name: { readonly maxLength: number };
  /**
   * Whether it is a setting of another resource, whose declaration covers it as well: what lists the resources of an
   * account leaves it out.
   */
  readonly isSetting?: true;
  /** Absent if nothing is unique. One of its arguments is the name. */
  readonly unique?: Unique<Inputs>;
  /**
   * Validates arguments against each other. Unknown ones are absent.
   *
   * @param before the old arguments; empty if a new resource is to be created.
   */
  rules?(
    inputs: Partial<Inputs>,
    isUnknown: (argument: keyof Inputs) => boolean,
    before: Partial<Inputs>,
  ): readonly Problem[];
  /** Warning to show before it is created: what that destroys; undefined if nothing. Unknown arguments are absent. */
  warning?(inputs: Partial<Inputs>): string | undefined;
  /**
   * Validates the arguments against the account. Reads only.
   *
   * @param olds the old arguments, also where the change replaces the resource (`before` is empty then).
   */
  verify?(
    inputs: Partial<Inputs>,
    session: ResourceSession,
    before: Partial<Inputs>,
    isUnknown: (argument: keyof Inputs) => boolean,
    olds: Partial<Inputs>,
  ): Promise<readonly Problem[]>;
  /**
   * For a kind without names, what identifies a resource in the account's list.
   *
   * @default the name
   */
  naturalKey?(inputs: Inputs): string | undefined;
  /**
   * Waits for what others have to do before it can be created, e.g. an endpoint that the customer creates elsewhere.
   *
   * @throws LifecycleError of kind `awaiting-other-side` when that is not done in time.
   */
  beforeCreate?(inputs: Inputs, session: ResourceSession): Promise<void>;
  createRequest(inputs: Inputs): ApiRequest;
  /**
   * Completes the request that creates it right before it is sent, with what the account holds then: where it must
   * name what others create, e.g. every region of the subscription.
   */
  complete?(request: ApiRequest, inputs: Inputs, session: ResourceSession): Promise<ApiRequest>;
  /** The requests that apply `changed`: new values of arguments to update, by name. */
  steps(target: Target, changed: Partial<Inputs>, inputs: Inputs): readonly Step<Answer>[];
  /** The same where they depend on what the API holds, e.g. which items of a list it lacks. */
  stepsFrom?(
    answer: Answer,
    target: Target,
    changed: Partial<Inputs>,
    inputs: Inputs,
  ): readonly Step<Answer>[];
  /**
   * Absent where nothing can be deleted: the resource only leaves the state, e.g. an action on another resource, such as
   * the acceptance of an endpoint.
   */
  deleteRequest?(target: Target): ApiRequest;
  /**
   * Why it can no longer be deleted, so that it only leaves the state, as the end of a sentence; undefined if it can.
   * Called when it is not changing.
   */
  whyKept?(target: Target, session: ResourceSession): Promise<string | undefined>;
  /** Reads the resource; undefined if it is gone. */
  observe(
    target: Target,
    inputs: Partial<Inputs>,
    session: ResourceSession,
    scope?: Scope,
  ): Promise<Answer | undefined>;
  /** Outputs by name: null for what the API lacks, undefined for a secret that it lacks. */
  outputs(answer: Answer, target: Target): Readonly<Record<string, unknown>>;
  /** Further outputs, without secrets; the resource's class lists them as `attributes`. */
  attributes?(answer: Answer): Readonly<Record<string, unknown>>;
  /** Finds the resource if this program already created it, e.g. with its subscription: it is taken over. */
  find?(inputs: Inputs, session: ResourceSession): Promise<Target | undefined>;
  /**
   * For a kind that the API does not list: whether the request of an earlier run, whose answer was lost, was accepted.
   * Returns an ID that stands for the resource, since nothing tells its own; undefined if it was not.
   *
   * @param submittedAt milliseconds.
   */
  findLost?(inputs: Inputs, session: ResourceSession, submittedAt: number): Promise<ResourceId | undefined>;
  /** Why this package cannot manage the observed resource; undefined if it can. */
  unmanaged?(answer: Answer): string | undefined;
  /**
   * The arguments with which to delete an orphan, which no program declares.
   *
   * @throws Error when it holds what may belong to others.
   */
  inputsOfOrphan?(target: Target, session: ResourceSession): Promise<Partial<Inputs>>;
  /** Absent if it costs nothing, or has a fixed price. */
  readonly priced?: Priced<Inputs>;
  /** Reads the price that a catalog lists for these arguments; undefined if an argument that it depends on is unknown. */
  fixedPrice?(inputs: Partial<Inputs>, session: ResourceSession): Promise<FixedPrice | undefined>;
  /** Records the declared arguments of a subscription, before its dependents are processed. */
  noteDeclared?(target: Target, inputs: Inputs, isUnknown: (argument: keyof Inputs) => boolean): void;
  readonly surroundings?: Surroundings;
  afterCreate?(target: Target, inputs: Inputs, session: ResourceSession): Promise<void>;
  /**
   * Whether nothing is left of `afterCreate` for a creation that rested and has continued.
   *
   * @default false
   */
  isCompleted?(target: Target, inputs: Inputs, session: ResourceSession): Promise<boolean>;
  /**
   * Says what `afterCreate` still has to do for such a creation, because what continued it ended before; undefined if
   * nothing. A preview then shows an update, which does it.
   */
  leftUndone?(target: Target, inputs: Inputs, session: ResourceSession): Promise<string | undefined>;
  beforeDelete?(target: Target, inputs: Inputs, session: ResourceSession): Promise<void>;
  /**
   * Whether it can disappear, or fail, without a task that says so: each diff then looks for it in its list.
   *
   * @default false
   */
  readonly goesByItself?: boolean;
  /**
   * Whether the API may forget one that is still in effect. If so, one that is not found counts as unchanged, and only its
   * state can say that it is gone.
   *
   * @default false
   */
  readonly mayBeForgotten?: boolean;
}

/** A declaration of any type, with untyped properties. */
export type AnyDeclaration = Declaration<Record<string, unknown>, unknown>;

/** What identifies the resource in the account's list: its name or, for a kind without names, its natural key. */
export function keyIn(
  { naturalKey }: Pick<AnyDeclaration, "naturalKey">,
  inputs: Readonly<Record<string, unknown>>,
): string | undefined {
  if (naturalKey !== undefined) return naturalKey({ ...inputs });
  return typeof inputs.name === "string" ? inputs.name : undefined;
}

import type { Inputs } from "@pulumi/pulumi";
import type { Resource } from "../../../../simulator/resource";
import type { Held } from "../../stack";
import type { Declared, Type } from "../declared";

/** What the state holds of another resource of the program. */
export type StateOf = (name: string) => Pick<Held, "id" | "outputs">;

/** Something that the account holds. */
export interface Holding {
  readonly type: Type;
  /** As Pulumi's state has it; of an action, the ID of its task. */
  readonly id: string;
  /** From which its logical name can be told. */
  readonly name: string;
  readonly status: string;
  /** What it holds beside its name, as `contentOf` says it. */
  readonly content?: string;
}

/** The resources of the account, by kind. */
export type Resources = Readonly<Partial<Record<string, readonly Resource[]>>>;

/** What the owner of a transit gateway shares with a subscription. */
export interface SharedGateway {
  readonly invitationId: number;
  /** 0 before the invitation is accepted. */
  readonly gatewayId: number;
}

/** What is shared with the subscription of this ID. */
export type SharedWith = (subscriptionId: string) => SharedGateway;

/** How a type of resource takes part in histories. */
export interface HistoryType {
  /** Its arguments, without its name and timeouts. */
  args(declared: Declared, stateOf: StateOf, sharedWith: SharedWith): Inputs;
  /** What it must hold beside its name, in words; undefined if nothing can be changed. */
  content?(declared: Declared): string | undefined;
  /** What the account holds of it; absent where its API is read. */
  held?(resources: Resources): readonly Omit<Holding, "type">[];
  /** Whether the program can name it. */
  readonly isNamed?: true;
  /** Whether another `place` replaces it. */
  readonly isMovable?: true;
  /** Whether it stays in the account when it is deleted: then it only leaves the state. */
  readonly remains?: true;
  /** What replaces it, beside another `place`. */
  isReplaced?(before: Declared, after: Declared): boolean;
  /** Whether it can do without what it refers to. @default false */
  readonly isIndependent?: true;
  /** The arguments by which it refers to resources of other types. @default `subscriptionId`, to its subscription */
  readonly references?: Partial<Record<Type, readonly string[]>>;
}

/** The resources of a kind. */
export const ofKind = <T>(resources: Resources, kind: string): readonly T[] =>
  (resources[kind] ?? []) as unknown as readonly T[];

/** What follows the last slash. */
export const lastPart = (id: string): string => id.split("/").at(-1) ?? "";

/** The number of which a logical name is told apart from those like it. */
export const numberOf = (name: string): number => Number(name.at(-1));

/** One of several values, by a number that counts on. */
export const nth = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

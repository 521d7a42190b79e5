/**
 * What a timeline needs to know about kinds of resources. It declares none itself: the command line takes them from the
 * provider's declarations, the simulator's console from its own kinds.
 */
export interface TimelineKinds {
  /** Display name of a kind, e.g. `cloud account`. */
  nounOf(kind: string): string;
  /**
   * Name of the kind that a task with this `commandType` works on; undefined for an unknown one.
   *
   * @param ids tell apart kinds whose tasks have the same names.
   */
  ofCommand(commandType: string, ids?: TaskIds): string | undefined;
  /** What the names of the kind's tasks begin with. @default the kind's name */
  prefixOf?(kind: string): string | undefined;
  /** Whether other resources are in resources of this kind, which are in no other: subscriptions of all plans. */
  isOutermostParent(kind: string): boolean;
  /** Whether resources of this kind are the subscriptions that the account's limits concern. */
  isLimited(kind: string): boolean;
}

/** The IDs in the response of a task: of the resource, and of its subscription. */
export interface TaskIds {
  readonly resourceId?: number | string;
  readonly additionalResourceId?: number | string;
}

/** Splits a camel-case name into words. */
export const inWords = (name: string): string =>
  name.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

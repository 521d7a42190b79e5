import type { Hono } from "hono";
import type { Account } from "./account";
import type { ResourceDescription } from "./description";
import type { Environment } from "./http/environment";
import type { StoredKind } from "./kinds";
import type { PeerActions } from "./peerAction";
import type { RedisEndpoint } from "./redis/endpoint";
import type { Resource, Stateful } from "./resource";
import type { DurationRange } from "./settings";
import type { CommandHandlers } from "./tasks/command";

/** Everything about one kind of resource. No other part of the simulator knows the kind. */
export interface ResourceKind<R extends Resource = Resource> extends StoredKind<R> {
  /** The requests of this kind, with their paths below `/v1`. */
  readonly routes: Hono<Environment>;
  /** What each task of this kind does when it is processed, by its `commandType`. */
  readonly commands: CommandHandlers;
  /** Durations of operations on these resources, in simulated seconds, by names that no other kind uses. */
  readonly durations: object;
  /**
   * States that are scheduled and on the way to another one, such as the `pending` of a database that was a `draft`.
   * Provisioning faults strike at the end of provisioning, so not in these states. @default none
   */
  readonly intermediateStates?: readonly string[];
  /** What the other side of a connection can do, for kinds that connect subscriptions to other networks. @default nothing */
  readonly peer?: PeerActions;
  /** What people want to see of a resource, besides its name and its state. @default nothing */
  describe?(account: Account, resource: R): ResourceDescription;
  /** Called when a resource reaches the state it was scheduled for; `gone` when it ceases to exist. */
  reach(account: Account, resource: R, state: string): void;
  /** Called when a task or any resource of the account has entered a state, or is gone. */
  observe?(account: Account, item: Stateful, state: string): void;
  /** The endpoints that are to have Redis servers behind them, where servers are available. @default none */
  redisEndpoints?(account: Account): readonly RedisEndpoint[];
}

/** The durations of a kind, in a form that can be looked up by name. */
export function durationsOf({ durations }: ResourceKind): Readonly<Record<string, DurationRange>> {
  return durations as Readonly<Record<string, DurationRange>>;
}

import type { RedisSettings } from "./server";

/** The address of a resource that a real Redis server may listen at. */
export interface RedisAddress {
  port: number;
  /** Whether the request chose the port: then no other one is tried. */
  readonly portChosen: boolean;
  /** Counts the changes of the resource. */
  change: number;
  /** Whether a real Redis server listens at the port. The server sets it. */
  real: boolean;
}

/** An endpoint that is to have a Redis server behind it. */
export interface RedisEndpoint {
  /** The same object for as long as the endpoint exists. */
  readonly address: RedisAddress;
  /** Whether the settings apply now: those of an update apply once its provisioning is complete. */
  readonly isSettled: boolean;
  /** The settings of the server. */
  settings(): RedisSettings;
  /** The address of the server that this one's is a replica of, which accepts writes too. @default none */
  readonly replicaOf?: RedisAddress;
  /** Draws another port, when the present one is taken on this machine. */
  drawPort(): number;
}

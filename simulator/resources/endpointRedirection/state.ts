import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** `EndpointsRedirectionResponse.status`. A revert goes through `in-progress` again. */
export type RedirectionState = "initiated" | "pending" | "in-progress" | "completed" | "failed" | "reverted";

/** A redirection of the dynamic endpoints of one database to another one. */
export interface EndpointRedirection extends Resource<"endpointRedirection", RedirectionState> {
  /** A UUID. */
  id: string;
  sourceDatabaseId: number;
  targetDatabaseId: number;
  endpointTargetType: "public" | "private";
  duplicateACLs: boolean;
  /** Times are simulated milliseconds since 1970. */
  startedAt: number;
  completedAt?: number;
  revertedAt?: number;
  isRevert: boolean;
  /** The database to which traffic is blocked, which is the source until it is reverted; absent after a resume. */
  blocked?: { databaseId: number; until: number };
}

/** Refers to the endpoint redirections of an account. */
export const ENDPOINT_REDIRECTION: KindName<EndpointRedirection> = "endpointRedirection";

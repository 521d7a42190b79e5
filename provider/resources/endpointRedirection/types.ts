import type { CommonInputs } from "../sharedTypes";

/** A redirection of the dynamic endpoints of a database. API: `CreateEndpointsRedirectionRequest`. */
export interface EndpointRedirectionInputs extends CommonInputs {
  /** ID of the database whose clients are redirected, of Pro or Essentials: `old.databaseId`. A change replaces. */
  sourceDatabaseId: number;
  /** ID of the Pro database to which they are redirected: `cache.databaseId`. A change replaces. */
  targetDatabaseId: number;
  /** Which of the dynamic endpoints. A change replaces. */
  endpointTargetType: "public" | "private";
  /**
   * Let the access control roles of the source apply in the target, too. Used on creation only.
   *
   * @default false
   */
  duplicateACLs?: boolean;
}

/** What the API reports of a redirection. API: `EndpointsRedirectionResponse`. */
export interface EndpointRedirectionOutputs {
  /** The API's ID, a UUID. */
  readonly redirectionId: string;
  /**
   * State: `completed`, or `unknown` where the answer to the request was lost. An output dates from the last `pulumi up`
   * that changed the resource, or `pulumi refresh`.
   */
  readonly status: string;
  /** When it was completed, in ISO 8601. */
  readonly completedAt: string | undefined;
  /** Until when deleting it reverts it, in ISO 8601: 24 hours after it was completed. */
  readonly revertibleUntil: string | undefined;
}

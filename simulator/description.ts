/** What people want to see of a resource. It contains no secrets. */
export interface ResourceDescription {
  /** Such as `AWS us-east-1` or `2 GB`, the most important first. */
  readonly facts?: readonly string[];
  readonly endpoints?: readonly DescribedEndpoint[];
  /** What the other side can do about it in its present state. */
  readonly peerRequests?: readonly PeerRequest[];
}

/** An address at which a database can be reached, once it has one. */
export interface DescribedEndpoint {
  /** Such as `public`. */
  readonly label: string;
  readonly address: string;
}

/** A request to the other side of a connection. */
export interface PeerRequest {
  /** Name of an action of the kind, such as `accept`. */
  readonly action: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** Fields that the request needs in addition, which only people know. @default none */
  readonly ask?: readonly string[];
}

/** What the program beside this file declares: it reads it from `program.json`. */
export interface Program {
  readonly subscriptions: readonly DeclaredSubscription[];
  readonly cloudAccounts: readonly DeclaredCloudAccount[];
  readonly aclRules: readonly DeclaredAclRule[];
  readonly aclRoles: readonly DeclaredAclRole[];
  readonly aclUsers: readonly DeclaredAclUser[];
  /** In an order in which each follows what it is in. */
  readonly others: readonly DeclaredOther[];
}

export interface DeclaredSubscription extends Named {
  readonly databases: readonly DeclaredDatabase[];
}

export interface DeclaredDatabase extends Named {
  readonly datasetSizeInGb: number;
  /** Set by a request of their own, after the creation. */
  readonly tags?: readonly { key: string; value: string }[];
}

export type DeclaredCloudAccount = Named;

export interface DeclaredAclRule extends Named {
  readonly redisRule: string;
}

export interface DeclaredAclRole extends Named {
  readonly redisRules: readonly {
    /** Logical name of a rule, or the name of one that every account has. */
    readonly rule: string;
    /** Logical names of databases. */
    readonly databases: readonly string[];
  }[];
}

export interface DeclaredAclUser extends Named {
  /** Logical name of its role. */
  readonly role: string;
  /** Which of the config's passwords it has. */
  readonly password: "aclUserPassword" | "otherAclUserPassword";
}

/** A resource of a type that has nothing here but one number, which a change makes another one. */
export interface DeclaredOther {
  readonly type:
    | "Subscription"
    | "Database"
    | "EssentialsSubscription"
    | "EssentialsDatabase"
    | "ActiveActiveSubscription"
    | "ActiveActiveDatabase"
    | "ActiveActiveRegion"
    | "SubscriptionPeering"
    | "PrivateLink"
    | "PrivateServiceConnect"
    | "PrivateServiceConnectEndpoint"
    | "PrivateServiceConnectEndpointAccepter"
    | "TransitGatewayInvitationAcceptor"
    | "TransitGatewayAttachment"
    | "TransitGatewayRoutes"
    | "SubscriptionEncryptionKeys"
    | "DatabaseImport"
    | "DatabaseBackup"
    | "EssentialsDatabaseImport"
    | "EssentialsDatabaseBackup"
    | "EndpointRedirection";
  /** A region's is the name of the region. */
  readonly logicalName: string;
  /**
   * Logical name of the subscription that it is in; of an import, a backup and a redirection, of its database; of an
   * endpoint, of its service; of an accepter, of its endpoint; of an attachment, of the acceptor of its gateway; of
   * routes, of their attachment.
   */
  readonly parent?: string;
  /** Of a redirection: logical name of the database to which it redirects the clients. */
  readonly target?: string;
  /** From 1: which of several values an argument has. */
  readonly value: number;
}

interface Named {
  readonly logicalName: string;
  /** @default an auto-name */
  readonly name?: string;
}

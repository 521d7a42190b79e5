import type { AclRole } from "../../../simulator/resources/aclRole/state";
import type { AclRule } from "../../../simulator/resources/aclRule/state";
import type { AclUser } from "../../../simulator/resources/aclUser/state";
import type { CloudAccountCreateRequest } from "../../../simulator/resources/cloudAccount/requests";
import type { CloudAccount } from "../../../simulator/resources/cloudAccount/state";
import type { Database } from "../../../simulator/resources/database/state";
import type { EssentialsDatabase } from "../../../simulator/resources/essentialsDatabase/state";
import type { Plan } from "../../../simulator/resources/essentialsSubscription/plans";
import type { EssentialsSubscription } from "../../../simulator/resources/essentialsSubscription/state";
import type { RegionSpec } from "../../../simulator/resources/subscription/requests";
import type { Subscription, SubscriptionRegion } from "../../../simulator/resources/subscription/state";

/** What the server holds of a resource, beyond what its answers tell. */
export type Holding =
  | DatabaseHolding
  | SubscriptionHolding
  | CloudAccountHolding
  | AclRuleHolding
  | AclRoleHolding
  | AclUserHolding
  | EssentialsSubscriptionHolding
  | EssentialsDatabaseHolding
  | ActiveActiveRegionHolding;

export interface DatabaseHolding {
  readonly account: string;
  readonly database: Database;
}

export interface SubscriptionHolding {
  readonly account: string;
  readonly subscription: Subscription;
  /** As its creation asked for it: nothing else ever tells it again. */
  readonly networking: RegionSpec["networking"];
}

export interface CloudAccountHolding {
  readonly account: string;
  readonly cloudAccount: CloudAccount;
  /** The latest request for it: it alone has the secrets. */
  readonly sent: Partial<CloudAccountCreateRequest>;
}

export interface AclRuleHolding {
  readonly account: string;
  readonly aclRule: AclRule;
}

export interface AclRoleHolding {
  readonly account: string;
  readonly aclRole: AclRole;
  /** Its rules by name. */
  readonly redisRules: readonly {
    readonly ruleName: string;
    readonly databases: AclRole["rules"][number]["databases"];
  }[];
}

export interface AclUserHolding {
  readonly account: string;
  readonly aclUser: AclUser;
  /** The name of its role. */
  readonly role: string;
}

export interface EssentialsSubscriptionHolding {
  readonly account: string;
  readonly subscription: EssentialsSubscription;
}

export interface EssentialsDatabaseHolding {
  readonly account: string;
  readonly database: EssentialsDatabase;
  /** Of its subscription. */
  readonly plan: Plan;
}

export interface ActiveActiveRegionHolding {
  readonly account: string;
  readonly region: SubscriptionRegion;
  /** The ID of its subscription. */
  readonly inSubscription: number;
}

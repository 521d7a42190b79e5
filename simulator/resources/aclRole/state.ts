import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { AclState } from "../accessControl";

/** A rule of a role, with the databases in which it applies. */
export interface RoleRule {
  ruleId: number;
  databases: {
    subscriptionId: number;
    databaseId: number;
    /** Of an Active-Active database, the regions in which it applies; absent: in all. */
    regions?: string[];
  }[];
}

/** A database access role: which rule applies in which database. */
export interface AclRole extends Resource<"aclRole", AclState> {
  id: number;
  rules: RoleRule[];
  /** Whether it still has to turn `pending` once more after it was active. */
  isSettling: boolean;
}

/** Refers to the database access roles of an account. */
export const ACL_ROLE: KindName<AclRole> = "aclRole";

import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { AclState } from "../accessControl";

/** A user of databases. */
export interface AclUser extends Resource<"aclUser", AclState> {
  id: number;
  roleId: number;
  /** SHA-256 of the password, in hexadecimal: as Redis keeps it. */
  passwordHash: string;
  /** Whether it was active once: from then on it can log in. */
  isProvisioned: boolean;
  /** Whether it still has to turn `pending` once more after it was active. */
  isSettling: boolean;
}

/** Refers to the users of databases in an account. */
export const ACL_USER: KindName<AclUser> = "aclUser";

import type { AnyDeclaration } from "../operations/declaration";
import { aclRole } from "./aclRole";
import { aclRule } from "./aclRule";
import { aclUser } from "./aclUser";
import { activeActiveDatabase } from "./activeActiveDatabase";
import { activeActiveRegion } from "./activeActiveRegion";
import { activeActiveSubscription } from "./activeActiveSubscription";
import { cloudAccount } from "./cloudAccount";
import { database } from "./database";
import { subscription } from "./subscription";

/** All kinds of resource of this package. What others are in, or refer to, comes before them. */
export const DECLARATIONS = [
  cloudAccount,
  subscription,
  database,
  activeActiveSubscription,
  activeActiveRegion,
  activeActiveDatabase,
  aclRule,
  aclRole,
  aclUser,
] as unknown as readonly AnyDeclaration[];

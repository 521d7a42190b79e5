import type { AnyDeclaration } from "../operations/declaration";
import { aclRole } from "./aclRole";
import { aclRule } from "./aclRule";
import { aclUser } from "./aclUser";
import { cloudAccount } from "./cloudAccount";
import { database } from "./database";
import { essentialsDatabase } from "./essentialsDatabase";
import { essentialsSubscription } from "./essentialsSubscription";
import { subscription } from "./subscription";

/** All kinds of resource in this package. A kind comes after those that it is in or refers to. */
export const DECLARATIONS = [
  cloudAccount,
  subscription,
  database,
  essentialsSubscription,
  essentialsDatabase,
  aclRule,
  aclRole,
  aclUser,
] as unknown as readonly AnyDeclaration[];

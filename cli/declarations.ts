import type { ResourceKind } from "../provider/lifecycle/states";
import { cloudAccount } from "../provider/resources/cloudAccount";
import { database } from "../provider/resources/database";
import type { AnyDeclaration } from "../provider/resources/declaration";
import { subscription } from "../provider/resources/subscription";

/** The resources of this package, by kind. */
export const DECLARATIONS: Readonly<Record<ResourceKind, AnyDeclaration>> = {
  subscription: subscription as unknown as AnyDeclaration,
  database: database as unknown as AnyDeclaration,
  cloudAccount: cloudAccount as unknown as AnyDeclaration,
};

import { cloudAccount } from "./cloudAccount";
import { database } from "./database";
import type { AnyDeclaration } from "./declaration";
import { subscription } from "./subscription";

/** All kinds of resource of this package. What others are in, or refer to, comes before them. */
export const DECLARATIONS = [cloudAccount, subscription, database] as unknown as readonly AnyDeclaration[];

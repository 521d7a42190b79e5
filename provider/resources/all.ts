import type { AnyDeclaration } from "../operations/declaration";
import { cloudAccount } from "./cloudAccount";
import { database } from "./database";
import { subscription } from "./subscription";

/** All kinds of resource of this package. What others are in, or refer to, comes before them. */
export const DECLARATIONS = [cloudAccount, subscription, database] as unknown as readonly AnyDeclaration[];

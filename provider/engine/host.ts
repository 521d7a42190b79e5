import { cloudAccount } from "../resources/cloudAccount";
import { database } from "../resources/database";
import type { AnyDeclaration } from "../resources/declaration";
import { subscription } from "../resources/subscription";
import { endWithEngine } from "./lifeline";
import { DeclaredProvider } from "./provider";

endWithEngine();

/** What the serialized providers refer to: one provider a type, by the type's name. */
const provider = (declaration: object) => new DeclaredProvider(declaration as AnyDeclaration);

export const Subscription = provider(subscription);
export const Database = provider(database);
export const CloudAccount = provider(cloudAccount);

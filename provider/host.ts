import { DeclaredProvider } from "./pulumi/provider";
import { exitWithEngine } from "./pulumi/watchdog";
import { DECLARATIONS } from "./resources/all";

exitWithEngine();

/** What the serialized providers refer to: one provider a type, by the type's name. */
const providers: Readonly<Record<string, DeclaredProvider>> = Object.fromEntries(
  DECLARATIONS.map((declaration) => [declaration.typeName, new DeclaredProvider(declaration)]),
);

export = providers;

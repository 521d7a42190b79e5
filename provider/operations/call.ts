import type { Account } from "../lifecycle/account";
import type { ResourceJournal } from "../recovery/journal/notes";
import type { AnyDeclaration } from "./declaration";
import type { ResourceSession } from "./session";

/** One call of the engine, with all that it works with. */
export interface Call {
  readonly declaration: AnyDeclaration;
  readonly urn: string;
  readonly account: Account;
  /** The resource's account, with its timeout for the action and its own line of the display. */
  readonly session: ResourceSession;
  /** Tells what people should find in the run's output afterwards, once however often it is said. */
  announce(text: string, weight: "info" | "warning"): void;
  /** What is written down of the resource. */
  journal(): Promise<ResourceJournal>;
}

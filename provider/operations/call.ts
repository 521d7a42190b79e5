import type { Account } from "../lifecycle/account";
import type { ResourceJournal } from "../recovery/journal/notes";
import type { AnyDeclaration } from "./declaration";
import type { ResourceSession } from "./session";

/** Context of one provider call. */
export interface Call {
  readonly declaration: AnyDeclaration;
  readonly urn: string;
  readonly account: Account;
  /** The resource's session on its account, with the action's timeout and its own status line. */
  readonly session: ResourceSession;
  /** Adds a message to the run's diagnostics; a repeated text is shown once. */
  announce(text: string, weight: "info" | "warning"): void;
  /** The resource's journal. */
  journal(): Promise<ResourceJournal>;
}

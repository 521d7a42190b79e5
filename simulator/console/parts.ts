import type { Accounts } from "../accounts";
import type { Clock } from "../clock";
import type { Backend } from "../http/app";
import type { Fetch } from "../http/gateway";
import type { OtherSide } from "../otherSide";
import type { Runtime } from "../runtime";

/** The parts of the simulator that the console shows and controls. */
export interface Parts extends Backend {
  /** The API behind its gateway. */
  api: Fetch;
  clock: Clock;
  accountList: Accounts;
  runtime: Runtime;
  peer: OtherSide;
  seed: number;
}

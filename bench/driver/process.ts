/*
 * A process that calls the provider without the engine: its memory is the provider's, and it shares nothing with other
 * processes.
 */
import type { Program } from "./program";
import { Stack, type State } from "./stack";

/** What to work on. */
export interface Begin {
  readonly do: "begin";
  readonly program: Program;
  readonly config: Readonly<Record<string, string>>;
  /** State that a previous process left. */
  readonly state?: State;
}

/** A message to this process, one at a time. */
export type Order = Begin | { readonly do: "up" | "destroy" };

/** The reply when the work is done. */
export interface Report {
  /** The error message that the engine would show. */
  readonly error?: string;
  readonly state: State;
  /** Peak resident memory, in bytes. */
  readonly peakMemory: number;
}

let stack: Stack | undefined;

async function obey(order: Order): Promise<void> {
  if (order.do === "begin") stack = new Stack(order.program, order.config, order.state);
  else if (order.do === "up") await stack?.up();
  else await stack?.destroy();
}

process.on("message", (order: Order) => {
  const answer = (error?: string) => {
    const peakMemory = process.resourceUsage().maxRSS * 1024;
    const report: Report = { error, state: stack?.state ?? {}, peakMemory };
    process.send?.(report);
  };
  obey(order).then(
    () => answer(),
    (error: unknown) => answer(error instanceof Error ? error.message : String(error)),
  );
});
process.on("disconnect", () => process.exit());

/*
 * A process that drives the provider's own calls, without the engine: its memory is the provider's, and nothing is
 * shared with another one.
 */
import type { Program } from "./program";
import { Stack, type State } from "./stack";

/** What it is to work on. */
export interface Begin {
  readonly do: "begin";
  readonly program: Program;
  readonly config: Readonly<Record<string, string>>;
  /** What a process before it left. */
  readonly state?: State;
}

/** What this process is told, one at a time. */
export type Order = Begin | { readonly do: "up" | "destroy" };

/** What it answers when it is done. */
export interface Report {
  /** What went wrong, in the words that the engine would show. */
  readonly error?: string;
  readonly state: State;
  /** The most memory it ever had resident, in bytes. */
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

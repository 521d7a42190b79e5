/*
 * A process that drives the provider's own calls, without the engine: its memory is the provider's, and nothing is
 * shared with another one.
 */
import type { Program } from "./program";
import { Stack } from "./stack";

/** What this process is told, one at a time. */
export type Order =
  | { readonly do: "begin"; readonly program: Program; readonly config: Readonly<Record<string, string>> }
  | { readonly do: "up" | "destroy" };

/** What it answers when it is done. */
export interface Report {
  /** What went wrong, in the words that the engine would show. */
  readonly error?: string;
  /** The most memory it ever had resident, in bytes. */
  readonly peakMemory: number;
}

let stack: Stack | undefined;

async function obey(order: Order): Promise<void> {
  if (order.do === "begin") stack = new Stack(order.program, order.config);
  else if (order.do === "up") await stack?.up();
  else await stack?.destroy();
}

process.on("message", (order: Order) => {
  const answer = (error?: string) => {
    const report: Report = { error, peakMemory: process.resourceUsage().maxRSS * 1024 };
    process.send?.(report);
  };
  obey(order).then(
    () => answer(),
    (error: unknown) => answer(error instanceof Error ? error.message : String(error)),
  );
});
process.on("disconnect", () => process.exit());

import { extname } from "node:path";
import { Command } from "commander";
import { sync as writeFileAtomic } from "write-file-atomic";
import { type TaskAnswer, tasksAnswer } from "../provider/api/answers";
import { openAccount } from "../provider/lifecycle/openAccount";
import { resolveCredentials } from "../provider/pulumi/credentials";
import { drawHtml, drawSvg } from "../timeline/drawing";
import { headline, shareLine } from "../timeline/summary";
import { ALL } from "./declarations";
import { buildTimeline } from "./timeline/build";
import { readInput } from "./timeline/input";
import { readSubscriptionIds, type SubscriptionIds } from "./timeline/kinds";

const DRAWINGS = { ".svg": drawSvg, ".html": drawHtml };

interface Options {
  out: string;
  tasks?: boolean;
}

/** `pulumi-redis-cloud timeline`: draws where a deployment spent its time. */
export function timelineCommand(): Command {
  return new Command("timeline")
    .description("Draw where the time of a deployment went: one row per operation, and the critical path.")
    .argument(
      "[records...]",
      "what providers recorded (REDIS_CLOUD_RECORD=<file> pulumi up), a simulator's record (simulate --record), or both",
    )
    .option("--out <file>", "the drawing: .svg, or .html for a page", "timeline.svg")
    .option("--tasks", "add the account's tasks (GET /tasks), with the keys in the environment")
    .action(timeline);
}

async function timeline(records: string[], { out, tasks }: Options): Promise<void> {
  const draw = Object.entries(DRAWINGS).find(([extension]) => extension === extname(out))?.[1];
  if (draw === undefined) throw new Error(`--out ${out}: the name must end in .svg or .html`);
  if (records.length === 0 && !tasks) {
    throw new Error("specify a record, or --tasks; see `pulumi-redis-cloud timeline --help`");
  }
  const inputs = records.map((file) => readInput(file, (message) => console.error(`warning: ${message}`)));
  const account = tasks ? await readAccount() : undefined;
  const result = buildTimeline(inputs, account?.tasks, ALL, account?.subscriptions);
  writeFileAtomic(out, draw(result));
  console.log(`${out}: ${headline(result)}\n${shareLine(result)}`);
}

async function readAccount(): Promise<{ tasks: readonly TaskAnswer[]; subscriptions: SubscriptionIds }> {
  const account = openAccount(resolveCredentials(() => undefined, process.env));
  const { tasks = [] } = await account.api.get("/tasks", tasksAnswer);
  return { tasks, subscriptions: await readSubscriptionIds(account) };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { temporaryDirectory } from "../simulator/client";

/** What the main thread of a page did, in milliseconds of CPU time. */
export interface TracedTasks {
  frames: number;
  /** A frame with everything since the one before it: the median, and the longest but for one in a hundred. */
  medianFrameMs: number;
  slowFrameMs: number;
  /** The longest task of all, whether it draws a frame or not. */
  longestTaskMs: number;
  /** All of them together. */
  totalMs: number;
}

/** An event of Chromium's trace; times are microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** CPU time. */
  tdur?: number;
  args: { name?: string; src_func?: string };
}

const folder = temporaryDirectory();

/** Records the tasks of the page from now on. */
export async function traceTasks(page: Page): Promise<{ end(): Promise<TracedTasks> }> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser of its own");
  const path = join(folder, "trace.json");
  await browser.startTracing(page, { path, categories: ["toplevel"] });
  return {
    end: async () => {
      await browser.stopTracing();
      const { traceEvents } = JSON.parse(readFileSync(path, "utf8")) as { traceEvents: TraceEvent[] };
      return measured(mainThreadTasks(traceEvents));
    },
  };
}

/** The tasks of the renderer's main thread that did most: browsers keep others ready. */
function mainThreadTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasksOf = ({ pid, tid }: TraceEvent) =>
    events.filter(
      (event) =>
        event.ph === "X" &&
        event.name === "ThreadControllerImpl::RunTask" &&
        event.pid === pid &&
        event.tid === tid,
    );
  const [busiest = []] = threads.map(tasksOf).sort((one, other) => total(other) - total(one));
  return busiest.sort((one, other) => one.ts - other.ts);
}

function measured(tasks: readonly TraceEvent[]): TracedTasks {
  const frames: number[] = [];
  let sum = 0;
  for (const task of tasks) {
    sum += cpuMs(task);
    if (task.args.src_func !== "ScheduledActionSendBeginMainFrame") continue;
    frames.push(sum);
    sum = 0;
  }
  frames.sort((one, other) => one - other);
  return {
    frames: frames.length,
    medianFrameMs: frames[Math.floor(frames.length * 0.5)] ?? 0,
    slowFrameMs: frames[Math.floor(frames.length * 0.99)] ?? 0,
    longestTaskMs: tasks.reduce((longest, task) => Math.max(longest, cpuMs(task)), 0),
    totalMs: total(tasks),
  };
}

const cpuMs = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
const total = (tasks: readonly TraceEvent[]): number => tasks.reduce((sum, task) => sum + cpuMs(task), 0);

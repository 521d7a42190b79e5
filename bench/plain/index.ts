import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { onExit } from "../cleanup";
import type { PlainOrder, PlainReport } from "./process";

/** Measures the plain strategy with the same work and the same server. */
export async function plainly(order: PlainOrder): Promise<PlainReport> {
  const child = fork(path.join(__dirname, "process.js"));
  const end = onExit(() => child.kill("SIGKILL"));
  const reported = once(child, "message") as Promise<[PlainReport]>;
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the process of the plain strategy ended with ${code}`);
  });
  child.send(order);
  try {
    const [report] = await Promise.race([reported, ended]);
    return report;
  } finally {
    end();
    ended.catch(() => undefined);
  }
}

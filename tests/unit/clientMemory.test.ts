import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { bundle } from "../bundle";
import { endServers, serving } from "./server";

endServers();

/** In a process that does nothing else: what jest's has done before would show in its memory. */
async function bytesLeftBy(module: string, ...args: string[]): Promise<number[]> {
  const running = promisify(execFile)(process.execPath, ["--expose-gc", "-", ...args]);
  running.child.stdin?.end(bundle(module));
  return JSON.parse((await running).stdout);
}

test("a request leaves no more than 4 KB to the next full garbage collection", async () => {
  const { url } = await serving(() => ({}));
  const left = await bytesLeftBy(require.resolve("./requestsInTurn"), url);
  // A full collection that comes by itself changes one of the batches, and so do modules that are still being compiled.
  expect(left.toSorted((a, b) => a - b)[Math.floor(left.length / 2)]).toBeLessThan(4096);
});

import { getHeapSpaceStatistics } from "node:v8";
import { z } from "zod";
import { useVirtualTime } from "../lifecycle/virtualTime";
import { endServers, serving } from "./server";

useVirtualTime();
endServers();

/** What V8 collects only in full, which a process that mostly waits may not do for an hour. */
const tenured = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "old_space")?.space_used_size ?? 0;

const BATCH = 200;
const BATCHES = 9;

test("a request leaves no more than 4 KB to the next full garbage collection", async () => {
  const { api } = await serving(() => ({}));
  const left: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = tenured();
    for (let request = 0; request < BATCH; request++) await api.get("/subscriptions", z.unknown());
    left.push((tenured() - before) / BATCH);
  }
  // Modules that are still being compiled, and a full collection, each change a few of them.
  expect(left.toSorted((a, b) => a - b)[Math.floor(BATCHES / 2)]).toBeLessThan(4096);
});

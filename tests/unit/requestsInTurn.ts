import { getHeapSpaceStatistics } from "node:v8";
import { z } from "zod";
import { RedisCloudApi } from "../../provider/api/client";
import { KEYS } from "./server";

/*
 * A process that sends requests, one after the other, and prints as JSON how many bytes each one of a batch leaves to the
 * next full garbage collection. Run with `--expose-gc`. Together, the batches remain below the requests of a minute.
 */

const BATCH = 60;
const BATCHES = 5;

const [baseUrl = ""] = process.argv.slice(2);
const api = new RedisCloudApi({ ...KEYS, baseUrl });

/** Bytes that are left when young objects are collected; what survives twice becomes old. */
function old(): number {
  for (let times = 0; times < 2; times++) gc?.({ type: "minor" });
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "old_space")?.space_used_size ?? 0;
}

async function send(): Promise<number[]> {
  const left: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = old();
    for (let request = 0; request < BATCH; request++) await api.get("/subscriptions", z.unknown());
    left.push((old() - before) / BATCH);
  }
  return left;
}

send().then((left) => process.stdout.write(JSON.stringify(left)));

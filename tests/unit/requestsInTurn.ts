import { getHeapSpaceStatistics } from "node:v8";
import { z } from "zod";
import { RedisCloudApi } from "../../provider/api/client";
import { KEYS } from "./server";

/*
 * A process that sends batches of requests, one request after the other, and prints as JSON how many bytes a request of
 * each batch leaves to the next full garbage collection. Run it with `--expose-gc`. There are fewer requests in all than
 * the client sends in a minute, so that it does not wait.
 */

const BATCH = 60;
const BATCHES = 5;

const [baseUrl = ""] = process.argv.slice(2);
const api = new RedisCloudApi({ ...KEYS, baseUrl });

/** Collects young objects, and returns the bytes that old ones take. What survives two collections becomes old. */
function collectYoung(): number {
  for (let times = 0; times < 2; times++) gc?.({ type: "minor" });
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "old_space")?.space_used_size ?? 0;
}

async function send(): Promise<number[]> {
  const left: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = collectYoung();
    for (let request = 0; request < BATCH; request++) await api.get("/subscriptions", z.unknown());
    left.push((collectYoung() - before) / BATCH);
  }
  return left;
}

send().then((left) => process.stdout.write(JSON.stringify(left)));

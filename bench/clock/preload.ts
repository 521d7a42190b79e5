/*
 * Loaded before anything else into Node processes that the benchmark starts, by `--require`. Of the processes that
 * `pulumi` starts only the one of the dynamic providers is changed: the engine and the program keep real time.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { MEMORY_FILE, TIME_SCALE } from "./environment";
import { scaleClock } from "./scaled";

const MEMORY_INTERVAL_MS = 250;

const script = process.argv[1] ?? "";
const isProvider =
  script.includes(path.join("cmd", "dynamic-provider")) || script.startsWith(path.resolve(__dirname, ".."));

if (isProvider) {
  const file = process.env[MEMORY_FILE];
  if (file !== undefined) {
    // The engine ends the process without notice.
    setInterval(() => writeFileSync(file, String(peakMemory())), MEMORY_INTERVAL_MS).unref();
  }
  const timeScale = Number(process.env[TIME_SCALE] ?? 1);
  if (timeScale !== 1) scaleClock(timeScale);
}

/** Peak resident memory of this process, in bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

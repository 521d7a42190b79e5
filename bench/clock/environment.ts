import path from "node:path";

/** How many times as fast time runs in the process; without it, as ever. */
export const TIME_SCALE = "BENCH_TIME_SCALE";
/** A file that the provider's process tells its peak memory in; without it, nobody is told. */
export const MEMORY_FILE = "BENCH_MEMORY_FILE";

/** What `node --require` needs so that the two have an effect. */
export const preload = path.join(__dirname, "preload.js");

/** For commands that start Node processes of their own. */
export function clockEnvironment(timeScale: number, memoryFile?: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
    [TIME_SCALE]: String(timeScale),
    ...(memoryFile === undefined ? {} : { [MEMORY_FILE]: memoryFile }),
  };
}

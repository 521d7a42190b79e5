import path from "node:path";

/** Speed of time in the process; normal speed if unset. */
export const TIME_SCALE = "BENCH_TIME_SCALE";
/** File to which the provider process writes its peak memory; none if unset. */
export const MEMORY_FILE = "BENCH_MEMORY_FILE";

/** The module to preload with `node --require` for the two variables to take effect. */
const preload = path.join(__dirname, "preload.js");

/** Environment for commands that start Node processes. */
export function clockEnvironment(timeScale: number, memoryFile?: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
    [TIME_SCALE]: String(timeScale),
    ...(memoryFile === undefined ? {} : { [MEMORY_FILE]: memoryFile }),
  };
}

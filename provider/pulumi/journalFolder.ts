import { homedir } from "node:os";
import path from "node:path";
import type { ReadConfig } from "./credentials";

/**
 * The folder of the journal: `redis-cloud:journal` of the config, else `REDIS_CLOUD_JOURNAL`, else a folder of
 * Pulumi's own, which stays between runs on one machine.
 */
export function journalFolder(config: ReadConfig, environment: NodeJS.ProcessEnv = process.env): string {
  const given = config("redis-cloud:journal") || environment.REDIS_CLOUD_JOURNAL;
  const pulumiHome = environment.PULUMI_HOME || path.join(homedir(), ".pulumi");
  return path.resolve(given || path.join(pulumiHome, "redis-cloud", "journal"));
}

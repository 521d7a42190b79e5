import { homedir } from "node:os";
import path from "node:path";
import type { ReadConfig } from "./credentials";

/**
 * Path of the journal folder: config value `redis-cloud:journal`, else `REDIS_CLOUD_JOURNAL`, else a folder in
 * Pulumi's home, which persists between runs on one machine.
 */
export function journalFolder(config: ReadConfig, environment: NodeJS.ProcessEnv = process.env): string {
  const given = config("redis-cloud:journal") || environment.REDIS_CLOUD_JOURNAL;
  const pulumiHome = environment.PULUMI_HOME || path.join(homedir(), ".pulumi");
  return path.resolve(given || path.join(pulumiHome, "redis-cloud", "journal"));
}

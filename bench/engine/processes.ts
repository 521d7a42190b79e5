import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Kills the processes of a project: Pulumi's plug-ins have their own process groups and outlive a killed engine. They
 * are identified by the PULUMI_HOME that only this project has; without /proc, none is found.
 */
export function killProcessesOf(home: string): void {
  if (!existsSync("/proc/self/environ")) return;
  const ids = readdirSync("/proc").map(Number);
  for (const id of ids.filter((id) => id > 0 && id !== process.pid && hasHome(id, home))) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // ended meanwhile
    }
  }
}

function hasHome(id: number, home: string): boolean {
  try {
    const environment = readFileSync(path.join("/proc", String(id), "environ"), "utf8");
    return environment.split("\0").includes(`PULUMI_HOME=${home}`);
  } catch {
    return false; // ended meanwhile, or of another user
  }
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The processes of a project, including orphans: Pulumi's plug-ins have their own process groups and outlive a
 * killed engine. They are identified by the PULUMI_HOME that only this project has.
 * Without /proc, the result is empty.
 */
export function processesOf(home: string): number[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && hasHome(pid, home));
}

/** The dynamic provider's processes, which outlive their engine unless they detect its end. */
export function providersOf(home: string): number[] {
  return processesOf(home).filter((pid) => {
    const [executable, script] = commandLine(pid);
    // Its parent is a shell with the provider's name.
    return executable?.endsWith("node") && script?.includes("dynamic-provider");
  });
}

/** Whether a process exists and is not a zombie. */
export const isAlive = (pid: number): boolean => commandLine(pid).length > 0;

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  } catch {
    return []; // ended meanwhile
  }
}

function hasHome(pid: number, home: string): boolean {
  try {
    return readFileSync(path.join("/proc", String(pid), "environ"), "utf8")
      .split("\0")
      .includes(`PULUMI_HOME=${home}`);
  } catch {
    return false; // ended meanwhile, or of another user
  }
}

/** Kills all processes of a project. */
export function killProcessesOf(home: string): void {
  for (const pid of processesOf(home)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // ended meanwhile
    }
  }
}

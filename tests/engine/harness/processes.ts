import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The processes that run for a project, orphans included: Pulumi's plug-ins are in process groups of their
 * own and outlive a killed engine. They are known by the PULUMI_HOME that only this project has.
 * Without /proc, the result is empty.
 */
export function processesOf(home: string): number[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && hasHome(pid, home));
}

/** Those of them that are the dynamic provider's; they outlive their engine unless they notice. */
export function providersOf(home: string): number[] {
  return processesOf(home).filter((pid) => {
    const [executable, script] = commandLine(pid);
    // Its parent is a shell that has the provider's name, too.
    return executable?.endsWith("node") && script?.includes("dynamic-provider");
  });
}

/** Whether a process is there, and more than an entry that nobody has asked for yet. */
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

/** Ends all processes of a project at once. */
export function killProcessesOf(home: string): void {
  for (const pid of processesOf(home)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // ended meanwhile
    }
  }
}

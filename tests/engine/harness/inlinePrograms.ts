import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { lazyModules } from "./engine";

interface Host {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Hosts without a run. Commands at the same time each have one. */
const idle: Host[] = [];
const all = new Set<ChildProcess>();

/** A run of a program in a host. */
export interface InlineRun {
  /** Arguments that make the engine connect to the host. */
  readonly args: readonly string[];
  /** Call it when the command has ended: the host serves others, unless its program is still running. */
  release(): void;
}

/** Prepares a host that runs the program of a folder for the next command. */
export async function runInline(folder: string, env: NodeJS.ProcessEnv): Promise<InlineRun> {
  const host = takeIdle() ?? (await startHost());
  let isRunning = false;
  const watch = (message: { hasEnded?: true }) => {
    if (message.hasEnded) isRunning = false;
  };
  host.child.send({ folder, env });
  await once(host.child, "message");
  isRunning = true;
  host.child.on("message", watch);
  return {
    args: [`--client=127.0.0.1:${host.port}`, "--exec-kind=auto.inline"],
    release: () => {
      host.child.off("message", watch);
      if (isRunning) host.child.kill("SIGKILL");
      else idle.push(host);
    },
  };
}

/** Ends the hosts of a test file. */
export function stopHosts(): void {
  for (const child of all) child.kill("SIGKILL");
}

function takeIdle(): Host | undefined {
  const host = idle.pop();
  // A rejection that nobody handled, after its run, ends a process.
  return host === undefined || host.child.exitCode === null ? host : takeIdle();
}

async function startHost(): Promise<Host> {
  const child = fork(path.join(__dirname, "programHost.cjs"), {
    execArgv: ["--require", lazyModules],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  all.add(child);
  child.once("exit", () => all.delete(child));
  const [{ port }] = await once(child, "message");
  return { child, port };
}

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** The root of this repository; this file is in `dist/bench/engine`. */
const repository = path.resolve(__dirname, "../../..");
const programs = path.join(repository, "dist/bench/programs");

/** The programs, by the name of their file. */
export type ProgramName = "redisCloud" | "trivial";

/** The folder with `pulumi` and its Node plug-ins, fetched where there is none. */
export async function pulumiFolder(): Promise<string> {
  const ensure = path.join(repository, "tools/engine/ensure.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [ensure]);
  return stdout.trim();
}

/** Makes a temporary folder for one project: `program`, `home` (Pulumi's own), `backend` (the stack's state), `tmp`. */
export function createFolder(program: ProgramName): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-bench-")));
  for (const part of ["program", "home", "backend", "tmp"]) mkdirSync(path.join(folder, part));
  const target = path.join(folder, "program");
  // Already compiled: the time to load a compiler must not count.
  const yaml = "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n";
  writeFileSync(path.join(target, "Pulumi.yaml"), yaml);
  writeFileSync(path.join(target, "package.json"), JSON.stringify({ name: "bench", main: "index.js" }));
  cpSync(path.join(programs, `${program}.js`), path.join(target, "index.js"));
  installPackages(path.join(target, "node_modules"));
  return folder;
}

/** Copies the packages that Pulumi serializes by reference, like npm, and links the others. */
function installPackages(modules: string): void {
  mkdirSync(path.join(modules, "@pulumi"), { recursive: true });
  symlinkSync(
    path.join(repository, "node_modules/@pulumi/pulumi"),
    path.join(modules, "@pulumi/pulumi"),
    "dir",
  );

  const own = path.join(modules, "pulumi-redis-cloud");
  cpSync(path.join(repository, "package.json"), path.join(own, "package.json"));
  cpSync(path.join(repository, "dist/package"), path.join(own, "dist/package"), { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(own, "node_modules"), "dir");

  const trivial = path.join(modules, "no-effect");
  cpSync(path.join(programs, "trivialProvider.js"), path.join(trivial, "index.js"));
  writeFileSync(path.join(trivial, "package.json"), JSON.stringify({ name: "no-effect" }));
}

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repository } from "./engine";

const programs = path.join(repository, "tests/engine/programs");
/** What other uses of an example may have left in its folder: none of a project's own files. */
const leftOver = /^(node_modules|Pulumi\..+\.yaml)$/;

/** Makes a temporary folder for one project: `program`, `home` (Pulumi's own), `backend` (the stack's state), `tmp`. */
export function createFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `pulumi-redis-cloud-${name}-`)));
  for (const part of ["program", "home", "backend", "tmp"]) mkdirSync(path.join(folder, part));
  return folder;
}

/**
 * Copies a program over what is in the project, as an edit would.
 *
 * @param program a folder in `tests/engine/programs`, or a path from the repository's root: `examples/quickstart`.
 */
export function copyProgram(program: string, target: string): void {
  const source = path.resolve(program.includes("/") ? repository : programs, program);
  cpSync(source, target, { recursive: true, filter: (file) => !leftOver.test(path.basename(file)) });
}

/** Adds what every Pulumi project has, where the fixture does not bring its own. */
export function completeProject(name: string, target: string): void {
  const yaml = path.join(target, "Pulumi.yaml");
  const manifest = path.join(target, "package.json");
  if (!existsSync(yaml)) writeFileSync(yaml, `name: ${name}\nruntime: nodejs\n`);
  if (!existsSync(manifest))
    writeFileSync(manifest, JSON.stringify({ name, private: true, main: "index.ts" }));
}

/**
 * Installs the built package as npm would: a real copy, since Pulumi captures what it reaches through a
 * symbolic link by value. What the package depends on may be linked.
 */
export function installPackage(target: string): void {
  const modules = path.join(target, "node_modules");
  const copy = path.join(modules, "pulumi-redis-cloud");
  mkdirSync(path.join(modules, "@pulumi"), { recursive: true });
  for (const name of ["@pulumi/pulumi", "typescript", "@types"]) {
    symlinkSync(path.join(repository, "node_modules", name), path.join(modules, name), "dir");
  }
  mkdirSync(copy);
  cpSync(path.join(repository, "package.json"), path.join(copy, "package.json"));
  if (existsSync(path.join(repository, "dist"))) {
    cpSync(path.join(repository, "dist"), path.join(copy, "dist"), { recursive: true });
  }
  symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"), "dir");
}

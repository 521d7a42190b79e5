import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transformSync } from "esbuild";
import { repository } from "./engine";

const programs = path.join(repository, "tests/engine/programs");
/** Files that other uses of an example may have left in its folder; they are not part of the project. */
const leftOver = /^(node_modules|Pulumi\..+\.yaml)$/;

/** Makes a temporary folder for one project: `program`, `home` (Pulumi's own), `backend` (the stack's state), `tmp`. */
export function createFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `pulumi-redis-cloud-${name}-`)));
  for (const part of ["program", "home", "backend", "tmp"]) mkdirSync(path.join(folder, part));
  return folder;
}

/**
 * Copies a program into the project, like an edit.
 *
 * @param program a folder in `tests/engine/programs`, or a path from the repository's root: `examples/quickstart`.
 */
export function copyProgram(program: string, target: string): void {
  const source = path.resolve(program.includes("/") ? repository : programs, program);
  cpSync(source, target, { recursive: true, filter: (file) => !leftOver.test(path.basename(file)) });
}

/** Node runs JavaScript: loading a compiler in every run would take longer than most runs. */
const RUNTIME = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";

/** Adds the files of every Pulumi project, unless the fixture has them. */
export function completeProject(name: string, target: string): void {
  const yaml = path.join(target, "Pulumi.yaml");
  const manifest = path.join(target, "package.json");
  if (!existsSync(yaml)) writeFileSync(yaml, `name: ${name}\n${RUNTIME}`);
  if (!existsSync(manifest))
    writeFileSync(
      manifest,
      JSON.stringify({ name, private: true, main: isCompiled(target) ? "index.js" : "index.ts" }),
    );
}

/** Makes a project of an example, which Pulumi compiles, one that runs JavaScript. */
export function runAsJavaScript(target: string): void {
  const replace = (file: string, old: string, replacement: string) => {
    const text = readFileSync(path.join(target, file), "utf8");
    if (!text.includes(old)) throw new Error(`${file} has no ${old}`);
    writeFileSync(path.join(target, file), text.replace(old, replacement));
  };
  replace("Pulumi.yaml", "runtime: nodejs\n", RUNTIME);
  replace("package.json", '"main": "index.ts"', '"main": "index.js"');
}

/** Whether the project runs JavaScript, so that {@link compileProgram} is needed. */
export const isCompiled = (folder: string): boolean => {
  const yaml = path.join(folder, "Pulumi.yaml");
  return existsSync(yaml) && readFileSync(yaml, "utf8").includes("typescript: false");
};

/** Compiles the current program, since tests edit it. `tsc` checks the types of all programs once. */
export function compileProgram(folder: string): void {
  if (!isCompiled(folder)) return;
  for (const source of sourcesIn(folder)) {
    const { code } = transformSync(readFileSync(source, "utf8"), {
      loader: "ts",
      format: "cjs",
      target: "node20",
    });
    writeFileSync(source.replace(/\.ts$/, ".js"), code);
  }
}

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sourcesIn(file);
    return entry.name.endsWith(".ts") ? [file] : [];
  });

/**
 * Installs the built package like npm: as a copy, since Pulumi captures code behind a symbolic link by value. Without its
 * declarations, which nothing here reads. Dependencies of the package may be links.
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
  cpSync(path.join(repository, "dist/package"), path.join(copy, "dist/package"), { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"), "dir");
}

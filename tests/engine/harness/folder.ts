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

/** Node runs JavaScript: to load a compiler in every run would take longer than most of the runs. */
const RUNTIME = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";

/** Adds what every Pulumi project has, where the fixture does not bring its own. */
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

/** Whether the project runs JavaScript, and {@link compileProgram} has something to do. */
const isCompiled = (folder: string): boolean =>
  readFileSync(path.join(folder, "Pulumi.yaml"), "utf8").includes("typescript: false");

/** Compiles the program as it is now, since tests edit it. `tsc` checks the types of all programs once. */
export function compileProgram(folder: string): void {
  if (!existsSync(path.join(folder, "Pulumi.yaml")) || !isCompiled(folder)) return;
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

/**
 * Bundles the simulator's console for the browser, into the built package.
 */
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { repository } from "./paths.mjs";

/** What a stranger's browser loads at most, in bytes. */
const LARGEST_BUNDLE = 100_000;

const source = path.join(repository, "simulator", "console", "page");
const target = path.join(repository, "dist", "package", "console");
const bundle = path.join(target, "page.js");

mkdirSync(target, { recursive: true });
await build({
  entryPoints: [path.join(source, "main.tsx")],
  outfile: bundle,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  tsconfigRaw: {},
  logLevel: "warning",
});
await build({
  entryPoints: [path.join(source, "page.css")],
  outfile: path.join(target, "page.css"),
  bundle: true,
  minify: true,
  logLevel: "warning",
});
copyFileSync(path.join(source, "index.html"), path.join(target, "index.html"));

const { size } = statSync(bundle);
if (size > LARGEST_BUNDLE)
  throw new Error(`The console's bundle has ${size} bytes, more than ${LARGEST_BUNDLE}.`);

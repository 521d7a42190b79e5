/**
 * The last step of `npm run build`: makes `dist/package`, the JavaScript that the package consists of. It is one file
 * and an entry point for each use, since several hundred small files take longer to find and read than to execute,
 * and each run loads them twice: in the program and in the provider's process.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { repository } from "./paths.mjs";

/** The entry points of the package, by their files in `dist/package`, and the modules that they run. */
const ENTRY_POINTS = {
  index: "./provider/index",
  host: "./provider/host",
  simulator: "./simulator/index",
  cli: "./cli/index",
};

/** The modules behind the names that programs import: each is run when a program uses one of its names. */
const lazyModules = [
  ...readFileSync(path.join(repository, "provider/index.ts"), "utf8").matchAll(
    /^export (?:\*|\{[^}]*\}) from "\.(.+)";$/gm,
  ),
].map(([, module]) => `./provider${module}`);

const folder = path.join(repository, "dist", "package");
const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(repository, "package.json"), "utf8"),
);

/** Zod's problems are told in our words: its own, in fifty languages, take half of its time to load. */
const english = {
  name: "english",
  setup: (/** @type {import("esbuild").PluginBuild} */ bundler) =>
    bundler.onResolve({ filter: /locales\/index/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, "../locales/en.js"),
    })),
};

await build({
  stdin: {
    contents: [...Object.entries(ENTRY_POINTS), ...lazyModules.map((module) => [module, module])]
      .map(([name, module]) => `exports["${name}"] = () => require("${module}");`)
      .join("\n"),
    resolveDir: repository,
  },
  outfile: path.join(folder, "all.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  tsconfig: path.join(repository, "tsconfig.json"),
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== "zod"),
  plugins: [english],
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "warning",
});

mkdirSync(folder, { recursive: true });
const all = createRequire(import.meta.url)(path.join(folder, "all.js"));
/** @param {string} name an entry point, or a lazy module */
const exportsOf = (name) => Object.keys(all[name]());
/** Node.js finds the names for programs that are ES modules in the text. */
const named = (/** @type {string[]} */ names) => `0 && (module.exports = { ${names.join(", ")} });\n`;

const names = exportsOf("index");
const modules = lazyModules.map((module) => [
  module,
  exportsOf(module).filter((name) => names.includes(name)),
]);
if (
  modules
    .flatMap(([, own]) => own)
    .sort()
    .join() !== [...names].sort().join()
)
  throw new Error("provider/index.ts exports more than `export … from` lines of modules");
writeFileSync(
  path.join(folder, "index.js"),
  `const all = require("./all");
Object.defineProperty(exports, "__esModule", { value: true });
for (const [module, names] of ${JSON.stringify(modules)})
  for (const name of names)
    Object.defineProperty(exports, name, { enumerable: true, get: () => all[module]()[name] });
${named(names)}`,
);
writeFileSync(
  path.join(folder, "simulator.js"),
  `module.exports = require("./all").simulator();\n${named(exportsOf("simulator"))}`,
);
writeFileSync(path.join(folder, "host.js"), 'module.exports = require("./all").host();\n');
writeFileSync(path.join(folder, "cli.js"), '#!/usr/bin/env node\nrequire("./all").cli();\n');

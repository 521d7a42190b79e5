/**
 * The last step of `npm run build`: makes `dist/package`, the JavaScript that the package consists of. It is a file for the
 * provider, one for the simulator and the command line, and an entry point for each use, since several hundred small files
 * take longer to find and read than to execute, and each run loads them twice: in the program and in the provider's process.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { repository } from "./paths.mjs";

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

const require = createRequire(import.meta.url);

/** Zod once, as ES modules. Its problems are told in our words: its own, in fifty languages, take half of its time to load. */
const oneZod = {
  name: "one Zod",
  setup: (/** @type {import("esbuild").PluginBuild} */ bundler) => {
    const zod = path.dirname(require.resolve("zod/package.json"));
    bundler.onResolve({ filter: /^zod$/ }, () => ({ path: path.join(zod, "index.js") }));
    bundler.onResolve({ filter: /locales\/index/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, "../locales/en.js"),
    }));
  },
};

/** The provider's modules that the simulator and the command line use. */
const shared = new Set();

/** Takes the provider's modules, and Zod, from the provider's file. */
const fromProvider = {
  name: "from provider",
  setup: (/** @type {import("esbuild").PluginBuild} */ bundler) => {
    bundler.onResolve({ filter: /^\.|^zod$/ }, ({ path: request, resolveDir, namespace }) => {
      if (namespace === "provider") return { path: request, external: true };
      const module =
        request === "zod" ? request : `./${path.relative(repository, path.resolve(resolveDir, request))}`;
      if (module !== "zod" && !module.startsWith("./provider/")) return undefined;
      shared.add(module);
      return { path: module, namespace: "provider" };
    });
    bundler.onLoad({ filter: /./, namespace: "provider" }, ({ path: module }) => ({
      contents: `module.exports = require("./provider.js")["${module}"]();`,
    }));
  },
};

/**
 * Makes a file that exports a function for each module, which runs it.
 *
 * @param {string} name
 * @param {Iterable<string>} modules
 * @param {import("esbuild").Plugin} plugin
 * @returns {Promise<Record<string, () => object>>}
 */
async function bundle(name, modules, plugin) {
  const outfile = path.join(folder, name);
  await build({
    stdin: {
      contents: Array.from(modules, (module) => `exports["${module}"] = () => require("${module}");`).join(
        "\n",
      ),
      resolveDir: repository,
    },
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    tsconfig: path.join(repository, "tsconfig.json"),
    external: Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== "zod"),
    plugins: [plugin],
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
  return require(outfile);
}

const tools = await bundle("tools.js", ["./simulator/index", "./cli/index"], fromProvider);
const provider = await bundle(
  "provider.js",
  new Set(["./provider/index", "./provider/host", ...lazyModules, ...shared]),
  oneZod,
);

/** Node.js finds the names for programs that are ES modules in the text. */
const named = (/** @type {string[]} */ names) => `0 && (module.exports = { ${names.join(", ")} });\n`;
const namesOf = (/** @type {(() => object) | undefined} */ module) => Object.keys(module?.() ?? {});

const names = namesOf(provider["./provider/index"]);
const modules = lazyModules.map((module) => [
  module,
  namesOf(provider[module]).filter((name) => names.includes(name)),
]);
if (
  modules
    .flatMap(([, own]) => own)
    .sort()
    .join() !== names.toSorted().join()
)
  throw new Error("provider/index.ts exports more than `export … from` lines of modules");
writeFileSync(
  path.join(folder, "index.js"),
  `const provider = require("./provider");
Object.defineProperty(exports, "__esModule", { value: true });
for (const [module, names] of ${JSON.stringify(modules)}) {
  let loaded;
  const load = () => (loaded ??= provider[module]());
  for (const name of names) Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
}
${named(names)}`,
);
writeFileSync(path.join(folder, "host.js"), 'module.exports = require("./provider")["./provider/host"]();\n');
writeFileSync(
  path.join(folder, "simulator.js"),
  `module.exports = require("./tools")["./simulator/index"]();\n${named(namesOf(tools["./simulator/index"]))}`,
);
writeFileSync(path.join(folder, "cli.js"), '#!/usr/bin/env node\nrequire("./tools")["./cli/index"]();\n');

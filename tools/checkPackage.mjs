/**
 * The part of `npm run check` that concerns what people install: packs what is built, and looks at the tarball with
 * publint (is it laid out as npm and bundlers expect?) and attw (are its types found however they are looked for?).
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { repository } from "./paths.mjs";
import { runGroup } from "./process.mjs";

const require = createRequire(import.meta.url);
const programs = [
  [path.join(path.dirname(require.resolve("publint")), "cli.js"), "--strict"],
  [
    path.join(path.dirname(require.resolve("@arethetypeswrong/cli/package.json")), "dist/index.js"),
    "--quiet",
  ],
];

const folder = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-packed-"));
try {
  const tarball = await pack();
  const results = await Promise.all(
    programs.map(([script, ...options]) => run(process.execPath, [script, tarball, ...options])),
  );
  for (const { exitCode, output } of results) if (exitCode !== 0) console.error(output);
  process.exitCode = results.every(({ exitCode }) => exitCode === 0) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {Promise<string>} the tarball */
async function pack() {
  if (!existsSync(path.join(repository, "dist", "package", "index.js")))
    throw new Error("Build the package first: npm run build");
  // The package's own scripts would build it.
  const { exitCode, output } = await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder]);
  const [tarball] = readdirSync(folder);
  if (exitCode !== 0 || tarball === undefined) throw new Error(`\`npm pack\` failed:\n${output}`);
  return path.join(folder, tarball);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return runGroup(command, args, { cwd: repository });
}

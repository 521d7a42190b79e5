/**
 * Removes the declarations that no entry of the package reaches from what is built: they would be half of what people
 * download.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { repository } from "./paths.mjs";

const dist = path.join(repository, "dist");
const { exports } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));

/** @type {Set<string>} */
const reached = new Set();
const entries = Object.values(exports).flatMap(({ types }) => types ?? []);
for (const entry of entries) reach(path.join(repository, entry));

/** @param {string} file */
function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, specifier] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)"/g)) {
    const target = path.join(path.dirname(file), specifier);
    reach(existsSync(`${target}.d.ts`) ? `${target}.d.ts` : path.join(target, "index.d.ts"));
  }
}

for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const file = path.join(dist, name);
  if (name.endsWith(".d.ts") && !reached.has(file)) rmSync(file);
}

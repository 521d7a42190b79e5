/**
 * `node tools/releaseNotes.mjs v1.2.3`: what CHANGELOG.md says about a version, for its release. Fails if the tag,
 * package.json and CHANGELOG.md do not agree.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "./paths.mjs";

/** @param {string} file */
const read = (file) => readFileSync(path.join(repository, file), "utf8");

/**
 * @param {string} tag
 * @param {{ version: string, changelog: string }} released
 * @returns {string}
 */
function releaseNotes(tag, { version, changelog }) {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json has version ${version}.`);
  const section = changelog.split(/^## /m).find((part) => part.split(/\s/)[0] === version);
  const notes = section?.slice(section.indexOf("\n")).trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing below a heading "## ${version}".`);
  return notes;
}

try {
  const { version } = JSON.parse(read("package.json"));
  console.log(releaseNotes(process.argv[2] ?? "", { version, changelog: read("CHANGELOG.md") }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

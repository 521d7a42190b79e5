import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(__dirname, "../..");
const read = (file: string) => readFileSync(path.join(repository, file), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** A repository with this version and changelog, as the release notes see it. */
function notesOf(tag: string, version: string, changelog: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "release-"));
  mkdirSync(path.join(folder, "tools"));
  for (const tool of ["releaseNotes.mjs", "paths.mjs"])
    cpSync(path.join(repository, "tools", tool), path.join(folder, "tools", tool));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(path.join(folder, "CHANGELOG.md"), changelog);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(folder, "tools/releaseNotes.mjs"), tag],
    {
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  return { notes: stdout.trim(), problem: stderr.trim(), status };
}

const CHANGELOG =
  "# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-05-01\n\n- New: one.\n- New: two.\n\n## 1.2.2\n\n- Old.\n";

test("the notes of a release are what the changelog says about its version", () => {
  expect(notesOf("v1.2.3", "1.2.3", CHANGELOG)).toEqual({
    notes: "- New: one.\n- New: two.",
    problem: "",
    status: 0,
  });
});

test.each([
  ["v1.2.4", "1.2.3", "The tag is v1.2.4, but package.json has version 1.2.3."],
  ["v1.3.0", "1.3.0", 'CHANGELOG.md says nothing below a heading "## 1.3.0".'],
])("nothing is released as %s with version %s and no such section", (tag, version, problem) => {
  expect(notesOf(tag, version, CHANGELOG)).toEqual({ notes: "", problem, status: 1 });
});

const workflows = readdirSync(path.join(repository, ".github/workflows")).map(
  (file) => `.github/workflows/${file}`,
);

test.each([...workflows, ".devcontainer/devcontainer.json", "CONTRIBUTING.md"])(
  "%s runs nothing that the repository does not have",
  (file) => {
    const text = read(file);
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    const run = [...text.matchAll(/(?:bash|node) ((?:\.ci|tools)\/[\w./-]+)/g)].map(([, path = ""]) => path);
    expect(run.filter((script) => !existsSync(path.join(repository, script)))).toEqual([]);
    expect(named.length + run.length).toBeGreaterThan(0);
  },
);

test("CI runs on the oldest Node.js that the package supports, and on later ones", () => {
  const { engines } = JSON.parse(read("package.json"));
  const [oldest] = /\d+/.exec(engines.node) ?? [];
  expect(read(".github/workflows/ci.yml")).toContain(`node: [${oldest}, `);
});

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Operation } from "../../provider/lifecycle/operation";
import { recorder } from "../../provider/pulumi/record";
import { databaseTarget } from "../targets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "record-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const create = (): Operation => ({ action: "create", target: databaseTarget(7) });

test("each phase of an operation is a line with the operation's details", () => {
  const file = path.join(folder, "run.jsonl");
  const observe = recorder(file, { name: "cache" });
  const operation = create();
  observe(operation, "waiting");
  observe(operation, "submitted", { taskId: "a-task" });
  observe(operation, "processed", { taskId: "a-task", id: 12 });
  const about = { action: "create", kind: "database", subscriptionId: 7, name: "cache" };
  expect(lines(file)).toEqual([
    expect.objectContaining({ ...about, phase: "waiting" }),
    expect.objectContaining({ ...about, phase: "submitted", taskId: "a-task" }),
    expect.objectContaining({ ...about, phase: "processed", taskId: "a-task", id: 12 }),
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("operations are distinguished, also those of the same resource", () => {
  const file = path.join(folder, "run.jsonl");
  const observe = recorder(file, { name: "cache" });
  observe(create(), "waiting");
  observe(create(), "waiting");
  const [first, second] = lines(file);
  expect(first?.operation).not.toBe(second?.operation);
});

test("a phase is written once, and again when the limit changes", () => {
  const file = path.join(folder, "run.jsonl");
  const observe = recorder(file, { name: "cache", account: "staging" });
  const operation = create();
  for (const detail of [undefined, undefined, "subscription 7 to be active", "subscription 7 to be active"])
    observe(operation, "waiting", { detail });
  expect(lines(file).map(({ detail, account }) => [detail, account])).toEqual([
    [undefined, "staging"],
    ["subscription 7 to be active", "staging"],
  ]);
});

test("a file that cannot be written is reported once, and stops nothing", () => {
  const told = jest.spyOn(console, "error").mockImplementation(() => {});
  const observe = recorder(path.join(folder, "missing", "run.jsonl"), { name: "cache" });
  observe(create(), "waiting");
  observe(create(), "waiting");
  expect(told.mock.calls).toEqual([[expect.stringMatching(/record of the run cannot be written: ENOENT/)]]);
  told.mockRestore();
});

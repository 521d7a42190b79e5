import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { timelineCommand } from "../../cli/timeline";
import { endServers, KEYS, serving } from "./server";
import { line } from "./timeline";

endServers();

const folder = mkdtempSync(path.join(tmpdir(), "timeline-"));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = { ...process.env };
let printed: jest.SpyInstance;
let warned: jest.SpyInstance;
beforeEach(() => {
  printed = jest.spyOn(console, "log").mockImplementation(() => {});
  warned = jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
});

const run = (...args: string[]) => timelineCommand().parseAsync(args, { from: "user" });

function file(name: string, content?: string): string {
  const where = path.join(folder, name);
  if (content !== undefined) writeFileSync(where, content);
  return where;
}

const RECORD = [
  line({ at: 0, phase: "waiting" }),
  line({ at: 1000, phase: "submitted", taskId: "t" }),
  line({ at: 6000, phase: "processed", taskId: "t", id: 12 }),
  line({ at: 90_000, phase: "ready" }),
].join("\n");

test("draws what a provider recorded, as an SVG or as a page", async () => {
  const record = file("run.jsonl", RECORD);
  for (const name of ["run.svg", "run.html"]) {
    await run(record, "--out", file(name));
    expect(readFileSync(file(name), "utf8")).toContain("database cache");
    expect(printed).toHaveBeenLastCalledWith(
      expect.stringContaining("1 operation in 1 min 30 s\nCritical path: "),
    );
  }
});

test("warns of lines that cannot be read", async () => {
  await run(file("broken.jsonl", `half a line\n${RECORD}`), "--out", file("broken.svg"));
  expect(warned).toHaveBeenCalledWith(expect.stringContaining("1 of its lines cannot be read"));
});

test("reports invalid input", async () => {
  const failure = async (...args: string[]) =>
    ((await run(...args).catch((error) => error)) as Error).message;
  expect(await failure()).toMatch("specify a record, or --tasks");
  expect(await failure(file("missing"))).toBe(`there is no file ${file("missing")}`);
  expect(await failure(folder)).toMatch("cannot be read: EISDIR");
  expect(await failure(file("empty", " \n"))).toMatch("is empty: nothing was recorded");
  expect(await failure(file("other", '{"some": "JSON"}'))).toMatch("is neither a simulator's record");
  expect(await failure(file("run.jsonl", RECORD), "--out", "picture.png")).toMatch(
    "must end in .svg or .html",
  );
  const old = file("old", '{"format": "redis-cloud-simulator-record", "version": 2}');
  expect(await failure(old)).toMatch("is not a simulator's record of this version (version: ");
  const format = { format: "redis-cloud-simulator-record", version: 1, timeScale: 1 };
  const idle = file("idle", JSON.stringify({ ...format, start: { real: 0, simulated: 0 }, changes: [] }));
  expect(await failure(idle)).toBe("the record contains no operations");
  expect(await failure(idle, idle)).toMatch("specify the record of one simulator only");
});

test("asks a real account for its tasks", async () => {
  const timestamp = "2026-01-01T00:00:00.000Z";
  const task = {
    taskId: "t",
    commandType: "subscriptionCreateRequest",
    status: "processing-completed",
    timestamp,
    response: { resourceId: 7 },
  };
  const subscriptions = [{ id: 7, name: "main", status: "active", deploymentType: "active-active" }];
  const { url, seen } = await serving(() => ({ body: { tasks: [task], subscriptions } }));
  Object.assign(process.env, {
    REDIS_CLOUD_API_KEY: KEYS.apiKey,
    REDIS_CLOUD_API_SECRET_KEY: KEYS.apiSecretKey,
    REDIS_CLOUD_BASE_URL: url,
  });
  await run("--tasks", "--out", file("tasks.svg"));
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /v1/tasks",
    "GET /v1/subscriptions",
  ]);
  expect(readFileSync(file("tasks.svg"), "utf8")).toContain("create Active-Active subscription");
});

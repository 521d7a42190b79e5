import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../simulator/resources";

const SIMULATOR = join(__dirname, "../../simulator");

/** Files outside the core: kinds, the Redis servers behind databases, and the package's exports. */
const BEYOND_CORE = /^(?:resources\/|redis\/|index\.ts$)/;

const files = readdirSync(SIMULATOR, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => [file, readFileSync(join(SIMULATOR, file), "utf8")] as const);
const core = files.filter(([file]) => !BEYOND_CORE.test(file));

test("the core imports no kind of resource", () => {
  const importing = core.filter(([, text]) => /from "(?:\.\.?\/)+resources\/\w+\//.test(text));
  expect(importing.map(([file]) => file)).toEqual([]);
});

test("the core names no kind of resource but those of the rules about databases and subscriptions", () => {
  const names = KINDS.map(({ name }) => name).filter((name) => !["subscription", "database"].includes(name));
  expect(names.length).toBeGreaterThan(0);
  const naming = core.filter(([, text]) => names.some((name) => new RegExp(`\\b${name}\\b`).test(text)));
  expect(naming.map(([file]) => file)).toEqual([]);
});

test("no file is longer than 250 lines", () => {
  const long = files.filter(([, text]) => text.split("\n").length > 250);
  expect(long.map(([file]) => file)).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { typeErrors } from "./examples";
import { anchors, codeBlocks, localLinks, type Page, pages, REPOSITORY } from "./pages";

test("every TypeScript example of the documentation passes the type checker", () => {
  expect(typeErrors(pages)).toEqual([]);
});

test("an example that does not fit the package's types is an error", () => {
  const page: Page = {
    file: "wrong.md",
    text: '```ts\nnew rediscloud.Database("a", { subscriptionId: subscription.id, datasetSizeInGb: "1 GB" });\n```\n',
  };
  expect(codeBlocks(page, "ts")).toHaveLength(1);
  expect(typeErrors([page])).toEqual([expect.stringContaining("'string' is not assignable")]);
});

test.each(pages.map((page) => [page.file, page] as const))("the links of %s lead somewhere", (_, page) => {
  const broken = localLinks(page).filter((link) => !isThere(page, link));
  expect(broken).toEqual([]);
});

function isThere(page: Page, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const file = path.posix.normalize(path.posix.join(path.posix.dirname(page.file), target));
  const linked = target === "" ? page : pages.find((other) => other.file === file);
  if (anchor !== undefined) return linked !== undefined && anchors(linked).includes(anchor);
  return existsSync(path.join(REPOSITORY, file));
}

const PICTURES = path.join(REPOSITORY, "docs", "pictures");

test.each(readdirSync(PICTURES))("the picture %s is small, shown on a page, and names no folder", (name) => {
  const content = readFileSync(path.join(PICTURES, name));
  expect(content.length).toBeLessThan(150_000);
  expect(
    pages.filter((page) => localLinks(page).some((link) => link.endsWith(`pictures/${name}`))),
  ).not.toEqual([]);
  expect(content.toString("latin1")).not.toMatch(/\/(home|tmp|root|Users)\//);
});

test("the README is an invitation: at most 150 lines", () => {
  const readme = pages.find(({ file }) => file === "README.md");
  expect(readme?.text.split("\n").length).toBeLessThanOrEqual(150);
});

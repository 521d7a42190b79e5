import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_SOURCES, RESOURCES, terraformPage } from "../../../tools/documentation/terraform";

test("each of the 27 resources and 29 data sources of the Terraform provider 2.11 is in the table", () => {
  expect(Object.keys(RESOURCES)).toHaveLength(27);
  expect(Object.keys(DATA_SOURCES)).toHaveLength(29);
});

test("docs/terraform.md is up to date", () => {
  const page = path.resolve(__dirname, "../../../docs/terraform.md");
  expect(readFileSync(page, "utf8")).toBe(terraformPage());
});

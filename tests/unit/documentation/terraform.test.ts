import { DATA_SOURCES, RESOURCES } from "../../../tools/documentation/terraform";

test("each of the 27 resources and 29 data sources of the Terraform provider 2.11 is in the table", () => {
  expect(Object.keys(RESOURCES)).toHaveLength(27);
  expect(Object.keys(DATA_SOURCES)).toHaveLength(29);
});

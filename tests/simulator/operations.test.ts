import { OPERATIONS } from "../../simulator/http/operations";
import { simulate, useVirtualTime } from "./client";

useVirtualTime();

test.each([
  ["GET /data-integration-workspaces", "/data-integration-workspaces"],
  [
    "GET /subscriptions/{subscriptionId}/data-integration-workspace",
    "/subscriptions/12/data-integration-workspace",
  ],
])(
  "answers 501 and the operation's name to %s, which the simulator does not serve",
  async (operation, path) => {
    const { api } = await simulate();
    const { status, body } = await api.get(path);
    expect(status).toBe(501);
    expect(body.message).toContain(`${operation},`);
  },
);

test.each(["/nothing", "/subscriptions/12/nothing", "/subscription"])(
  "answers 404 to %s, which the API does not have either",
  async (path) => {
    const { api } = await simulate();
    expect((await api.get(path)).status).toBe(404);
  },
);

test("knows the 99 paths and 169 operations of the API", () => {
  expect(Object.keys(OPERATIONS)).toHaveLength(99);
  expect(Object.values(OPERATIONS).flat()).toHaveLength(169);
});

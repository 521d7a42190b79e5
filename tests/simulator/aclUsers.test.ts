import { readFileSync } from "node:fs";
import { join } from "node:path";
import { activePlace, PASSWORD, roleRequest, roles, SETTLED, settled, statesOf, users } from "./acl";
import {
  type Client,
  errorOf,
  pass,
  processed,
  simulate,
  stateOf,
  temporaryDirectory,
  useVirtualTime,
} from "./client";

useVirtualTime();

const LIST = "/acl/users";

const directory = temporaryDirectory();

/** Creates two roles for one database. */
async function withRoles(api: Client): Promise<void> {
  const place = await activePlace(api);
  await settled(api, "/acl/roles", roleRequest(place));
  await settled(api, "/acl/roles", roleRequest(place, "Full-Access", "writer"));
}

test("single and list answers of a user contain its role, and no password", async () => {
  const { api } = await simulate();
  await withRoles(api);
  const created = await processed(
    api,
    await api.post(LIST, { name: "ann", role: "reader", password: PASSWORD }),
  );
  const id = created.response.resourceId;
  expect(created.commandType).toBe("aclUserCreateRequest");
  const path = `${LIST}/${id}`;
  const { body } = await api.get(path);
  expect(body).toEqual({ id, name: "ann", role: "reader", status: "pending", links: [expect.any(Object)] });
  expect((await api.get(LIST)).body).toMatchObject({
    accountId: 1001,
    users: [{ id, name: "ann", links: [] }],
  });
  const states = [];
  for (const seconds of [20, 4, 6]) {
    await pass(seconds);
    states.push(await stateOf(api, path));
  }
  expect(states).toEqual(["active", "pending", "active"]);
});

test("creating a user turns its role pending for a while; changing its role turns both roles pending", async () => {
  const { api } = await simulate();
  await withRoles(api);
  const answer = await api.post(LIST, { name: "ann", role: "reader", password: PASSWORD });
  const { response } = await processed(api, answer);
  expect(statesOf(await roles(api))).toEqual({ reader: "pending", writer: "active" });
  await pass(SETTLED);
  await processed(api, await api.put(`${LIST}/${response.resourceId}`, { role: "writer" }));
  expect(statesOf(await roles(api))).toEqual({ reader: "pending", writer: "pending" });
  expect(await users(api)).toMatchObject([{ role: "writer", status: "pending" }]);
  await pass(6);
  expect(statesOf(await roles(api))).toEqual({ reader: "active", writer: "active" });
  await pass(SETTLED);
  await processed(api, await api.put(`${LIST}/${response.resourceId}`, { password: "Close-sesame-2" }));
  expect(statesOf(await roles(api))).toEqual({ reader: "active", writer: "active" });
});

test("a user is deleting, then gone", async () => {
  const { api } = await simulate();
  await withRoles(api);
  const path = await settled(api, LIST, { name: "ann", role: "reader", password: PASSWORD });
  await processed(api, await api.delete(path));
  expect(await stateOf(api, path)).toBe("deleting");
  await pass(10);
  const { status, body } = await api.get(path);
  expect([status, body.message]).toEqual([404, `ACL user ${path.split("/").at(-1)} not found`]);
  expect(await users(api)).toEqual([]);
});

test("refuses names, roles and passwords that do not fit", async () => {
  const { api } = await simulate();
  await withRoles(api);
  const user = { name: "ann", role: "reader", password: PASSWORD };
  const path = await settled(api, LIST, user);
  const refused: [string, object][] = [
    ["ACL_USER_NAME_ALREADY_EXISTS", user],
    ["ACL_USER_NAME_NOT_VALID", { ...user, name: "ann lee" }],
    ["ACL_USER_NAME_NOT_VALID", { ...user, name: "default" }],
    ["ACL_ROLE_DOES_NOT_EXISTS", { ...user, name: "bob", role: "nobody" }],
    ...[
      "Sh0rt!",
      "no-upper-case-1",
      "NO-LOWER-CASE-1",
      "No-digit-at-all",
      "N0specialCharacter",
      `Aa1-${"x".repeat(125)}`,
    ].map((password): [string, object] => [
      "ACL_USER_PASSWORD_NOT_VALID",
      { ...user, name: "bob", password },
    ]),
  ];
  for (const [code, request] of refused) {
    expect((await errorOf(api, await api.post(LIST, request)))?.type).toBe(code);
  }
  expect(await errorOf(api, await api.put(path, { password: "weak" }))).toEqual({
    type: "ACL_USER_PASSWORD_NOT_VALID",
    status: "400 BAD_REQUEST",
    description: "ACL user password is not valid.",
  });
  expect((await errorOf(api, await api.put(`${LIST}/4711`, { role: "reader" }))).type).toBe(
    "ACL_USER_NOT_FOUND",
  );
  expect((await errorOf(api, await api.delete(`${LIST}/4711`))).type).toBe("ACL_USER_NOT_FOUND");
  expect((await api.put(path, { name: "eve" })).status).toBe(400);
});

test("a password is in no answer, in no record and not in the state file, whether its task is processed, queued or failed", async () => {
  const stateFile = join(directory, "state.json");
  const { api, simulator } = await simulate({ stateFile });
  await withRoles(api);
  const path = await settled(api, LIST, { name: "ann", role: "reader", password: PASSWORD });
  await processed(api, await api.put(path, { password: "Close-sesame-2" }));
  simulator.faults.add({ fault: "processing-error", error: "GENERAL_ERROR", times: 1 });
  await processed(api, await api.put(path, { password: "Open-sesame-3" }));
  await api.put(path, { password: "Close-sesame-4" });
  const answers = await Promise.all(["/tasks", "/acl/users", "/acl/roles", path].map((one) => api.get(one)));
  await simulator.close();
  const places = {
    answers: answers.map(({ body }) => body),
    record: simulator.record,
    state: readFileSync(stateFile, "utf8"),
  };
  expect(JSON.stringify(places)).not.toMatch(/(?:open|close)-sesame/i);
});

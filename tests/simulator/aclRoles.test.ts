import { join } from "node:path";
import { activePlace, PASSWORD, roleRequest, roles, rules, SETTLED, settled, statesOf, users } from "./acl";
import { errorOf, pass, processed, simulate, temporaryDirectory, useVirtualTime } from "./client";

useVirtualTime();

const LIST = "/acl/roles";

const directory = temporaryDirectory();

test("a role lists its rules, databases and users with IDs and names", async () => {
  const { api } = await simulate();
  const place = await activePlace(api);
  expect((await api.get(LIST)).body).toMatchObject({ accountId: 1001, roles: [], links: [{ rel: "self" }] });
  const created = await processed(api, await api.post(LIST, roleRequest(place)));
  expect(created.commandType).toBe("aclRoleCreateRequest");
  const id = created.response.resourceId;
  expect(await roles(api)).toEqual([
    {
      id,
      name: "reader",
      redisRules: [{ ruleId: 9, ruleName: "Read-Only", databases: [{ ...place, databaseName: "orders" }] }],
      users: [],
      status: "pending",
    },
  ]);
  await pass(SETTLED);
  await settled(api, "/acl/users", { name: "ann", role: "reader", password: PASSWORD });
  expect(await roles(api)).toMatchObject([
    { users: [{ id: expect.any(Number), name: "ann" }], status: "active" },
  ]);
});

test("a role turns pending once more after it was active", async () => {
  const { api } = await simulate();
  await processed(api, await api.post(LIST, roleRequest(await activePlace(api))));
  const states = [];
  for (const seconds of [19, 1, 4, 6, 3600]) {
    await pass(seconds);
    states.push((await roles(api))[0]?.status);
  }
  expect(states).toEqual(["pending", "active", "pending", "active", "active"]);
});

test("a restart keeps roles and users, in the middle of a flip", async () => {
  const stateFile = join(directory, "roles.json");
  const before = await simulate({ stateFile });
  await settled(before.api, LIST, roleRequest(await activePlace(before.api)));
  const user = { name: "ann", role: "reader", password: PASSWORD };
  await processed(before.api, await before.api.post("/acl/users", user));
  await pass(22);
  expect(statesOf(await users(before.api))).toEqual({ ann: "active" });
  await before.simulator.close();
  const { api } = await simulate({ stateFile });
  const states = [];
  for (const seconds of [2, 6]) {
    await pass(seconds);
    states.push(statesOf(await users(api)).ann);
  }
  expect(states).toEqual(["pending", "active"]);
  expect(await roles(api)).toMatchObject([{ name: "reader", users: [{ name: "ann" }], status: "active" }]);
});

test("an update takes a name, rules or both; references follow a new name", async () => {
  const { api } = await simulate();
  const place = await activePlace(api);
  const role = await settled(api, LIST, roleRequest(place));
  await settled(api, "/acl/users", { name: "ann", role: "reader", password: PASSWORD });
  await processed(api, await api.put(role, { name: "readers" }));
  expect(statesOf(await users(api))).toEqual({ ann: "pending" });
  await pass(SETTLED);
  expect(await users(api)).toMatchObject([{ name: "ann", role: "readers", status: "active" }]);
  await processed(api, await api.put(role, { redisRules: roleRequest(place, "Full-Access").redisRules }));
  expect(await roles(api)).toMatchObject([{ name: "readers", redisRules: [{ ruleName: "Full-Access" }] }]);
});

test("a rule that changes turns its roles and their users pending for a while", async () => {
  const { api } = await simulate();
  const rule = await settled(api, "/acl/redisRules", { name: "cache", redisRule: "+@read ~cache:*" });
  await settled(api, LIST, roleRequest(await activePlace(api), "cache"));
  await settled(api, "/acl/users", { name: "ann", role: "reader", password: PASSWORD });
  await processed(api, await api.put(rule, { name: "caches", redisRule: "+@read ~caches:*" }));
  expect(await roles(api)).toMatchObject([{ status: "pending", redisRules: [{ ruleName: "caches" }] }]);
  expect(statesOf(await users(api))).toEqual({ ann: "pending" });
  await pass(10);
  expect(statesOf(await roles(api))).toEqual({ reader: "active" });
  expect(statesOf(await users(api))).toEqual({ ann: "active" });
});

test("a role that is pending, or that users have, cannot be deleted", async () => {
  const { api } = await simulate();
  const role = await settled(api, LIST, roleRequest(await activePlace(api)));
  const user = await settled(api, "/acl/users", { name: "ann", role: "reader", password: PASSWORD });
  const inUse = "ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED";
  expect((await errorOf(api, await api.delete(role))).type).toBe(inUse);
  await processed(api, await api.delete(user));
  expect((await errorOf(api, await api.delete(role))).type).toBe(inUse);
  await pass(5);
  expect(statesOf(await roles(api))).toEqual({ reader: "pending" });
  await pass(6);
  await processed(api, await api.put(role, { name: "readers" }));
  const late = await errorOf(api, await api.delete(role));
  expect(late.type).toBe("ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED");
  const later = await errorOf(api, await api.put(role, { name: "again" }));
  expect(later.type).toBe("ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED");
  await pass(SETTLED);
  expect(await errorOf(api, await api.delete(role))).toBeUndefined();
  await pass(10);
  expect(await roles(api)).toEqual([]);
});

test("a deleted database is removed from the roles that name it", async () => {
  const { api } = await simulate();
  const place = await activePlace(api);
  await settled(api, LIST, roleRequest(place));
  await processed(
    api,
    await api.delete(`/subscriptions/${place.subscriptionId}/databases/${place.databaseId}`),
  );
  await pass(40);
  expect(await roles(api)).toMatchObject([{ redisRules: [], status: "pending" }]);
  await pass(6);
  expect(statesOf(await roles(api))).toEqual({ reader: "active" });
});

test("refuses roles whose rules or databases do not fit", async () => {
  const { api } = await simulate();
  const place = await activePlace(api);
  const other = { ...place, databaseId: place.databaseId + 1 };
  await settled(api, "/acl/redisRules", { name: "odd", redisRule: "+@nonsense ~*" });
  await settled(api, LIST, roleRequest(place, "Read-Only", "taken"));
  const spec = (databases: object[]) => ({ name: "new", redisRules: [{ ruleName: "Read-Only", databases }] });
  const refused: [string, object][] = [
    ["ACL_ROLE_NAME_ALREADY_EXISTS", roleRequest(place, "Read-Only", "taken")],
    ["ACL_ROLE_NAME_NOT_VALID", roleRequest(place, "Read-Only", "")],
    ["ACL_REDIS_RULE_DOES_NOT_EXISTS", roleRequest(place, "No-Such-Rule")],
    ["ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN", roleRequest(place, "odd")],
    ["SUBSCRIPTION_NOT_FOUND", roleRequest({ subscriptionId: 1, databaseId: 1 })],
    ["DATABASE_NOT_FOUND", roleRequest({ ...place, databaseId: 1 })],
    ["ACL_ROLE_REDIS_RULES_IS_MISSING", { name: "new", redisRules: [] }],
    ["ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING", spec([])],
    ["ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE", spec([place, place])],
    ["ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB", spec([{ ...place, regions: ["us-east-1"] }])],
    ["DATABASE_NOT_FOUND", spec([place, other])],
  ];
  for (const [code, request] of refused) {
    expect((await errorOf(api, await api.post(LIST, request)))?.type).toBe(code);
  }
  expect((await errorOf(api, await api.put(`${LIST}/4711`, { name: "x" }))).type).toBe("ACL_ROLE_NOT_FOUND");
  expect((await errorOf(api, await api.delete(`${LIST}/4711`))).type).toBe("ACL_ROLE_NOT_FOUND");
  expect((await rules(api)).length + (await roles(api)).length).toBe(5);
});

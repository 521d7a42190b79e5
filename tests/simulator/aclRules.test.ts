import { activePlace, roleRequest, rules, settled } from "./acl";
import { errorOf, pass, processed, simulate, useVirtualTime } from "./client";

useVirtualTime();

const LIST = "/acl/redisRules";

test("every account has three default rules, which can be neither changed nor deleted", async () => {
  const { api } = await simulate();
  expect((await api.get(LIST)).body).toMatchObject({ accountId: 1001, links: [{ rel: "self" }] });
  expect(await rules(api)).toEqual([
    { id: 7, name: "Full-Access", acl: "+@all  ~*", isDefault: true, status: "active" },
    { id: 8, name: "Read-Write", acl: "+@all -@dangerous ~*", isDefault: true, status: "active" },
    { id: 9, name: "Read-Only", acl: "+@read ~*", isDefault: true, status: "active" },
  ]);
  const change = await errorOf(api, await api.put(`${LIST}/9`, { name: "mine", redisRule: "+@all ~*" }));
  expect(change.type).toBe("ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT");
  expect((await errorOf(api, await api.delete(`${LIST}/9`))).type).toBe(
    "ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT",
  );
});

test("a rule is pending, then active; it is changed as a whole, and deleted", async () => {
  const { api } = await simulate();
  const request = { name: "cache", redisRule: "  +@read   ~cache:* " };
  const created = await processed(api, await api.post(LIST, request));
  const id = created.response.resourceId;
  expect(created.commandType).toBe("aclRedisRuleCreateRequest");
  expect((await rules(api)).at(-1)).toMatchObject({
    id,
    name: "cache",
    acl: "+@read ~cache:*",
    status: "pending",
  });
  await pass(10);
  expect((await rules(api)).at(-1)).toMatchObject({ status: "active", isDefault: false });

  expect((await api.put(`${LIST}/${id}`, { name: "cache" })).status).toBe(400);
  await processed(api, await api.put(`${LIST}/${id}`, { name: "caches", redisRule: "+get allkeys" }));
  expect((await rules(api)).at(-1)).toMatchObject({
    id,
    name: "caches",
    acl: "+get allkeys",
    status: "pending",
  });
  await pass(10);

  await processed(api, await api.delete(`${LIST}/${id}`));
  expect((await rules(api)).at(-1)).toMatchObject({ id, status: "deleting" });
  await pass(10);
  expect(await rules(api)).toHaveLength(3);
});

test.each([
  ["ACL_REDIS_RULE_PATTERN_NOT_VALID", "let-me-create-resources"],
  ["ACL_REDIS_RULE_PATTERN_NOT_VALID", "+@read *"],
  ["ACL_REDIS_RULE_PATTERN_NOT_VALID", "+@read ~"],
  ["ACL_REDIS_RULE_PATTERN_NOT_VALID", "on +@read ~*"],
  ["ACL_REDIS_RULE_PATTERN_NOT_VALID", ">password +@read ~*"],
  ["ACL_REDIS_RULE_PATTERN_IS_MISSING", " "],
  ["ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN", "+@read %X~*"],
  ["ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN", "+@read (~*"],
  ["ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY", "+@read ~* ~cache:*"],
  ["ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL", "+@read allchannels &news"],
])("refuses with %s: %s", async (code, redisRule) => {
  const { api } = await simulate();
  expect((await errorOf(api, await api.post(LIST, { name: "bad", redisRule }))).type).toBe(code);
  expect(await rules(api)).toHaveLength(3);
});

test.each([
  "+@all -@dangerous ~a:* ~b:* &*",
  "%R~in:* %RW~out:* +get +set",
  "+config|get -@all (+@read ~*)",
  "+FT.SEARCH",
])("accepts %s", async (redisRule) => {
  const { api } = await simulate();
  expect(await errorOf(api, await api.post(LIST, { name: "good", redisRule }))).toBeUndefined();
});

test("a refused pattern has the recorded description and additional information", async () => {
  const { api } = await simulate();
  const task = await processed(
    api,
    await api.post(LIST, { name: "bad", redisRule: "let-me-create-resources" }),
  );
  expect(task.response).toEqual({
    error: {
      type: "ACL_REDIS_RULE_PATTERN_NOT_VALID",
      status: "400 BAD_REQUEST",
      description: expect.stringMatching(/^Invalid ACL redis rule: commands must start with a \+ or - sign/),
    },
    additionalInfo: "redis-acl-wrong-acl-rule-pattern",
  });
});

test("refuses a name that another rule has, and rules that do not exist or are not active", async () => {
  const { api } = await simulate();
  const rule = { name: "Read-Only", redisRule: "+@read ~*" };
  expect((await errorOf(api, await api.post(LIST, rule))).type).toBe("ACL_REDIS_RULE_NAME_ALREADY_EXISTS");
  expect((await errorOf(api, await api.post(LIST, { ...rule, name: " " }))).type).toBe(
    "ACL_REDIS_RULE_NAME_NOT_VALID",
  );
  expect(await errorOf(api, await api.put(`${LIST}/4711`, rule))).toEqual({
    type: "ACL_REDIS_RULE_NOT_FOUND",
    status: "404 NOT_FOUND",
    description: "ACL redis rule not found",
  });
  expect((await errorOf(api, await api.delete(`${LIST}/4711`))).type).toBe("ACL_REDIS_RULE_NOT_FOUND");
  const created = await processed(api, await api.post(LIST, { ...rule, name: "fresh" }));
  const path = `${LIST}/${created.response.resourceId}`;
  expect((await errorOf(api, await api.delete(path))).type).toBe("ACL_REDIS_RULE_NOT_ACTIVE");
});

test("a rule that a role uses cannot be deleted", async () => {
  const { api } = await simulate();
  const place = await activePlace(api);
  const rule = await settled(api, LIST, { name: "cache", redisRule: "+@read ~cache:*" });
  const role = await settled(api, "/acl/roles", roleRequest(place, "cache"));
  expect((await errorOf(api, await api.delete(rule))).type).toBe(
    "ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES",
  );
  await processed(api, await api.delete(role));
  await pass(10);
  expect(await errorOf(api, await api.delete(rule))).toBeUndefined();
});

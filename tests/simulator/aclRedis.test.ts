import { PASSWORD, roleRequest } from "./acl";
import { RealCloud, withRedis } from "./realRedis";

let cloud: RealCloud;
beforeEach(async () => {
  cloud = await RealCloud.start();
});
afterEach(() => cloud.close());

/** Creates a rule, role or user and waits until it is active for good; returns its ID. */
async function settled(list: string, request: object): Promise<number> {
  const id = await cloud.processed(cloud.api.post(list, request));
  await settle();
  return id;
}

/** Waits until every role and user has come to rest: 30 simulated seconds are 15 real milliseconds. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 40));
  await cloud.api.get("/");
}

/** Creates a database with a role of this rule in it, and a user of the role. */
async function withUser(ruleName: string) {
  const path = await cloud.database();
  const [subscriptionId = 0, databaseId = 0] = path.match(/\d+/g)?.map(Number) ?? [];
  const place = { subscriptionId, databaseId };
  const role = `/acl/roles/${await settled("/acl/roles", roleRequest(place, ruleName))}`;
  const user = `/acl/users/${await settled("/acl/users", { name: "ann", role: "reader", password: PASSWORD })}`;
  return { path, place, role, user };
}

/** Whether the user can log in with this password. */
async function canLogIn(path: string, password = PASSWORD): Promise<boolean> {
  const redis = await cloud.connect(path, password, "ann");
  const said = await redis.auth("ann", password).catch(() => undefined);
  redis.disconnect();
  return said === "OK";
}

withRedis("a user of a read-only role logs in with its own name and password, and cannot write", async () => {
  const { path } = await withUser("Read-Only");
  const owner = await cloud.connect(path);
  await owner.set("key", "value");
  const ann = await cloud.connect(path, PASSWORD, "ann");
  expect(await ann.get("key")).toBe("value");
  await expect(ann.set("key", "other")).rejects.toThrow("NOPERM");
  expect(await owner.get("key")).toBe("value");
  for (const redis of [ann, owner]) redis.disconnect();
  expect(await canLogIn(path, "Wrong-password-1")).toBe(false);
});

withRedis("permissions follow changes of the rule, the role and the user", async () => {
  const rule = `/acl/redisRules/${await settled("/acl/redisRules", { name: "cache", redisRule: "+@all ~cache:*" })}`;
  const { path, place, role, user } = await withUser("cache");
  const ann = await cloud.connect(path, PASSWORD, "ann");
  expect(await ann.set("cache:1", "a")).toBe("OK");
  await expect(ann.set("other", "a")).rejects.toThrow("NOPERM");

  await cloud.processed(cloud.api.put(rule, { name: "cache", redisRule: "+@all ~other" }));
  await settle();
  expect(await ann.set("other", "a")).toBe("OK");
  await expect(ann.set("cache:1", "b")).rejects.toThrow("NOPERM");

  await cloud.processed(cloud.api.put(role, { redisRules: roleRequest(place, "Read-Only").redisRules }));
  await settle();
  expect(await ann.get("cache:1")).toBe("a");
  await expect(ann.set("other", "b")).rejects.toThrow("NOPERM");
  ann.disconnect();

  await cloud.processed(cloud.api.put(user, { password: "Close-sesame-2" }));
  await settle();
  expect(await canLogIn(path)).toBe(false);
  expect(await canLogIn(path, "Close-sesame-2")).toBe(true);
});

withRedis("a user that is deleted, or whose role leaves the database, can no longer log in", async () => {
  const { path, place, role, user } = await withUser("Read-Only");
  const created = await cloud.processed(
    cloud.api.post(`/subscriptions/${place.subscriptionId}/databases`, {
      name: "second",
      datasetSizeInGb: 1,
    }),
  );
  await cloud.state(`/subscriptions/${place.subscriptionId}/databases/${created}`, "active");
  const elsewhere = roleRequest({ ...place, databaseId: created });
  await cloud.processed(cloud.api.put(role, { redisRules: elsewhere.redisRules }));
  await settle();
  expect(await canLogIn(path)).toBe(false);
  expect(await canLogIn(`/subscriptions/${place.subscriptionId}/databases/${created}`)).toBe(true);
  await cloud.processed(cloud.api.delete(user));
  await settle();
  expect(await canLogIn(`/subscriptions/${place.subscriptionId}/databases/${created}`)).toBe(false);
});

withRedis(
  "a rule with a command that the installed Redis does not know leaves its user without access",
  async () => {
    await settled("/acl/redisRules", { name: "later", redisRule: "+@read +command-of-a-later-version ~*" });
    const { path } = await withUser("later");
    expect(await canLogIn(path)).toBe(false);
    const owner = await cloud.connect(path);
    expect(await owner.ping()).toBe("PONG");
    owner.disconnect();
  },
);

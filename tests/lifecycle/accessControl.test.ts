import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import {
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  type RedisCloud,
  redisCloud,
  submitted,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const PASSWORD = "Correct-horse-7";
const READ = "+@read ~cache:*";

/** A subscription with a database, a rule, a role that applies the rule to the database, and a user with the role. */
async function accessControl(cloud: RedisCloud) {
  const { stack } = cloud;
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const { outputs } = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const databases = [{ subscriptionId, databaseId: outputs.databaseId }];
  const rule = await stack.aclRule("read", { redisRule: READ });
  const role = await stack.aclRole("reader", { redisRules: [{ ruleName: rule.outputs.name, databases }] });
  const user = await stack.aclUser("reporting", { role: role.outputs.name, password: PASSWORD });
  return { rule, role, user, databases };
}

test("a rule, a role and a user are created, and destroyed in the opposite order", async () => {
  const cloud = await redisCloud();
  const { rule, role, user } = await accessControl(cloud);
  expect([rule, role, user].map(({ outputs }) => outputs.status)).toEqual(["active", "active", "active"]);
  expect(await cloud.api.get(`/acl/users/${user.id}`)).toMatchObject({
    name: user.outputs.name,
    role: role.outputs.name,
  });
  for (const name of ["reporting", "reader", "read", "cache", "main"]) await cloud.stack.destroy(name);
  expect(cloud.simulator.record.remaining()).toEqual([]);
});

test("all can be changed at once: a resource that is pending because of the others is waited for", async () => {
  const cloud = await redisCloud();
  const { stack } = cloud;
  const { rule, role, databases } = await accessControl(cloud);
  await Promise.all([
    stack.aclRule("read", { redisRule: "+@read ~*" }),
    stack.aclRole("reader", {
      redisRules: [{ ruleName: rule.outputs.name, databases }],
      name: "readers",
    }),
    stack.aclUser("reporting", { role: role.outputs.name, password: `${PASSWORD}8` }),
  ]);
  expect(submitted(cloud.simulator, "aclRoleUpdateRequest").length).toBeGreaterThan(0);
  expect(stack.state("reader").outputs).toMatchObject({ name: "readers", status: "active" });
});

test("white space in a rule, and the order of a role's rules and databases, have no meaning", async () => {
  const cloud = await redisCloud();
  const { stack } = cloud;
  const { rule, databases } = await accessControl(cloud);
  expect(await stack.preview("read", { redisRule: " +@read   ~cache:* " })).toBe("same");
  const other = { ruleName: "Read-Only", databases: [] as typeof databases };
  const { outputs } = await stack.database("queue", {
    subscriptionId: databases[0]?.subscriptionId,
    datasetSizeInGb: 1,
  });
  other.databases = [{ subscriptionId: databases[0]?.subscriptionId ?? "", databaseId: outputs.databaseId }];
  const own = { ruleName: rule.outputs.name, databases };
  await stack.aclRole("reader", { redisRules: [own, other] });
  expect(await stack.preview("reader", { redisRules: [other, own] })).toBe("same");
});

test("changes of other clients are detected and reverted", async () => {
  const cloud = await redisCloud();
  const { stack, api } = cloud;
  const { rule } = await accessControl(cloud);
  await api.send("PUT", `/acl/redisRules/${rule.id}`, { name: rule.outputs.name, redisRule: "+@all ~*" });
  await new Promise((resolve) => setTimeout(resolve, 120_000));
  expect((await stack.refresh("read"))?.inputs).toMatchObject({ redisRule: "+@all ~*" });
  expect(await stack.preview("read", { redisRule: READ })).toBe("update");
  await stack.aclRule("read", { redisRule: READ });
  const { redisRules } = (await api.get("/acl/redisRules")) as { redisRules: { id: number; acl: string }[] };
  expect(redisRules.find(({ id }) => id === Number(rule.id))?.acl).toBe(READ);
});

test("another name replaces a user; another password or role does not", async () => {
  const cloud = await redisCloud();
  const { stack } = cloud;
  const { role } = await accessControl(cloud);
  const args = { role: role.outputs.name, password: PASSWORD };
  expect(await stack.preview("reporting", args)).toBe("same");
  expect(await stack.preview("reporting", { ...args, password: "Other-horse-8" })).toBe("update");
  expect(await stack.preview("reporting", { ...args, name: "analytics" })).toBe("replace");
});

test("a rule that failed is replaced with the role and the user that name it, which are deleted first", async () => {
  const cloud = await redisCloud({
    faults: [{ fault: "provisioning-error", commandType: "aclRedisRuleUpdateRequest", times: 1 }],
  });
  const { stack } = cloud;
  await accessControl(cloud);
  // The engine asks so of what depends on a resource that is replaced.
  const dependents = async () => [
    await stack.preview("reader", { ...stack.state("reader").inputs, redisRules: unknownValue }),
    await stack.preview("reporting", { ...stack.state("reporting").inputs, role: unknownValue }),
  ];
  expect(await dependents()).toEqual(["update", "update"]);
  await failureOf(stack.aclRule("read", { redisRule: "+@all ~*" }));
  expect(await stack.preview("read", { redisRule: READ })).toBe("replace");
  expect(await dependents()).toEqual(["replace", "replace"]);
  for (const name of ["reporting", "reader"]) await stack.destroy(name);
  expect((await stack.aclRule("read", { redisRule: READ })).outputs.status).toBe("active");
});

test("a role that fails while a user of it changes is replaced by the next run", async () => {
  const cloud = await redisCloud();
  const { stack, simulator } = cloud;
  const { role, databases, rule } = await accessControl(cloud);
  simulator.faults.add({ fault: "provisioning-error", kind: "aclRole", times: 1 });
  await stack.aclUser("another", { role: role.outputs.name, password: PASSWORD });
  const redisRules = [{ ruleName: rule.outputs.name, databases }];
  const next = inAnotherProcess(simulator, stack.held);
  expect(await next.preview("reader", { redisRules })).toBe("replace");
});

test.each([
  ["AclUser", { role: "reader", password: "short" }, "password: must have 8 to 128 characters"],
  ["AclRule", { redisRule: "read everything" }, "read, everything is none of these"],
  ["AclRole", { redisRules: [] }, "redisRules: must contain at least one rule"],
] as const)("bad arguments of an %s are refused before anything is submitted", async (type, args, reason) => {
  const { stack, simulator } = await redisCloud();
  const { message } = await failureOf(stack.previewNew(type, "one", args));
  expect(message).toContain(reason);
  expect(simulator.record.writes()).toEqual([]);
});

test("two rules for one database in a role are rejected, with the path of the second", async () => {
  const { stack } = await redisCloud();
  const databases = [{ subscriptionId: 1, databaseId: 2 }];
  const redisRules = [
    { ruleName: "Read-Only", databases },
    { ruleName: "Read-Write", databases },
  ];
  const { message } = await failureOf(stack.previewNew("AclRole", "reader", { redisRules }));
  expect(message).toContain("redisRules[1].databases[0]: is a duplicate: database 1/2.");
});

test("a default rule cannot be adopted", async () => {
  const { stack, api } = await redisCloud();
  const { redisRules } = (await api.get("/acl/redisRules")) as { redisRules: { id: number; name: string }[] };
  const id = redisRules.find(({ name }) => name === "Read-Only")?.id;
  const adopting = stack.previewNew("AclRule", "mine", { adopt: String(id), redisRule: "+@read ~*" });
  expect((await failureOf(adopting)).message).toContain("comes with the account and cannot be changed");
});

test("a role and a user are adopted as they are", async () => {
  const cloud = await redisCloud();
  const { rule, role, user, databases } = await accessControl(cloud);
  const another = inAnotherProcess(cloud.simulator);
  await another.aclRole("theirs", {
    adopt: role.id,
    name: role.outputs.name as string,
    redisRules: [{ ruleName: rule.outputs.name, databases }],
  });
  await another.aclUser("them", {
    adopt: user.id,
    name: user.outputs.name as string,
    role: role.outputs.name,
    password: PASSWORD,
  });
  expect(another.state("them").id).toBe(user.id);
});

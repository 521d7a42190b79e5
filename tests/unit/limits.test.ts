import fc from "fast-check";
import { obstacle, rank } from "../../provider/lifecycle/limits";
import type { Operation, Target } from "../../provider/lifecycle/operation";

const request = { method: "POST", path: "/" } as const;
const operation = (action: Operation["action"], target: Target): Operation => ({ action, target, request });
const states = (...all: string[]) => new Map(all.map((status, index) => [index + 1, { status }]));

const createSubscription = operation("create", { kind: "subscription" });
const createDatabase = operation("create", { kind: "database", subscriptionId: 1 });
const updateDatabase = operation("update", { kind: "database", subscriptionId: 1, id: 7 });
const deleteDatabase = operation("delete", { kind: "database", subscriptionId: 1, id: 7 });

test("with fewer than three subscriptions changing, a further one may", () => {
  expect(obstacle(createSubscription, states())).toBeUndefined();
  expect(obstacle(createSubscription, states("pending", "deleting", "active"))).toBeUndefined();
});

test("with three subscriptions changing, a fourth waits for one of them", () => {
  const three = states("pending", "deleting", "encryption_key_pending", "active");
  expect(obstacle(createSubscription, three)).toBe(
    "one of 3 changing subscriptions to be active (at most 3 may change)",
  );
  expect(obstacle(operation("delete", { kind: "subscription", id: 4 }), three)).toContain(
    "at most 3 may change",
  );
});

test("a subscription in an error state takes no place: it stays so", () => {
  expect(obstacle(createSubscription, states("pending", "pending", "error"))).toBeUndefined();
});

test("a state that nobody knows is taken for a change", () => {
  expect(obstacle(createSubscription, states("pending", "pending", "migrating"))).toContain("3 changing");
});

test.each([
  ["create", createDatabase],
  ["update", updateDatabase],
  ["delete", deleteDatabase],
])("to %s a database waits until its own subscription is active", (_, databaseOperation) => {
  expect(obstacle(databaseOperation, states("pending"))).toBe("subscription 1 to be active (now pending)");
  expect(obstacle(databaseOperation, states("active", "pending"))).toBeUndefined();
});

test("creating a database may turn its subscription pending, so it needs a place among the three", () => {
  const three = states("active", "pending", "pending", "pending");
  expect(obstacle(createDatabase, three)).toContain("at most 3 may change");
  expect(obstacle(updateDatabase, three)).toBeUndefined();
  expect(obstacle(deleteDatabase, three)).toBeUndefined();
});

test("a subscription that is not listed keeps nobody from trying: the API tells", () => {
  expect(obstacle(createDatabase, states())).toBeUndefined();
});

test("cloud accounts have no such limits", () => {
  const three = states("pending", "pending", "pending");
  expect(obstacle(operation("create", { kind: "cloudAccount" }), three)).toBeUndefined();
});

test("new subscriptions go first, since most waits for them", () => {
  const cloudAccount = operation("create", { kind: "cloudAccount" });
  const all = [deleteDatabase, createDatabase, cloudAccount, createSubscription];
  expect([...all].sort((a, b) => rank(a) - rank(b)).slice(0, 2)).toEqual([createSubscription, cloudAccount]);
});

test("whatever is listed: nothing is let through that would make a fourth subscription change", () => {
  const listed = fc.array(
    fc.constantFrom("active", "pending", "deleting", "error", "encryption_key_pending"),
  );
  fc.assert(
    fc.property(listed, (statuses) => {
      const changing = statuses.filter((status) => status !== "active" && status !== "error").length;
      const allowed = obstacle(createSubscription, states(...statuses)) === undefined;
      expect(allowed).toBe(changing < 3);
      if (obstacle(createDatabase, states("active", ...statuses)) === undefined)
        expect(changing).toBeLessThan(3);
    }),
  );
});

import fc from "fast-check";
import type { Target } from "../../provider/lifecycle/kind";
import { type AccountNow, freePlaces, nextOf, obstacle } from "../../provider/lifecycle/limits";
import type { Operation } from "../../provider/lifecycle/operation";
import { cloudAccountTarget, databaseTarget, subscriptionTarget } from "../targets";

const work = (action: Operation["action"], target: Target): Operation => ({ action, target });
const account = (statuses: readonly string[], more: Partial<AccountNow> = {}): AccountNow => ({
  subscriptions: new Map(statuses.map((status, index) => [index + 1, { status }])),
  submitted: [],
  foreign: 0,
  ...more,
});
const states = (...all: string[]) => account(all);

const createSubscription = work("create", subscriptionTarget());
const createDatabase = work("create", databaseTarget(1));
const updateDatabase = work("update", databaseTarget(1, 7));
const deleteDatabase = work("delete", databaseTarget(1, 7));
const inSubscription = (subscriptionId: number, action: Operation["action"] = "create") =>
  work(action, databaseTarget(subscriptionId));
const waiting = (...operations: Operation[]) => operations.map((operation) => ({ operation }));

test("with fewer than three subscriptions changing, another may change", () => {
  expect(obstacle(createSubscription, states())).toBeUndefined();
  expect(obstacle(createSubscription, states("pending", "deleting", "active"))).toBeUndefined();
});

test("with three subscriptions changing, a fourth waits for one of them", () => {
  const three = states("pending", "deleting", "encryption_key_pending", "active");
  expect(obstacle(createSubscription, three)).toBe(
    "one of 3 changing subscriptions to be active (no more may change at a time)",
  );
  expect(obstacle(work("delete", subscriptionTarget(4)), three)).toContain("no more may change");
});

test("a subscription in an error state takes no slot, since it stays so", () => {
  expect(obstacle(createSubscription, states("pending", "pending", "error"))).toBeUndefined();
});

test("subscriptions that wait for their keys count, but leave one slot: the API decides", () => {
  const [one, two] = ["encryption_key_pending", "pending"];
  expect(freePlaces(states(one))).toBe(2);
  expect(freePlaces(states(one, one))).toBe(1);
  expect(freePlaces(states(one, one, one, one))).toBe(1);
  expect(freePlaces(states(one, one, one, two))).toBe(0);
});

test("a subscription that waits for its keys can be given keys or deleted", () => {
  const resting = states("encryption_key_pending");
  expect(obstacle(work("update", subscriptionTarget(1)), resting)).toBeUndefined();
  expect(obstacle(work("delete", subscriptionTarget(1)), resting)).toBeUndefined();
});

test("an unknown state counts as changing", () => {
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

test("creating a database may make its subscription pending, so it needs one of the three slots", () => {
  const three = states("active", "pending", "pending", "pending");
  expect(obstacle(createDatabase, three)).toContain("no more may change");
  expect(obstacle(updateDatabase, three)).toBeUndefined();
  expect(obstacle(deleteDatabase, three)).toBeUndefined();
});

test("a subscription that is not listed blocks nothing: the API decides", () => {
  expect(obstacle(createDatabase, states())).toBeUndefined();
});

test("cloud accounts have no such limits", () => {
  const three = states("pending", "pending", "pending");
  expect(obstacle(work("create", cloudAccountTarget()), three)).toBeUndefined();
});

test("submitted operations count until they are processed", () => {
  const two = { submitted: [createSubscription, inSubscription(2)] };
  expect(freePlaces(account(["active", "active"], two))).toBe(1);
  expect(obstacle(createDatabase, account(["active", "active", "pending"], two))).toContain("3 changing");
  expect(obstacle(deleteDatabase, account(["active", "active", "pending"], two))).toBeUndefined();
});

test("tasks of others count, too", () => {
  expect(obstacle(createSubscription, account(["pending"], { foreign: 1 }))).toBeUndefined();
  expect(obstacle(createSubscription, account(["pending"], { foreign: 2 }))).toContain("3 changing");
});

test.each([
  ["a database", createDatabase],
  ["a change of itself", work("update", subscriptionTarget(1))],
])("while %s may turn a subscription pending, nothing else is submitted in it", (_, submitted) => {
  const now = account(["active", "active"], { submitted: [submitted] });
  expect(obstacle(createDatabase, now)).toBe("an earlier change of subscription 1");
  expect(obstacle(deleteDatabase, now)).toBe("an earlier change of subscription 1");
  expect(obstacle(inSubscription(2), now)).toBeUndefined();
});

test("deleting a database blocks no other deletion", () => {
  const now = account(["active"], { submitted: [deleteDatabase] });
  expect(obstacle(inSubscription(1, "delete"), now)).toBeUndefined();
});

test("subscriptions go first, since most operations depend on them, then cloud accounts", () => {
  const cloudAccount = work("create", cloudAccountTarget());
  const all = waiting(deleteDatabase, createDatabase, cloudAccount, createSubscription);
  expect(nextOf(all, states("active"))?.operation).toBe(createSubscription);
  expect(nextOf(all.slice(0, 3), states("active"))?.operation).toBe(cloudAccount);
});

test("deletions that empty a subscription soonest go first", () => {
  const all = waiting(...[1, 1, 1, 2, 2].map((id) => inSubscription(id, "delete")));
  expect(nextOf(all, states("active", "active"))?.operation.target.place.subscriptionId).toBe(2);
});

test("creations in the subscription with the most remaining go first", () => {
  const all = waiting(...[1, 2, 2, 2, 3].map((id) => inSubscription(id)));
  expect(nextOf(all, states("active", "active", "active"))?.operation.target.place.subscriptionId).toBe(2);
});

test("the last slot is kept for databases while any can be created", () => {
  const both = waiting(createSubscription, createDatabase);
  expect(nextOf(both, states("active", "pending", "pending"))?.operation).toBe(createDatabase);
  expect(nextOf(both, states("pending", "pending", "active"))?.operation).toBe(createSubscription);
  expect(nextOf(both, states("active", "pending", "active"))?.operation).toBe(createSubscription);
  const leaving = work("delete", subscriptionTarget(3));
  const toDelete = waiting(leaving, deleteDatabase);
  expect(nextOf(toDelete, states("active", "pending", "active", "deleting"))?.operation).toBe(leaving);
});

test("nothing is admitted when the limits allow nothing", () => {
  expect(nextOf(waiting(createSubscription), states("pending", "pending", "pending"))).toBeUndefined();
  expect(nextOf([], states())).toBeUndefined();
});

test("whatever is listed, nothing is admitted that would make a fourth subscription change", () => {
  const listed = fc.array(
    fc.constantFrom("active", "pending", "deleting", "error", "encryption_key_pending"),
  );
  fc.assert(
    fc.property(listed, (statuses) => {
      const changing = statuses.filter((status) => status === "pending" || status === "deleting").length;
      const resting = statuses.filter((status) => status === "encryption_key_pending").length;
      const places = Math.max(1, 3 - resting);
      const allowed = obstacle(createSubscription, states(...statuses)) === undefined;
      expect(allowed).toBe(changing < places);
      if (obstacle(createDatabase, states("active", ...statuses)) === undefined)
        expect(changing).toBeLessThan(places);
    }),
  );
});

import type { SimulatorRecord, StateChange } from "../../simulator";
import type { Program } from "../engine/programs/chaos/program";
import { declaredIn, NOTHING } from "./declared";
import { instancesIn } from "./instances";
import { creationViolations, undeclared } from "./oracle";

const PROGRAM: Program = {
  ...NOTHING,
  subscriptions: [{ logicalName: "main", databases: [{ logicalName: "cache", datasetSizeInGb: 1 }] }],
};
const IN_FORCE = [{ at: 0, program: PROGRAM }];

const MAIN = { kind: "subscription", id: 1, name: "main-ab12cd34ab12" } as const;
const CACHE = { kind: "database", id: 2, name: "cache-ab12cd34ef56", subscriptionId: 1 } as const;

type Step = Pick<StateChange, "kind" | "id" | "name" | "to" | "subscriptionId">;

/** A record in which one thing happens after the other, each at its place in the list. */
function recordOf(steps: readonly Step[]): SimulatorRecord {
  const changes = steps.map((step, at) => ({ ...step, at, accountId: 1001 }));
  const requests = changes
    .filter(({ to }) => to === "delete-pending" || to === "deleting")
    .map(({ at, ...step }) => ({ at, method: "DELETE", path: `/v1/${pathOf(step)}`, status: 202 }));
  return { changes, requests } as unknown as SimulatorRecord;
}

function pathOf({ kind, id, subscriptionId }: Step): string {
  if (kind === "aclRole") return `acl/roles/${id}`;
  if (kind === "aclUser") return `acl/users/${id}`;
  return `subscriptions/${subscriptionId === undefined ? id : `${subscriptionId}/databases/${id}`}`;
}

const violations = (steps: readonly Step[], inForce = IN_FORCE) =>
  creationViolations(instancesIn(recordOf(steps), new Set()), inForce).map(({ what }) => what);

const CREATED = [
  { ...MAIN, to: "active" },
  { ...CACHE, to: "active" },
];
const REMOVED = [
  { ...CACHE, to: "delete-pending" },
  { ...CACHE, to: "gone" },
];
const ANOTHER = { ...CACHE, id: 3, to: "active" };

test("what is declared and created once is as it should be", () => {
  expect(violations(CREATED)).toEqual([]);
});

test("a second one beside the first is a duplicate, whatever it is called", () => {
  expect(violations([...CREATED, ANOTHER])).toEqual(["duplicate"]);
  expect(violations([...CREATED, { ...ANOTHER, name: "cache-named1" }])).toEqual(["duplicate"]);
});

test("what nobody declared is an orphan", () => {
  expect(violations([...CREATED, { ...ANOTHER, name: "something-else" }])).toEqual(["orphan"]);
});

test("one after the other, without need, is needless", () => {
  expect(violations([...CREATED, ...REMOVED, ANOTHER])).toEqual(["needless"]);
});

test("a replacement is due when the first one failed, or its subscription", () => {
  expect(violations([...CREATED, { ...CACHE, to: "error" }, ...REMOVED, ANOTHER])).toEqual([]);
  expect(violations([...CREATED, { ...MAIN, to: "error" }, ...REMOVED, ANOTHER])).toEqual([]);
});

test("a deletion is due when a program of its time does not declare it", () => {
  const withdrawn = [...IN_FORCE, { at: 2, program: NOTHING }, { at: 4, program: PROGRAM }];
  expect(violations([...CREATED, ...REMOVED, ANOTHER], withdrawn)).toEqual([]);
  const tooLate = [...IN_FORCE, { at: 9, program: NOTHING }];
  expect(violations([...CREATED, ...REMOVED, ANOTHER], tooLate)).toEqual(["needless"]);
});

test("a deletion is due when a program of its time declares it in another subscription", () => {
  const shopIn = (subscription: string): Program => ({
    ...NOTHING,
    subscriptions: [{ logicalName: subscription, databases: [] }],
    others: [{ type: "SubscriptionPeering", logicalName: "shop", parent: subscription, value: 1 }],
  });
  const name = `123456789012/vpc-${Buffer.from("shop").toString("hex")}`;
  const peering = { kind: "subscriptionPeering", id: 5, subscriptionId: 1, name };
  const moved = [
    { ...MAIN, to: "active" },
    { ...peering, to: "active" },
    { ...MAIN, id: 6, name: "other-ab12cd34ab12", to: "active" },
    { ...peering, to: "deleting" },
    { ...peering, to: "gone" },
    { ...peering, id: 7, subscriptionId: 6, to: "active" },
  ];
  const before = { at: 0, program: shopIn("main") };
  expect(violations(moved, [before, { at: 2, program: shopIn("other") }])).toEqual([]);
  expect(violations(moved, [before])).toEqual(["needless"]);
});

const RULE = { kind: "aclRule", id: 5, name: "reads-ab12cd34ab78" } as const;
const ROLE = { kind: "aclRole", id: 6, name: "reader-ab12cd34ab78" } as const;
const USER = { kind: "aclUser", id: 7, name: "shop-named1" } as const;
const user = { logicalName: "shop", role: "reader", password: "aclUserPassword" } as const;
const WITH_ACCESS_CONTROL: Program = {
  ...PROGRAM,
  aclRules: [{ logicalName: "reads", redisRule: "+@read ~*" }],
  aclRoles: [{ logicalName: "reader", redisRules: [{ rule: "reads", databases: ["cache"] }] }],
  aclUsers: [{ ...user, name: "shop-named1" }],
};
const ACCESS_CONTROL = [RULE, ROLE, USER].map((one) => ({ ...one, to: "active" }));

test("a role and a user are replaced without need, unless they are in the way of a rule that failed", () => {
  const replaced = [
    ...[USER, ROLE].flatMap((one) => ["deleting", "gone"].map((to) => ({ ...one, to }))),
    { ...ROLE, id: 8, to: "active" },
    { ...USER, id: 9, to: "active" },
  ];
  const inForce = [{ at: 0, program: WITH_ACCESS_CONTROL }];
  expect(violations([...ACCESS_CONTROL, ...replaced], inForce)).toEqual(["needless", "needless"]);
  expect(violations([...ACCESS_CONTROL, { ...RULE, to: "error" }, ...replaced], inForce)).toEqual([]);
});

test("a user with another name is another one, and the one before is to go", () => {
  const renamed = { ...WITH_ACCESS_CONTROL, aclUsers: [{ ...user, name: "shop-named2" }] };
  const inForce = [
    { at: 0, program: WITH_ACCESS_CONTROL },
    { at: 3, program: renamed },
  ];
  const gone = ["deleting", "gone"].map((to) => ({ ...USER, to }));
  const another = { ...USER, id: 8, name: "shop-named2", to: "active" };
  expect(violations([...ACCESS_CONTROL, ...gone, another], inForce)).toEqual([]);
});

test("what is left is told: what is not declared, and what only sized the hardware", () => {
  const planned = { ...CACHE, id: 4, name: "creation-plan-1", to: "active" };
  const instances = instancesIn(recordOf([...CREATED, planned]), new Set());
  const left = (program: Program) => undeclared(instances, declaredIn(program)).map(({ id }) => id);
  expect(left(PROGRAM)).toEqual([4]);
  expect(left({ ...PROGRAM, subscriptions: [{ logicalName: "main", databases: [] }] })).toEqual([2, 4]);
  expect(left(NOTHING)).toEqual([1, 2, 4]);
});

test("what is somebody else's is left out", () => {
  expect(instancesIn(recordOf(CREATED), new Set([1, 2]))).toEqual([]);
});

import type { StateChange } from "../../simulator";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import { accountViolations } from "./account";
import { declaredIn, NOTHING } from "./declared";
import { instancesIn } from "./instances";
import { creationViolations, stateViolations, undeclared } from "./oracle";
import type { Session } from "./session";

/*
 * The oracle sees what is wrong with connections and with the settings of what they are in: each test plants it.
 */

type Step = Pick<StateChange, "kind" | "id" | "name" | "to" | "subscriptionId">;
type Request = readonly [at: number, path: string];

const HUB = { kind: "subscription", id: 1, name: "hub-ab12cd34ab12", to: "active" };
const SPOKE = { kind: "transitGatewayAttachment", id: 5, name: "tgw-0", subscriptionId: 1, to: "available" };
const CLOUD = { kind: "subscription", id: 2, name: "cloud-ab12cd34ab12", to: "active" };
const SERVICE = { kind: "privateServiceConnect", id: 6, name: "of-2", subscriptionId: 2, to: "active" };
const DESK = {
  kind: "privateServiceConnectEndpoint",
  id: 7,
  name: "desk-named1",
  subscriptionId: 2,
  to: "initialized",
};
const VAULT = { kind: "subscription", id: 3, name: "vault-ab12cd34ab12", to: "active" };

const other = (type: DeclaredOther["type"], logicalName: string, parent?: string): DeclaredOther => ({
  type,
  logicalName,
  parent,
  value: 1,
});
const ATTACHED = [
  other("Subscription", "hub"),
  other("TransitGatewayInvitationAcceptor", "shared", "hub"),
  other("TransitGatewayAttachment", "spoke", "shared"),
  other("TransitGatewayRoutes", "routes", "spoke"),
];
const PRIVATE = [
  other("Subscription", "cloud"),
  other("PrivateServiceConnect", "psc", "cloud"),
  other("PrivateServiceConnectEndpoint", "desk", "psc"),
];
const DECIDED = [...PRIVATE, other("PrivateServiceConnectEndpointAccepter", "consent", "desk")];
const KEYED = [other("Subscription", "vault"), other("SubscriptionEncryptionKeys", "keys", "vault")];
const endpointIn = (status: string) => ({ id: 7, endpointConnectionName: "desk-named1", status });
/** What the account holds when all is well. */
const HELD = {
  subscription: [{ id: 3, deletionGracePeriod: "24-hours" }],
  transitGatewayInvitation: [{ subscriptionId: 1, status: "accepted" }],
  transitGatewayAttachment: [{ id: 5, cidrs: ["10.3.2.0/24", "10.3.1.0/24"] }],
  privateServiceConnectEndpoint: [endpointIn("initialized")],
};

/** What came to be, each at its place in the list, and what was deleted when. */
function instancesOf(steps: readonly Step[], deletions: readonly Request[] = []) {
  const changes = steps.map((step, at) => ({ ...step, at, accountId: 1001 }));
  const requests = deletions.map(([at, path]) => ({
    at,
    path: `/v1/${path}`,
    method: "DELETE",
    status: 202,
  }));
  return instancesIn({ changes, requests } as unknown as Parameters<typeof instancesIn>[0], new Set());
}

/** In a few words, for a program that was in force from the beginning. */
async function violations(
  others: readonly DeclaredOther[],
  steps: readonly Step[],
  { held = {}, deletions = [] as readonly Request[] } = {},
): Promise<string[]> {
  const program = { ...NOTHING, others };
  const declared = declaredIn(program);
  const instances = instancesOf(steps, deletions);
  const simulator = { state: () => ({ accounts: [{ resources: { ...HELD, ...held } }] }) };
  const session = { cloud: { simulator } } as unknown as Session;
  return [
    ...creationViolations(instances, [{ at: 0, program }]),
    ...(await accountViolations(session, declared, instances)),
    ...undeclared(instances, declared).map(() => ({ what: "orphan" })),
  ].map(({ what }) => what);
}

test("what is declared and there is as it should be", async () => {
  expect(await violations(ATTACHED, [HUB, SPOKE])).toEqual([]);
  expect(await violations(PRIVATE, [CLOUD, SERVICE, DESK])).toEqual([]);
  expect(await violations(KEYED, [VAULT])).toEqual([]);
  const accepted = { privateServiceConnectEndpoint: [endpointIn("active")] };
  expect(await violations(DECIDED, [CLOUD, SERVICE, { ...DESK, to: "active" }], { held: accepted })).toEqual(
    [],
  );
});

test("an attachment, a service or an endpoint that is gone is lost; so are the routes of an attachment", async () => {
  expect(await violations(ATTACHED, [HUB, SPOKE, { ...SPOKE, to: "gone" }])).toEqual(["lost", "lost"]);
  expect(await violations(PRIVATE, [CLOUD])).toEqual(["lost", "lost"]);
  expect(await violations(PRIVATE, [CLOUD, SERVICE, DESK, { ...DESK, to: "deleted" }])).toEqual(["lost"]);
});

test.each([
  ["nobody connected", "initialized"],
  ["nobody decided about", "pending"],
  ["was rejected", "rejected"],
])(
  "an endpoint to accept that %s is different; one that is gone is lost with its accepter",
  async (_, to) => {
    const held = { privateServiceConnectEndpoint: [endpointIn(to)] };
    const seen = await violations(DECIDED, [CLOUD, SERVICE, { ...DESK, to }], { held });
    expect([...new Set(seen)]).toEqual(["different"]);
    expect(await violations(PRIVATE, [CLOUD, SERVICE, { ...DESK, to }], { held })).toEqual([]);
    expect(await violations(DECIDED, [CLOUD, SERVICE, { ...DESK, to: "deleted" }])).toEqual(["lost", "lost"]);
  },
);

test("one that the state holds and that is gone is lost; a setting is looked for nowhere", () => {
  const known = (type: string) => ({ urn: type, type: `pulumi-nodejs:dynamic:${type}`, id: "1/5" });
  const state = [known("TransitGatewayAttachment"), known("TransitGatewayRoutes")];
  expect(stateViolations(instancesOf([SPOKE]), state)).toEqual([]);
  expect(stateViolations([], state).map(({ what }) => what)).toEqual(["lost"]);
});

test("one that nobody declared is an orphan, and a second one a duplicate", async () => {
  expect(await violations(ATTACHED.slice(0, 2), [HUB, SPOKE])).toEqual(["orphan"]);
  expect(await violations(PRIVATE.slice(0, 1), [CLOUD, SERVICE])).toEqual(["orphan"]);
  expect(await violations(PRIVATE, [CLOUD, SERVICE, DESK, { ...SERVICE, id: 8 }])).toEqual(["duplicate"]);
});

test.each<[string, readonly DeclaredOther[], readonly Step[], Step, string]>([
  ["an attachment", ATTACHED, [HUB], SPOKE, "subscriptions/1/transitGateways/5/attachment"],
  ["a service", PRIVATE, [CLOUD, DESK], SERVICE, "subscriptions/2/private-service-connect"],
  ["an endpoint", PRIVATE, [CLOUD, SERVICE], DESK, "subscriptions/2/private-service-connect/6/endpoints/7"],
])("%s that was deleted and created again without need is needless", async (_, others, around, one, path) => {
  const steps = [...around, one, { ...one, to: "deleting" }, { ...one, to: "gone" }, one];
  const deletions = [[around.length + 1, path]] as const;
  expect(await violations(others, steps, { deletions })).toEqual(["needless"]);
});

test("other networks, a share that nobody accepted, another grace period and a wait for keys are differences", async () => {
  const routed = { transitGatewayAttachment: [{ id: 5, cidrs: [] }] };
  expect(await violations(ATTACHED, [HUB, SPOKE], { held: routed })).toEqual(["different"]);
  const pending = { transitGatewayInvitation: [{ subscriptionId: 1, status: "pending" }] };
  expect(await violations(ATTACHED, [HUB, SPOKE], { held: pending })).toEqual(["different"]);
  const graceful = { subscription: [{ id: 3, deletionGracePeriod: "1-hour" }] };
  expect(await violations(KEYED, [VAULT], { held: graceful })).toEqual(["different"]);
  const waiting = { ...VAULT, to: "encryption_key_pending" };
  expect(await violations(KEYED, [waiting])).toEqual(["different"]);
  expect(await violations(KEYED.slice(0, 1), [waiting])).toEqual([]);
});

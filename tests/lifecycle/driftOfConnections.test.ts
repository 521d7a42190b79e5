import type { Inputs } from "@pulumi/pulumi";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { DECLARATIONS } from "../../provider/resources/all";
import type { SavedAccount } from "../../simulator/account";
import type { Subscription } from "../../simulator/resources/subscription/state";
import { ACTIVE_ACTIVE_PLACE, endSimulators, PLACE, type RedisCloud, redisCloud, stackOf } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Every argument of an Active-Active subscription, of connections and of encryption keys that the API can change, and
 * tells: an update sets it, what somebody else sets is shown, and put back.
 */

useVirtualTime();
endSimulators();

const NAME = "subject";

interface Case {
  readonly type: string;
  readonly argument: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Creates what the resource is in; returns the other arguments. */
  around(cloud: RedisCloud): Promise<Inputs>;
  /** What the other side does when the resource exists. */
  otherSide?(cloud: RedisCloud, id: number): Promise<unknown>;
  /** The requests of somebody else, with paths below `/subscriptions`, to change it back. */
  foreign(id: string): readonly (readonly ["POST" | "PUT" | "DELETE", string, object])[];
  /** What the simulator has for it. */
  held(account: SavedAccount): unknown;
}

const lastPart = (id: string): number => Number(id.split("/").at(-1));
const subscriptionIn = async ({ stack }: RedisCloud, more: object = {}) => {
  const { id: subscriptionId } = await stack.subscription("main", { ...PLACE, ...more });
  return { subscriptionId };
};
const ofSubscription =
  (read: (subscription: Subscription) => unknown): Case["held"] =>
  ({ resources }) =>
    (resources.subscription as unknown as Subscription[]).map(read)[0];

const settings = (
  argument: string,
  values: Pick<Case, "before" | "after">,
  held: (subscription: Subscription) => unknown,
  body: object = { [argument]: values.before },
  below = "",
): Case => ({
  type: "ActiveActiveSubscription",
  argument,
  ...values,
  around: async () => ACTIVE_ACTIVE_PLACE,
  foreign: (id) => [["PUT", `/${id}${below}`, body]],
  held: ofSubscription(held),
});

const MANUAL = { mode: "manual", windows: [{ startHour: 2, durationInHours: 8, days: ["Monday"] }] };
const AUTOMATIC = { mode: "automatic" };
const CARD = { paymentMethod: "credit-card", paymentMethodId: 2 };
const KEYS = [{ resourceName: "arn:aws:kms:us-east-1:123456789012:key/first" }];
const principals = (...numbers: string[]) =>
  numbers.map((principal) => ({ principal, type: "aws_account" as const }));
const ENDPOINT = {
  gcpProjectId: "my-gcp-project",
  gcpVpcName: "my-vpc",
  gcpVpcSubnetName: "my-vpc-subnet",
  endpointConnectionName: "redis",
};

const CASES: readonly Case[] = [
  settings("name", { before: "first", after: "orders" }, ({ name }) => name, { name: "theirs" }),
  settings(
    "paymentMethod",
    { before: "credit-card", after: "marketplace" },
    ({ paymentMethodType }) => paymentMethodType,
    CARD,
  ),
  settings("paymentMethodId", { before: 2, after: 3 }, ({ paymentMethodId }) => paymentMethodId, CARD),
  settings(
    "publicEndpointAccess",
    { before: true, after: false },
    ({ publicEndpointAccess }) => publicEndpointAccess,
  ),
  settings(
    "maintenanceWindows",
    { before: AUTOMATIC, after: MANUAL },
    ({ maintenanceWindows }) => maintenanceWindows.mode,
    AUTOMATIC,
    "/maintenance-windows",
  ),
  {
    type: "SubscriptionPeering",
    argument: "vpcCidrs",
    before: ["10.10.10.0/24"],
    after: ["10.10.11.0/24", "10.10.12.0/24"],
    around: async (cloud) => ({
      ...(await subscriptionIn(cloud)),
      region: "us-east-1",
      awsAccountId: "123456789012",
      vpcId: "vpc-0a",
    }),
    otherSide: async ({ simulator }, id) => {
      await simulator.peer.accept("subscriptionPeering", id);
      await seconds(60);
    },
    foreign: (id) => [["PUT", `/${id.replace("/", "/peerings/")}`, { vpcCidr: "10.10.13.0/24" }]],
    held: ({ resources: { subscriptionPeering = [] } }) =>
      (subscriptionPeering as unknown as { aws: { vpcCidrs: string[] } }[]).map(({ aws }) => aws.vpcCidrs),
  },
  {
    type: "PrivateLink",
    argument: "principals",
    before: principals("123456789012"),
    after: principals("123456789012", "210987654321"),
    around: async (cloud) => ({ ...(await subscriptionIn(cloud)), shareName: "redis" }),
    foreign: (id) => [
      ["DELETE", `/${id}/private-link/principals`, { principal: "210987654321" }],
      ["POST", `/${id}/private-link/principals`, { principal: "999999999999", type: "aws_account" }],
    ],
    held: ({ resources: { privateLink = [] } }) =>
      (privateLink as unknown as { principals: { principal: string }[] }[]).map((link) =>
        link.principals.map(({ principal }) => principal).sort(),
      ),
  },
  {
    type: "PrivateServiceConnectEndpointAccepter",
    argument: "action",
    before: "reject",
    after: "accept",
    around: async (cloud) => {
      const gcp = { cloudProviders: [{ provider: "GCP", regions: [{ region: "us-central1" }] }] };
      const inSubscription = await subscriptionIn(cloud, gcp);
      const psc = await cloud.stack.up("PrivateServiceConnect", "psc", inSubscription);
      const inService = { ...inSubscription, pscServiceId: lastPart(psc.id) };
      const args = { ...inService, ...ENDPOINT };
      const endpoint = await cloud.stack.up("PrivateServiceConnectEndpoint", "endpoint", args);
      const endpointId = lastPart(endpoint.id);
      await cloud.simulator.peer.act("privateServiceConnectEndpoint", "create", { id: endpointId });
      return { ...inService, endpointId };
    },
    foreign: (id) => {
      const [subscriptionId, service, endpoint] = id.split("/");
      const path = `/${subscriptionId}/private-service-connect/${service}/endpoints/${endpoint}`;
      return [["PUT", path, { action: "reject" }]];
    },
    held: ({ resources: { privateServiceConnectEndpoint = [] } }) =>
      privateServiceConnectEndpoint.map(({ status }) => status),
  },
  {
    type: "SubscriptionEncryptionKeys",
    argument: "deletionGracePeriod",
    before: "1-hour",
    after: "24-hours",
    around: async (cloud) => {
      const type = { persistentStorageEncryptionType: "customer-managed-key" };
      const inSubscription = await subscriptionIn(cloud, type);
      const { redisIamRole } = cloud.stack.state("main").outputs.customerManagedKeyAccessDetails as {
        redisIamRole: string;
      };
      for (const { resourceName } of KEYS) await cloud.simulator.peer.grantKey(redisIamRole, resourceName);
      return { ...inSubscription, customerManagedKeys: KEYS };
    },
    foreign: (id) => [["PUT", `/${id}`, { customerManagedKeys: KEYS, deletionGracePeriod: "alerts-only" }]],
    held: ofSubscription(({ deletionGracePeriod }) => deletionGracePeriod),
  },
];

test.each(CASES)(
  "$type, $argument: an update sets it, what somebody else sets is shown, and put back",
  async ({ type, argument, before, after, around, otherSide, foreign, held: heldIn }) => {
    const cloud = await redisCloud();
    const { stack, simulator, api } = cloud;
    const others = await around(cloud);
    const args = (value: unknown) => ({ ...others, [argument]: value });
    const held = () => heldIn(simulator.state().accounts[0] as SavedAccount);
    const next = (command: number) =>
      stackOf({ ...simulator, url: simulator.url + "/".repeat(command) }, 0, stack.held);

    const { id } = await stack.up(type, NAME, args(before));
    await otherSide?.(cloud, lastPart(id));
    const first = held();
    expect(await stack.up(type, NAME, args(after))).toMatchObject({ id, inputs: { [argument]: after } });
    const wanted = held();
    expect(wanted).not.toEqual(first);

    for (const [method, path, body] of foreign(id)) {
      const answer = await api.send(method, `/subscriptions${path}`, body);
      expect([200, 202]).toContain(answer.httpStatus);
      await seconds(600);
    }
    expect(held()).not.toEqual(wanted);
    const later = next(1);
    const refreshed = await later.refresh(NAME);
    expect(refreshed?.inputs[argument]).not.toEqual(after);
    expect(await later.preview(NAME, args(after))).toBe("update");
    expect(await later.up(type, NAME, args(after))).toMatchObject({ id });
    expect(held()).toEqual(wanted);
    expect(await next(2).preview(NAME, args(after))).toBe("same");
  },
);

/** Keys, which the API does not report. */
const UNREADABLE = [
  "ActiveActiveSubscription.persistentStorageEncryptionKeys",
  "SubscriptionEncryptionKeys.customerManagedKeys",
];

test("no argument of these types is left out", () => {
  const types = [
    "ActiveActiveSubscription",
    "ActiveActiveRegion",
    "SubscriptionPeering",
    "PrivateLink",
    "PrivateServiceConnect",
    "PrivateServiceConnectEndpoint",
    "PrivateServiceConnectEndpointAccepter",
    "SubscriptionEncryptionKeys",
    "DatabaseBackup",
    "DatabaseImport",
    "EndpointRedirection",
  ];
  const updated = (DECLARATIONS as readonly AnyDeclaration[])
    .filter(({ typeName }) => types.includes(typeName))
    .flatMap(({ typeName, fields }) =>
      Object.entries(fields)
        .filter(([, { change }]) => (typeof change === "string" ? change : change.usually) === "update")
        .map(([argument]) => `${typeName}.${argument}`),
    );
  const tested = CASES.map(({ type, argument }) => `${type}.${argument}`);
  expect([...tested, ...UNREADABLE].sort()).toEqual(updated.sort());
});

import type { Declaration, Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields } from "../common";
import { pathIn, placeFields, placeProblems } from "../connectivity";
import { readSubscription } from "../subscription/observed";
import { type ListedPrivateServiceConnect, PRIVATE_SERVICE_CONNECT, privateServiceConnectKind } from "./kind";
import type { PrivateServiceConnectInputs, PrivateServiceConnectOutputs } from "./types";

/** Arguments of {@link PrivateServiceConnect}. */
export type PrivateServiceConnectArgs = Args<PrivateServiceConnectInputs>;

const fields: Declaration<PrivateServiceConnectInputs, ListedPrivateServiceConnect>["fields"] = {
  ...commonFields,
  ...placeFields,
};

/**
 * Private Service Connect of a Pro subscription on Google Cloud: networks of yours reach the databases by endpoints of
 * their own, without a peering. Each subscription, and each region of an Active-Active one, has one at most.
 *
 * @example
 * ```ts
 * const psc = new rediscloud.PrivateServiceConnect("psc", { subscriptionId: subscription.id });
 * ```
 */
export class PrivateServiceConnect extends resource<
  PrivateServiceConnectInputs,
  PrivateServiceConnectOutputs
>("PrivateServiceConnect", {
  fields,
  secrets: [],
  fromId: { pscServiceId: (id) => Number(id.split("/").at(-1)) },
  outputs: ["status", "connectionHostName", "serviceAttachmentName"],
  attributes: [],
}) {}

const pathOf = (place: object): string => `${pathIn({ ...place })}/private-service-connect`;

/** @internal */
export const privateServiceConnect: Declaration<PrivateServiceConnectInputs, ListedPrivateServiceConnect> = {
  kind: privateServiceConnectKind,
  typeName: "PrivateServiceConnect",
  loss: "cuts all connections by Private Service Connect",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  naturalKey: () => PRIVATE_SERVICE_CONNECT,
  verify: verifyPrivateServiceConnect,
  createRequest: (inputs) => ({ method: "POST", path: pathOf(inputs) }),
  steps: () => [],
  deleteRequest: ({ place }) => ({ method: "DELETE", path: pathOf(place) }),
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(privateServiceConnectKind, place)).get(id ?? 0),
  outputs: ({ status, connectionHostName, serviceAttachmentName, id }) => ({
    pscServiceId: id,
    status,
    connectionHostName: connectionHostName ?? null,
    serviceAttachmentName: serviceAttachmentName ?? null,
  }),
};

/** What only the account can tell to be wrong. Only a new service is looked up. */
async function verifyPrivateServiceConnect(
  inputs: Partial<PrivateServiceConnectInputs>,
  session: ResourceSession,
  before: Partial<PrivateServiceConnectInputs>,
  isUnknown: (argument: keyof PrivateServiceConnectInputs) => boolean,
): Promise<readonly Problem[]> {
  const { subscriptionId, adopt } = inputs;
  if (subscriptionId === undefined || before.subscriptionId !== undefined || adopt !== undefined) return [];
  const problems = await placeProblems(inputs, session, isUnknown);
  if (problems.length > 0) return problems;
  const provider = (await readSubscription(subscriptionId, session))?.cloudDetails?.[0]?.provider;
  return provider === undefined || provider === "GCP"
    ? []
    : [
        {
          property: "subscriptionId",
          reason: `${subscriptionId} is on ${provider}: Private Service Connect is for subscriptions on Google Cloud.`,
        },
      ];
}

import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields } from "../common";
import { pathIn, placeFields, verifyNewPlace } from "../connectivity";
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
  verify: verifyNewPlace("GCP", "Private Service Connect is"),
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

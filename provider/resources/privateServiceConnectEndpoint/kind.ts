import { z } from "zod";
import { maybe, resourceId } from "../../api/answers";
import { listByTask } from "../../api/lists";
import type { Kind, Parent } from "../../lifecycle/kind";
import { inBothForms, PRO_SUBSCRIPTION, pathIn, REGION_ID } from "../connectivity";
import { privateServiceConnectKind } from "../privateServiceConnect/kind";
import { ENDPOINT_ADVICE } from "./advice";

/** Private Service Connect, which has the endpoints. */
const PSC_SERVICE: Parent = {
  argument: "pscServiceId",
  noun: privateServiceConnectKind.noun,
  kind: privateServiceConnectKind as Kind,
  output: "pscServiceId",
};

const endpoint = z
  .object({
    id: resourceId,
    status: z.string(),
    gcpProjectId: maybe(z.string()),
    gcpVpcName: maybe(z.string()),
    gcpVpcSubnetName: maybe(z.string()),
    endpointConnectionName: maybe(z.string()),
  })
  .transform((one) => ({ ...one, name: endpointKey(one) }));
export type ListedEndpoint = z.infer<typeof endpoint>;

/** What identifies an endpoint in its service: the network, and the names in it. */
export const endpointKey = ({
  gcpProjectId,
  gcpVpcName,
  gcpVpcSubnetName,
  endpointConnectionName,
}: Partial<Record<"gcpProjectId" | "gcpVpcName" | "gcpVpcSubnetName" | "endpointConnectionName", string>>) =>
  [gcpProjectId, gcpVpcName, gcpVpcSubnetName, endpointConnectionName].join("/");

/** Path of the service in a place, which lists its endpoints. */
export const servicePath = (place: Readonly<Record<string, unknown>>): string =>
  `${pathIn(place)}/private-service-connect/${place.pscServiceId}`;

/** States in which the endpoint is accepted or rejected, or will be. */
export const DECIDED: ReadonlySet<string> = new Set([
  "accept-pending",
  "active",
  "reject-pending",
  "rejected",
]);

/**
 * Endpoints of Private Service Connect. API: `…/private-service-connect/{pscServiceId}`, whose read is a task.
 *
 * After `initialized`, every state is somebody else's doing: `processing` while its side in Google Cloud is created or
 * deleted, `pending` until it is accepted or rejected.
 */
export const privateServiceConnectEndpointKind: Kind<ListedEndpoint> = {
  name: "privateServiceConnectEndpoint",
  noun: "endpoint",
  parents: [PRO_SUBSCRIPTION, REGION_ID, PSC_SERVICE],
  idType: "number",
  isNameUnique: true,
  isReadByTask: true,
  openList: listByTask({
    path: servicePath,
    item: endpoint,
    id: "id",
    answer: (list) => z.object({ endpoints: maybe(list) }).transform(({ endpoints = [] }) => endpoints),
    absent: ["PSC_SERVICE_NOT_FOUND", "SUBSCRIPTION_NOT_FOUND"],
  }),
  states: {
    pending: new Set(),
    ready: new Set(["initialized", "processing", "pending", ...DECIDED]),
    resting: new Set(),
    deleting: new Set(),
    failed: new Set(["failed"]),
  },
  commands: {
    create: inBothForms("pscEndpointCreateRequest"),
    update: inBothForms("pscEndpointUpdateRequest"),
    delete: inBothForms("pscEndpointDeleteRequest"),
    read: inBothForms("pscServiceEndpointsGetRequest", "pscServiceEndpointScriptGetRequest"),
  },
  passingRefusals: ["PSC_SERVICE_NOT_ACTIVE"],
  advice: ENDPOINT_ADVICE,
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 1 } },
};

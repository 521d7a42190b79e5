import { NO_COMMAND } from "../../lifecycle/commands";
import type { Kind } from "../../lifecycle/kind";
import { inBothForms } from "../connectivity";
import {
  DECIDED,
  type ListedEndpoint,
  privateServiceConnectEndpointKind,
} from "../privateServiceConnectEndpoint/kind";

/**
 * Decisions about endpoints, identified by the endpoints: those that are accepted or rejected. API: `PUT
 * …/endpoints/{endpointId}`.
 */
export const privateServiceConnectEndpointAccepterKind: Kind<ListedEndpoint> = {
  name: "privateServiceConnectEndpointAccepter",
  noun: "accepter of endpoint",
  parents: privateServiceConnectEndpointKind.parents,
  idArgument: "endpointId",
  idType: "number",
  isNameUnique: true,
  isReadByTask: true,
  partOf: { list: privateServiceConnectEndpointKind, has: ({ status }) => DECIDED.has(status) },
  openList: privateServiceConnectEndpointKind.openList,
  states: {
    pending: new Set(["accept-pending", "reject-pending"]),
    ready: new Set(["active", "rejected"]),
    resting: new Set(),
    deleting: new Set(),
    failed: new Set(["failed"]),
  },
  commands: {
    create: inBothForms("pscEndpointUpdateRequest"),
    update: inBothForms("pscEndpointUpdateRequest"),
    delete: NO_COMMAND,
  },
  passingRefusals: ["PSC_ENDPOINT_NOT_ACTIVE"],
  limits: { subscription: "parent", turnsNonActive: [], precedence: { create: 3, update: 3, delete: 3 } },
};

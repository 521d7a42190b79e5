import { z } from "zod";
import { maybe, resourceId } from "../../api/answers";
import { listByTask } from "../../api/lists";
import type { Kind } from "../../lifecycle/kind";
import { inBothForms, PRO_SUBSCRIPTION, pathIn, REGION_ID } from "../connectivity";
import { PRIVATE_SERVICE_CONNECT_ADVICE } from "./advice";

/** There is one in a place, so that this identifies it there. */
export const PRIVATE_SERVICE_CONNECT = "private-service-connect";

const service = z
  .object({
    id: resourceId,
    status: z.string(),
    connectionHostName: maybe(z.string()),
    serviceAttachmentName: maybe(z.string()),
  })
  .transform((one) => ({ ...one, name: PRIVATE_SERVICE_CONNECT }));
export type ListedPrivateServiceConnect = z.infer<typeof service>;

/**
 * Private Service Connect of Pro subscriptions on Google Cloud, one for each subscription or region. API:
 * `…/private-service-connect`, whose read is a task. The subscription is `pending` while it is created or deleted.
 */
export const privateServiceConnectKind: Kind<ListedPrivateServiceConnect> = {
  name: "privateServiceConnect",
  noun: "Private Service Connect",
  parents: [PRO_SUBSCRIPTION, REGION_ID],
  cloud: "GCP",
  hasStateOfParent: true,
  idType: "number",
  isNameUnique: true,
  isReadByTask: true,
  openList: listByTask({
    path: (place) => `${pathIn(place)}/private-service-connect`,
    item: service,
    id: "id",
    answer: (list) =>
      z
        .looseObject({ id: z.unknown().optional() })
        .transform((one): unknown => (one.id == null ? [] : [one]))
        .pipe(list),
    absent: ["PSC_SERVICE_NOT_FOUND", "PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED", "SUBSCRIPTION_NOT_FOUND"],
  }),
  states: {
    pending: new Set(["create-queued", "initialized", "create-pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["delete-queued", "delete-pending"]),
    failed: new Set(["provision-failed", "failed"]),
  },
  commands: {
    create: inBothForms("pscServiceCreateRequest"),
    update: new Set(),
    delete: inBothForms("pscServiceDeleteRequest"),
    read: inBothForms("pscServiceGetRequest"),
  },
  passingRefusals: [],
  advice: PRIVATE_SERVICE_CONNECT_ADVICE,
  limits: {
    subscription: "parent",
    turnsNonActive: ["create", "delete"],
    // Databases first: the subscription accepts none meanwhile.
    precedence: { create: 5, update: 3, delete: 3 },
  },
};

import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { type ListSource, listByTask } from "../../api/lists";
import { idOfPlace, type Kind } from "../../lifecycle/kind";
import { inBothForms, PRO_SUBSCRIPTION, pathIn, REGION_ID } from "../connectivity";
import { PRIVATE_LINK_ADVICE } from "./advice";

/** There is one in a place, so that this identifies it there. */
export const PRIVATE_LINK = "private-link";

/** Text, or a number in its place: the vendor's own clients differ. */
const words = z.union([z.string(), z.number().transform(String)]);

const answer = z.object({
  status: z.string(),
  shareName: maybe(z.string()),
  principals: maybe(
    z.array(
      z.object({
        principal: words,
        type: maybe(z.string()),
        alias: maybe(z.string()),
        status: maybe(z.string()),
      }),
    ),
  ),
  resourceConfigurationId: maybe(words),
  resourceConfigurationArn: maybe(z.string()),
  shareArn: maybe(z.string()),
  connections: maybe(
    z.array(
      z.object({
        associationId: maybe(words),
        connectionId: maybe(words),
        type: maybe(z.string()),
        ownerId: maybe(words),
        associationDate: maybe(z.string()),
      }),
    ),
  ),
  databases: maybe(
    z.array(
      z.object({
        databaseId: resourceId,
        port: informative(z.number()),
        rlEndpoint: informative(z.string()),
      }),
    ),
  ),
  errorMessage: informative(z.string()),
});
type Answer = z.infer<typeof answer>;

/** A private link, and its own state without that of its principals. */
export type ListedPrivateLink = Answer & {
  readonly id: string;
  readonly name: string;
  readonly linkStatus: string;
};

const ASSOCIATING = "associating";
const NOT_YET: ReadonlySet<string | undefined> = new Set(["initializing", ASSOCIATING]);

/** A link is ready when all its principals are associated: only then can they use it. */
function statusOf({ status, principals = [] }: Answer): string {
  const isReady = !principals.some((principal) => NOT_YET.has(principal.status));
  return status === "active" && !isReady ? ASSOCIATING : status;
}

const openList: ListSource<ListedPrivateLink>["openList"] = (reader, place) => {
  const id = idOfPlace(place) ?? "";
  return listByTask({
    path: () => privateLinkPath(place),
    item: answer.transform(
      (link): ListedPrivateLink => ({
        ...link,
        id,
        name: PRIVATE_LINK,
        linkStatus: link.status,
        status: statusOf(link),
      }),
    ),
    id: "id",
    // Recorded: an empty object where there is none, and for a while also where it is being created.
    answer: (list) =>
      z
        .looseObject({ status: z.unknown().optional() })
        .transform((one): unknown => (one.status == null ? [] : [one]))
        .pipe(list),
    absent: ["PRIVATE_LINK_NOT_FOUND", "PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED", "SUBSCRIPTION_NOT_FOUND"],
  })(reader, place);
};

/** Path of the private link in a place. */
export const privateLinkPath = (place: Readonly<Record<string, unknown>>): string =>
  `${pathIn(place)}/private-link`;

/**
 * AWS PrivateLink of Pro subscriptions, one for each subscription or region, without an ID. API: `…/private-link`, whose
 * read is a task. The subscription is `pending` while it is created or deleted.
 *
 * Of the tasks that create a link and change its principals no source has the names: these follow their requests.
 */
export const privateLinkKind: Kind<ListedPrivateLink> = {
  name: "privateLink",
  noun: "private link",
  parents: [PRO_SUBSCRIPTION, REGION_ID],
  cloud: "AWS",
  isOnePerPlace: true,
  hasStateOfParent: true,
  idType: "string",
  isNameUnique: true,
  isReadByTask: true,
  openList,
  states: {
    pending: new Set(["received", "initializing", ASSOCIATING]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["error", "failed"]),
  },
  commands: {
    create: inBothForms("privateLinkCreateRequest"),
    update: inBothForms("privateLinkPrincipalsCreateRequest", "privateLinkPrincipalsDeleteRequest"),
    delete: inBothForms("privateLinkDeleteRequest"),
    read: inBothForms("privateLinkGetRequest", "privateLinkEndpointScriptGetRequest"),
  },
  passingRefusals: [],
  advice: PRIVATE_LINK_ADVICE,
  limits: {
    subscription: "parent",
    turnsNonActive: ["create", "delete"],
    // Databases first: the subscription accepts none meanwhile.
    precedence: { create: 5, update: 3, delete: 3 },
  },
};

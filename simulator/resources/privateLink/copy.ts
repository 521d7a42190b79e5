import { z } from "zod";
import { type Answers, fieldOf } from "../../copy/answers";
import { maybe, withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { type ListedPlace, listedPlaces } from "../connectivityCopy";
import { privateLinkIdIn } from "./find";
import { PRINCIPAL_TYPES, PRIVATE_LINK, type PrivateLink } from "./state";

/** Text, or a number in its place: the vendor's own clients differ. */
const words = z.union([z.string(), z.number().transform(String)]);

const shape = z.object({
  status: z.string(),
  shareName: withDefault(z.string(), ""),
  principals: withDefault(
    z.array(
      z.object({
        principal: words,
        type: withDefault(z.enum(PRINCIPAL_TYPES), "aws_account"),
        alias: maybe(z.string()),
        status: maybe(z.string()),
      }),
    ),
    [],
  ),
  resourceConfigurationId: withDefault(words, ""),
  resourceConfigurationArn: withDefault(z.string(), ""),
  shareArn: withDefault(z.string(), ""),
  connections: withDefault(
    z.array(
      z.object({
        associationId: withDefault(words, ""),
        connectionId: withDefault(words, ""),
        type: withDefault(z.string(), ""),
        ownerId: withDefault(words, ""),
        associationDate: withDefault(z.string(), ""),
      }),
    ),
    [],
  ),
});

/** Seconds until a principal is associated that was not yet when it was read. */
const ASSOCIATION_MS = 30_000;

const links = (answers: Answers): ListedPlace[] =>
  listedPlaces(
    answers,
    ({ provider, cloudAccountId }) => provider === "AWS" && cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID,
  ).map(({ place, path }) => ({ place, path: `${path}/private-link` }));

export const privateLinkCopy: KindCopy<PrivateLink> = {
  reads: (answers) =>
    links(answers).map(({ path }) => ({
      path,
      byTask: {
        kind: PRIVATE_LINK,
        absent: ["PRIVATE_LINK_NOT_FOUND", "PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED"],
      },
    })),
  resources: (answers, context) =>
    links(answers).flatMap(({ place, path }) => {
      // Recorded: an empty object where there is none.
      if (fieldOf(answers[path], "status") === undefined) return [];
      const link = context.parse(
        shape,
        answers[path],
        `private link of subscription ${place.subscriptionId}`,
      );
      if (!link) return [];
      const { shareName, principals, ...rest } = link;
      return {
        kind: "privateLink" as const,
        id: privateLinkIdIn(place),
        name: shareName,
        ...rest,
        ...place,
        principals: principals.map(({ status, alias, ...principal }) => ({
          ...principal,
          ...(alias !== undefined && { alias }),
          associatedAt: status === "associating" ? context.now + ASSOCIATION_MS : context.now,
        })),
        shownAt: context.now,
      };
    }),
  states: {
    initializing: { to: "active", duration: "privateLinkCreate" },
    active: "rests",
    deleting: { to: "gone", duration: "privateLinkDelete" },
    error: "rests",
  },
};

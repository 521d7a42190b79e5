import { z } from "zod";
import { type Answers, fieldOf } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { type ListedPlace, listedPlaces } from "../connectivityCopy";
import { PRIVATE_SERVICE_CONNECT, type PrivateServiceConnect } from "./state";

const shape = z.object({
  id: z.int(),
  status: z.string(),
  connectionHostName: withDefault(z.string(), ""),
  serviceAttachmentName: withDefault(z.string(), ""),
});

const places = (answers: Answers): ListedPlace[] =>
  listedPlaces(answers, ({ provider }) => provider === "GCP").map(({ place, path }) => ({
    place,
    path: `${path}/private-service-connect`,
  }));

/** The services that an account has. The API answers with an empty object, or a code, where there is none. */
export function listedServices(
  answers: Answers,
  context?: CopyContext,
): (ListedPlace & { service: z.infer<typeof shape> })[] {
  return places(answers).flatMap(({ place, path }) => {
    const answer = answers[path];
    if (fieldOf(answer, "id") === undefined) return [];
    const service = context
      ? context.parse(shape, answer, `Private Service Connect of subscription ${place.subscriptionId}`)
      : shape.safeParse(answer).data;
    return service ? [{ place, path, service }] : [];
  });
}

export const privateServiceConnectCopy: KindCopy<PrivateServiceConnect> = {
  reads: (answers) =>
    places(answers).map(({ path }) => ({
      path,
      byTask: {
        kind: PRIVATE_SERVICE_CONNECT,
        absent: ["PSC_SERVICE_NOT_FOUND", "PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED"],
      },
    })),
  resources: (answers, context) =>
    listedServices(answers, context).map(({ place, service }) => ({
      kind: "privateServiceConnect",
      ...service,
      ...place,
      name: `private-service-connect-${place.subscriptionId}`,
    })),
  states: {
    "create-queued": { to: "initialized", duration: "privateServiceConnectCreate" },
    initialized: { to: "create-pending", duration: "privateServiceConnectCreate" },
    "create-pending": { to: "active", duration: "privateServiceConnectCreate" },
    active: "rests",
    "delete-queued": { to: "delete-pending", duration: "privateServiceConnectDelete" },
    "delete-pending": { to: "gone", duration: "privateServiceConnectDelete" },
    deleted: { to: "gone", duration: "privateServiceConnectDelete" },
    "provision-failed": "rests",
  },
};

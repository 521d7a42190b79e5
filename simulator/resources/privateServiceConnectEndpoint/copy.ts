import { z } from "zod";
import { itemsOf } from "../../copy/answers";
import type { KindCopy } from "../../copy/kindCopy";
import { listedServices } from "../privateServiceConnect/copy";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

const shape = z.object({
  id: z.int(),
  gcpProjectId: z.string(),
  gcpVpcName: z.string(),
  gcpVpcSubnetName: z.string(),
  endpointConnectionName: z.string(),
  status: z.string(),
});

export const privateServiceConnectEndpointCopy: KindCopy<PrivateServiceConnectEndpoint> = {
  reads: (answers) =>
    listedServices(answers).map(({ path, service }) => ({
      path: `${path}/${service.id}`,
      byTask: {
        kind: PRIVATE_SERVICE_CONNECT_ENDPOINT,
        absent: ["PSC_SERVICE_NOT_FOUND", "PSC_ENDPOINT_NOT_FOUND"],
      },
    })),
  resources: (answers, context) =>
    listedServices(answers).flatMap(({ place, path, service }) =>
      context
        .parseAll(
          shape,
          itemsOf(answers[`${path}/${service.id}`], "endpoints"),
          ({ id }) => `Private Service Connect endpoint ${id}`,
        )
        .map((endpoint) => ({
          kind: "privateServiceConnectEndpoint",
          ...endpoint,
          ...place,
          name: endpoint.endpointConnectionName,
          pscServiceId: service.id,
          isInCloud: !["initialized", "deleted"].includes(endpoint.status),
        })),
    ),
  states: {
    initialized: "rests",
    processing: { to: "pending", duration: "privateServiceConnectEndpointProcessing" },
    pending: "rests",
    "accept-pending": { to: "active", duration: "privateServiceConnectEndpointUpdate" },
    active: "rests",
    "reject-pending": { to: "rejected", duration: "privateServiceConnectEndpointUpdate" },
    rejected: "rests",
    deleted: { to: "gone", duration: "privateServiceConnectEndpointDelete" },
    failed: "rests",
  },
};

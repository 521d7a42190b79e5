import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields } from "../common";
import { placeFields } from "../connectivity";
import { type ListedPrivateLink, PRIVATE_LINK, privateLinkKind, privateLinkPath } from "./kind";
import {
  firstPrincipal,
  observedPrincipals,
  principalProblems,
  principalSet,
  principalSteps,
  principals,
} from "./principals";
import type { PrivateLinkInputs, PrivateLinkOutputs } from "./types";
import { verifyPrivateLink } from "./verify";

/** Arguments of {@link PrivateLink}. */
export type PrivateLinkArgs = Args<PrivateLinkInputs>;

const fields: Declaration<PrivateLinkInputs, ListedPrivateLink>["fields"] = {
  ...commonFields,
  ...placeFields,
  shareName: {
    schema: z.string().min(1, "must not be empty").max(64, "must be up to 64 characters"),
    change: "replace",
    observed: ({ shareName }) => shareName,
  },
  principals: {
    schema: principals,
    change: "update",
    // The API creates a link with the first one.
    afterCreate: true,
    canonical: principalSet,
    observed: observedPrincipals,
  },
};

/**
 * AWS PrivateLink of a Pro subscription in Redis' own AWS account, or of a region of an Active-Active one: principals in AWS
 * reach the databases by endpoints in their VPCs. It is ready when all its principals are associated: connect a VPC
 * endpoint of the type `Resource` to its `resourceConfigurationArn` (`aws.ec2.VpcEndpoint`), in the same program.
 *
 * It excludes peerings, transit gateways and databases with the OSS Cluster API in the same subscription.
 *
 * @example
 * ```ts
 * const link = new rediscloud.PrivateLink("link", {
 *   subscriptionId: subscription.id,
 *   shareName: "redis",
 *   principals: [{ principal: "123456789012", type: "aws_account", alias: "Production" }],
 * });
 * ```
 */
export class PrivateLink extends resource<PrivateLinkInputs, PrivateLinkOutputs>("PrivateLink", {
  fields,
  secrets: [],
  fromId: {},
  outputs: ["status", "resourceConfigurationId", "resourceConfigurationArn", "shareArn"],
  attributes: ["connections", "databases"],
}) {}

/** @internal */
export const privateLink: Declaration<PrivateLinkInputs, ListedPrivateLink> = {
  kind: privateLinkKind,
  typeName: "PrivateLink",
  loss: "cuts all connections by PrivateLink; principals have to connect again",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "30m", delete: "1h" },
  fields,
  naturalKey: () => PRIVATE_LINK,
  rules: principalProblems,
  verify: verifyPrivateLink,
  createRequest: (inputs) => ({
    method: "POST",
    path: privateLinkPath({ ...inputs }),
    body: { shareName: inputs.shareName, ...firstPrincipal(inputs) },
  }),
  steps: () => [],
  stepsFrom: (link, target, changed, inputs) =>
    changed.principals === undefined ? [] : principalSteps(link, target, inputs),
  deleteRequest: ({ place }) => ({ method: "DELETE", path: privateLinkPath(place) }),
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(privateLinkKind, place)).get(id ?? ""),
  outputs: (link) => ({
    status: link.linkStatus,
    resourceConfigurationId: link.resourceConfigurationId ?? null,
    resourceConfigurationArn: link.resourceConfigurationArn ?? null,
    shareArn: link.shareArn ?? null,
  }),
  attributes: ({ connections, databases }) => ({ connections, databases }),
};

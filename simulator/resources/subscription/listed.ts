import { z } from "zod";
import { type Answers, itemsOf } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { maybe, withDefault } from "../../copy/fields";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { resourceTag } from "./requests";

const networks = z.array(
  z.object({ deploymentCIDR: maybe(z.string()), vpcId: maybe(z.string()), subnetId: maybe(z.string()) }),
);

const region = z
  .object({
    region: z.string(),
    networking: withDefault(networks, []),
    preferredAvailabilityZones: withDefault(z.array(z.string()), []),
    multipleAvailabilityZones: withDefault(z.boolean(), false),
  })
  .transform(({ networking, ...place }) => ({
    ...place,
    deploymentCIDR: networking[0]?.deploymentCIDR ?? "",
    vpcId: networking[0]?.vpcId,
    subnetIds: networking.flatMap(({ subnetId }) => subnetId ?? []),
  }));

const cloudDetail = z.object({
  provider: withDefault(z.enum(["AWS", "GCP"]), "AWS"),
  cloudAccountId: withDefault(z.int(), INTERNAL_CLOUD_ACCOUNT_ID),
  regions: z.array(region).min(1),
  resourceTags: withDefault(z.array(z.object(resourceTag.shape)), []),
});

const subscription = z
  .object({
    id: z.int(),
    name: z.string(),
    status: z.string(),
    deploymentType: maybe(z.string()),
    paymentMethodType: withDefault(z.enum(["credit-card", "marketplace", "invoice"]), "credit-card"),
    paymentMethodId: maybe(z.int()),
    publicEndpointAccess: withDefault(z.boolean(), true),
    memoryStorage: withDefault(z.enum(["ram", "ram-and-flash"]), "ram"),
    persistentStorageEncryptionType: withDefault(
      z.enum(["cloud-provider-managed-key", "customer-managed-key"]),
      "cloud-provider-managed-key",
    ),
    deletionGracePeriod: maybe(z.string()),
    // Until its infrastructure exists, the API does not tell where a subscription is.
    cloudDetails: z.array(cloudDetail).min(1, "where it is deployed is not told yet"),
  })
  .transform(({ deploymentType, cloudDetails, ...one }) => ({
    ...one,
    ...(cloudDetails[0] as z.infer<typeof cloudDetail>),
    isActiveActive: deploymentType === "active-active",
  }));

/** A Pro subscription as the list of an account tells of it. */
export type ListedSubscription = z.infer<typeof subscription>;

/**
 * The Pro subscriptions that can be copied.
 *
 * @param context is told of those that cannot.
 */
export function listedSubscriptions(answers: Answers, context?: CopyContext): ListedSubscription[] {
  const listed = itemsOf(answers["/subscriptions"], "subscriptions");
  if (context) return context.parseAll(subscription, listed, ({ id }) => `subscription ${id}`);
  return listed.flatMap((one) => subscription.safeParse(one).data ?? []);
}

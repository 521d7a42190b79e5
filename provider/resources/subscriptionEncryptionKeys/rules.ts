import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { repetitions } from "../common";
import { hasKeysDeclared } from "../subscription/declaredKeys";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import { readSubscription } from "../subscription/observed";
import type { SubscriptionEncryptionKeysInputs } from "./types";

type Inputs = Partial<SubscriptionEncryptionKeysInputs>;

const at = (index: number) => `customerManagedKeys[${index}].region`;

/** Checks the keys against each other. */
export function keyRules({ customerManagedKeys = [] }: Inputs): readonly Problem[] {
  const regions = customerManagedKeys.flatMap(({ region }, index) =>
    region === undefined ? [] : [{ region, index }],
  );
  return repetitions(
    regions.map(({ region }) => region),
    (index) => at(regions[index]?.index ?? index),
  );
}

/** Checks the keys against their subscription, where it exists. */
export async function verifyKeys(
  { subscriptionId, customerManagedKeys }: Inputs,
  session: ResourceSession,
  before: Inputs,
): Promise<readonly Problem[]> {
  if (subscriptionId === undefined) return [];
  if (hasKeysDeclared(subscriptionId)) {
    const reason = `subscription ${subscriptionId} declares its keys itself, in persistentStorageEncryptionKeys: declare them once.`;
    return [{ property: "customerManagedKeys", reason }];
  }
  if (customerManagedKeys === undefined || isSame(customerManagedKeys, before.customerManagedKeys)) return [];
  const subscription = await readSubscription(subscriptionId, session);
  if (subscription === undefined) return [];
  const { persistentStorageEncryptionType: type, deploymentType, cloudDetails = [] } = subscription;
  if (type !== undefined && type !== "customer-managed-key") {
    const reason = `subscription ${subscriptionId} uses keys of its cloud provider: create it with persistentStorageEncryptionType: customer-managed-key.`;
    return [{ property: "subscriptionId", reason }];
  }
  if (deploymentType !== ACTIVE_ACTIVE) return [];
  const regions = cloudDetails
    .flatMap((details) => details.regions ?? [])
    .flatMap(({ region }) => region ?? []);
  return regionProblems(customerManagedKeys, regions);
}

const isSame = (keys: unknown, others: unknown): boolean => JSON.stringify(keys) === JSON.stringify(others);

/** In an Active-Active subscription, each region has a key. */
function regionProblems(
  keys: NonNullable<Inputs["customerManagedKeys"]>,
  regions: readonly string[],
): readonly Problem[] {
  if (regions.length === 0) return [];
  const missing = regions.filter((region) => !keys.some((key) => key.region === region));
  return [
    ...keys.flatMap(({ region }, index): Problem[] => {
      if (region === undefined)
        return [
          {
            property: at(index),
            reason: "is missing: in an Active-Active subscription, each region has a key.",
          },
        ];
      return regions.includes(region)
        ? []
        : [
            {
              property: at(index),
              reason: `${region} is not a region of the subscription: it has ${regions.join(", ")}.`,
            },
          ];
    }),
    ...(missing.length > 0
      ? [
          {
            property: "customerManagedKeys",
            reason: `must name a key for each region: ${missing.join(", ")}.`,
          },
        ]
      : []),
  ];
}

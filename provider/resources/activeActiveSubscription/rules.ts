import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import { repetitions } from "../common";
import type { PersistentStorageEncryptionKeys } from "../sharedTypes";
import { zoneProblems } from "../subscription/placeRules";
import { beforeKeysProblems, maintenanceProblems } from "../subscription/rules";
import { isSamePlaces, regionNames } from "./place";
import type { ActiveActiveSubscriptionInputs } from "./types";

type Inputs = Partial<ActiveActiveSubscriptionInputs>;

/** What is wrong between the arguments of an Active-Active subscription. */
export function activeActiveSubscriptionRules(
  inputs: Inputs,
  isUnknown: (argument: keyof ActiveActiveSubscriptionInputs) => boolean,
  before: Inputs,
): readonly Problem[] {
  return [
    ...regionListProblems(inputs, before),
    ...regionProblems(inputs, before),
    ...planProblems(inputs, before),
    ...maintenanceProblems(inputs),
    ...encryptionProblems(inputs, isUnknown, before),
  ];
}

/** Regions are added and removed by resources of their own. */
function regionListProblems({ cloudProviders }: Inputs, before: Inputs): readonly Problem[] {
  if (cloudProviders === undefined || before.cloudProviders === undefined) return [];
  const [held, wanted] = [regionNames(before.cloudProviders), regionNames(cloudProviders)];
  if (isDeepStrictEqual(held, wanted)) return [];
  const property = "cloudProviders[0].regions";
  const added = wanted.filter((region) => !held.includes(region));
  const removed = held.filter((region) => !wanted.includes(region));
  return [
    ...added.map((region) => ({
      property,
      reason: `cannot be extended by ${region}: declare an ActiveActiveRegion, which adds it to the subscription.`,
    })),
    ...removed.map((region) => ({
      property,
      reason: `cannot go without ${region}, which the subscription was created in: declare it as it was.`,
    })),
  ];
}

function regionProblems({ cloudProviders = [] }: Inputs, before: Inputs): readonly Problem[] {
  const [place] = cloudProviders;
  if (place === undefined || isSamePlaces(before.cloudProviders ?? [], cloudProviders)) return [];
  const path = "cloudProviders[0].regions";
  const at = (index: number) => `${path}[${index}]`;
  const { regions } = place;
  const isTooShort = regions.length < 2 && before.cloudProviders === undefined;
  return [
    ...(isTooShort
      ? [{ property: path, reason: "must be at least two regions: this is an Active-Active subscription." }]
      : []),
    ...repetitions(
      regions.map(({ region }) => region),
      (index) => `${at(index)}.region`,
    ),
    ...repetitions(
      regions.map(({ networking }) => networking.deploymentCIDR),
      (index) => `${at(index)}.networking.deploymentCIDR`,
    ),
    // Which default a region has, only the API knows.
    ...regions.flatMap((region, index) =>
      region.multipleAvailabilityZones === undefined ? [] : zoneProblems(region, place, at(index)),
    ),
  ];
}

function planProblems({ creationPlan = [], cloudProviders }: Inputs, before: Inputs): readonly Problem[] {
  if (before.name !== undefined || cloudProviders === undefined) return [];
  const names = regionNames(cloudProviders);
  return creationPlan.flatMap(({ localThroughputMeasurement = [] }, index) => {
    const at = (region: number) => `creationPlan[${index}].localThroughputMeasurement[${region}].region`;
    return [
      ...repetitions(
        localThroughputMeasurement.map(({ region }) => region),
        at,
      ),
      ...localThroughputMeasurement.flatMap(({ region }, position) =>
        names.includes(region)
          ? []
          : [{ property: at(position), reason: `${region} is not among the regions of cloudProviders.` }],
      ),
    ];
  });
}

/** The keys come after the creation, since the subscription is always in the vendor's cloud account. */
function encryptionProblems(
  inputs: Inputs,
  isUnknown: (argument: keyof ActiveActiveSubscriptionInputs) => boolean,
  before: Inputs,
): readonly Problem[] {
  const property = "persistentStorageEncryptionKeys";
  const { persistentStorageEncryptionType: type, [property]: keys, maintenanceWindows } = inputs;
  const isGiven = keys !== undefined || isUnknown(property);
  if (type !== "customer-managed-key") {
    const isMisplaced = keys !== undefined && !isUnknown("persistentStorageEncryptionType");
    const reason = "needs persistentStorageEncryptionType: customer-managed-key.";
    return isMisplaced ? [{ property, reason }] : [];
  }
  if (before.cloudProviders === undefined) return beforeKeysProblems(isGiven, maintenanceWindows);
  return keys === undefined || isDeepStrictEqual(keys, before[property]) ? [] : keyProblems(keys, inputs);
}

function keyProblems(
  { customerManagedKeys }: PersistentStorageEncryptionKeys,
  { cloudProviders }: Inputs,
): readonly Problem[] {
  const path = "persistentStorageEncryptionKeys.customerManagedKeys";
  const named = customerManagedKeys.map(({ region = "" }) => region);
  const missing = regionNames(cloudProviders).filter((region) => !named.includes(region));
  return [
    ...named.flatMap((region, index) =>
      region === ""
        ? [{ property: `${path}[${index}].region`, reason: "is missing: each region has a key of its own." }]
        : [],
    ),
    ...repetitions(
      named.filter((region) => region !== ""),
      (index) => `${path}[${index}].region`,
    ),
    ...(missing.length > 0
      ? [{ property: path, reason: `must name a key for each region: ${missing.join(", ")}.` }]
      : []),
  ];
}

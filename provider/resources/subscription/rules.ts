import type { Cloud } from "../../lifecycle/cloud";
import type { Problem } from "../declaration";
import { databaseName } from "../schemas";
import { numbered } from "./databases";
import type { CreationPlanDatabase, SubscriptionInputs } from "./types";

/** What is wrong between a subscription's arguments. */
export function subscriptionRules(
  inputs: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
): readonly Problem[] {
  return [
    ...paymentProblems(inputs, isUnknown),
    ...databaseProblems(inputs),
    ...otherProblems(inputs, isUnknown),
  ];
}

/** The payment method has to be one of the account's. */
export async function verifyPayment({ paymentMethodId }: Partial<SubscriptionInputs>, cloud: Cloud) {
  if (paymentMethodId === undefined) return [];
  const ids = (await cloud.paymentMethods()).map(({ id }) => id);
  if (ids.includes(paymentMethodId)) return [];
  const known = ids.length > 0 ? `it has ${ids.join(", ")}` : "it has none";
  return [{ property: "paymentMethodId", reason: `is not a payment method of this account (${known}).` }];
}

function paymentProblems(
  { paymentMethod = "credit-card", paymentMethodId }: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
): readonly Problem[] {
  const unknown = isUnknown("paymentMethod") || isUnknown("paymentMethodId");
  if (unknown || paymentMethod !== "credit-card" || paymentMethodId !== undefined) return [];
  const reason =
    "is missing: a credit card needs it. Take one of getPaymentMethods(), or set paymentMethod: marketplace.";
  return [{ property: "paymentMethodId", reason }];
}

function databaseProblems({
  databases = [],
  creationPlan = [],
}: Partial<SubscriptionInputs>): readonly Problem[] {
  const both = databases.length > 0 && creationPlan.length > 0;
  const given = databases.flatMap((spec, index) => numbered(spec).map(({ name }) => ({ name, index })));
  const repeated = given.find(({ name }, at) => given.findIndex((other) => other.name === name) !== at);
  const tooLong = given.find(({ name }) => !databaseName.safeParse(name).success);
  return [
    ...(both
      ? [
          {
            property: "creationPlan",
            reason: "cannot be given together with databases: these size the hardware.",
          },
        ]
      : []),
    ...(repeated
      ? [{ property: `databases[${repeated.index}].name`, reason: `is given twice: ${repeated.name}.` }]
      : []),
    ...(tooLong
      ? [
          {
            property: `databases[${tooLong.index}].name`,
            reason: `makes ${tooLong.name}, which is over 40 characters.`,
          },
        ]
      : []),
    ...databases.flatMap((spec, index) => sizeProblems(spec, `databases[${index}]`)),
    ...creationPlan.flatMap((spec, index) => sizeProblems(spec, `creationPlan[${index}]`)),
  ];
}

function sizeProblems(
  { datasetSizeInGb, memoryLimitInGb }: CreationPlanDatabase,
  at: string,
): readonly Problem[] {
  if (datasetSizeInGb !== undefined && memoryLimitInGb !== undefined) {
    const reason = "cannot be given together with datasetSizeInGb: keep datasetSizeInGb.";
    return [{ property: `${at}.memoryLimitInGb`, reason }];
  }
  if (datasetSizeInGb !== undefined || memoryLimitInGb !== undefined) return [];
  return [{ property: `${at}.datasetSizeInGb`, reason: "is missing: give the size of the dataset in GB." }];
}

function otherProblems(
  inputs: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
): readonly Problem[] {
  const { maintenanceWindows: maintenance, persistentStorageEncryptionType: encryption } = inputs;
  const windows = maintenance?.windows ?? [];
  const problems: (Problem | false)[] = [
    maintenance?.mode === "manual" &&
      windows.length === 0 && {
        property: "maintenanceWindows.windows",
        reason: "is missing: mode manual needs one.",
      },
    maintenance?.mode === "automatic" &&
      windows.length > 0 && { property: "maintenanceWindows.windows", reason: "is only for mode manual." },
    encryption === "customer-managed-key" &&
      inputs.persistentStorageEncryptionKeys === undefined &&
      !isUnknown("persistentStorageEncryptionKeys") && {
        property: "persistentStorageEncryptionKeys",
        reason: "is missing: customer-managed-key needs it.",
      },
  ];
  return problems.filter((problem) => problem !== false);
}

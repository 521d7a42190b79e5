import type { Declaration, Step } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { noteAccess } from "../subscription/access";
import {
  arePlannedDatabasesRemoved,
  plannedDatabasesLeft,
  removeDatabasesBefore,
  removePlannedDatabases,
} from "../subscription/cleanup";
import { databasesToCreate, noteCreatedWith } from "../subscription/databases";
import { noteKeys } from "../subscription/declaredKeys";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import { type ObservedSubscription, observeSubscription, pricingOf } from "../subscription/observed";
import { databasesOfOrphan } from "../subscription/orphan";
import { subscriptionAttributes, subscriptionOutputs } from "../subscription/outputs";
import { settingsSteps } from "../subscription/steps";
import { fields } from "./fields";
import { activeActiveSubscriptionKind } from "./kind";
import type { ActiveActiveSubscriptionOutputs } from "./outputTypes";
import { regionNames } from "./place";
import { noteOwnRegions } from "./regions";
import { activeActiveSubscriptionRules } from "./rules";
import { throughputIn } from "./throughput";
import type { ActiveActiveSubscriptionInputs } from "./types";
import { verifyActiveActiveSubscription } from "./verify";

/** Arguments of {@link ActiveActiveSubscription}. */
export type ActiveActiveSubscriptionArgs = Args<ActiveActiveSubscriptionInputs>;

/**
 * An Active-Active subscription: its databases are in several regions, and take writes in all of them.
 *
 * @example
 * ```ts
 * const global = new rediscloud.ActiveActiveSubscription("global", {
 *   paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
 *   cloudProviders: [
 *     {
 *       provider: "AWS",
 *       regions: [
 *         { region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/24" } },
 *         { region: "eu-west-1", networking: { deploymentCIDR: "10.0.1.0/24" } },
 *       ],
 *     },
 *   ],
 * });
 * ```
 */
export class ActiveActiveSubscription extends resource<
  ActiveActiveSubscriptionInputs,
  ActiveActiveSubscriptionOutputs
>("ActiveActiveSubscription", {
  fields,
  secrets: [],
  fromId: { subscriptionId: Number },
  outputs: ["name", "status", "pricing", "numberOfDatabases", "customerManagedKeyAccessDetails"],
  attributes: ["paymentMethodType"],
}) {}

const OUTPUTS = [
  "subscriptionId",
  "status",
  "pricing",
  "numberOfDatabases",
  "customerManagedKeyAccessDetails",
];

/** @internal */
export const activeActiveSubscription: Declaration<ActiveActiveSubscriptionInputs, ObservedSubscription> = {
  kind: activeActiveSubscriptionKind,
  typeName: "ActiveActiveSubscription",
  loss: "deletes it with all databases in it, and their data in all regions",
  name: { maxLength: 64 },
  timeouts: { create: "2h", update: "1h", delete: "1h" },
  fields,
  rules: activeActiveSubscriptionRules,
  verify: verifyActiveActiveSubscription,
  createRequest: (inputs) => ({
    method: "POST",
    path: "/subscriptions",
    body: {
      ...only(inputs, [
        "name",
        "paymentMethod",
        "paymentMethodId",
        "persistentStorageEncryptionType",
        "cloudProviders",
        "publicEndpointAccess",
      ]),
      deploymentType: ACTIVE_ACTIVE,
      databases: plannedDatabases(inputs),
    },
  }),
  steps: (target, changed, inputs): readonly Step<ObservedSubscription>[] =>
    settingsSteps(target, changed, inputs),
  priced: {
    creation: (inputs) => activeActiveSubscription.createRequest(inputs),
    today: pricingOf,
    databases: () => new Map(),
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/subscriptions/${id}` }),
  observe: (target, { maintenanceWindows }, session, scope) =>
    observeSubscription(target, { maintenanceWindows }, session, scope),
  outputs: (answer) =>
    Object.fromEntries(
      Object.entries(subscriptionOutputs(answer)).filter(([name]) => OUTPUTS.includes(name)),
    ),
  attributes: (answer) => {
    const { paymentMethodType, paymentMethod } = subscriptionAttributes(answer);
    return { paymentMethodType, ...(paymentMethodType !== undefined && { paymentMethod }) };
  },
  noteDeclared: ({ id }, inputs, isUnknown) => {
    if (id === undefined) return;
    const { cloudProviders, publicEndpointAccess = true, persistentStorageEncryptionKeys: keys } = inputs;
    noteCreatedWith(Number(id), inputs);
    noteKeys(Number(id), keys !== undefined || isUnknown("persistentStorageEncryptionKeys"));
    noteOwnRegions(Number(id), regionNames(cloudProviders));
    noteAccess(Number(id), isUnknown("publicEndpointAccess") ? undefined : publicEndpointAccess);
  },
  unmanaged: ({ subscription: { deploymentType } }) =>
    deploymentType === ACTIVE_ACTIVE
      ? undefined
      : `it is ${deploymentType}, and no Active-Active subscription`,
  // The databases that came with its creation, by name: see `beforeDelete`.
  inputsOfOrphan: async (target, session) => ({ ...(await databasesOfOrphan(target, session)) }) as object,
  afterCreate: removePlannedDatabases,
  isCompleted: arePlannedDatabasesRemoved,
  leftUndone: plannedDatabasesLeft,
  beforeDelete: removeDatabasesBefore,
};

/** The API requires databases at creation, each with its throughput in every region. */
function plannedDatabases({ creationPlan, cloudProviders }: ActiveActiveSubscriptionInputs) {
  const regions = regionNames(cloudProviders);
  const plan = (creationPlan ?? [{ datasetSizeInGb: 0.1 }]).map(
    ({ localThroughputMeasurement = [], ...spec }) => ({
      ...spec,
      localThroughputMeasurement: throughputIn(regions, localThroughputMeasurement),
    }),
  );
  return databasesToCreate({ creationPlan: plan });
}

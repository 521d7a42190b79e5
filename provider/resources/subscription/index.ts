import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { noteAccess } from "./access";
import {
  arePlannedDatabasesRemoved,
  plannedDatabasesLeft,
  removeDatabasesBefore,
  removePlannedDatabases,
} from "./cleanup";
import { databasesToCreate, namesDeclared, noteCreatedWith } from "./databases";
import { noteKeys } from "./declaredKeys";
import { fields } from "./fields";
import { subscriptionKind } from "./kind";
import { type ObservedSubscription, observeSubscription, pricingOf } from "./observed";
import { databasesOfOrphan } from "./orphan";
import { subscriptionAttributes, subscriptionOutputs } from "./outputs";
import type { SubscriptionOutputs } from "./outputTypes";
import { isInOwnCloudAccount } from "./place";
import { subscriptionRules } from "./rules";
import { put, settingsSteps } from "./steps";
import { noteStorage } from "./storage";
import type { SubscriptionInputs } from "./types";
import { verifySubscription } from "./verify";

/** Arguments of {@link Subscription}. */
export type SubscriptionArgs = Args<SubscriptionInputs>;

/**
 * A Pro subscription: where databases are deployed and how they are paid for.
 *
 * @example
 * ```ts
 * const subscription = new rediscloud.Subscription("main", {
 *   paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
 *   cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
 * });
 * ```
 */
export class Subscription extends resource<SubscriptionInputs, SubscriptionOutputs>("Subscription", {
  fields,
  secrets: [],
  fromId: { subscriptionId: Number },
  outputs: [
    "name",
    "status",
    "pricing",
    "numberOfDatabases",
    "awsAccountId",
    "deploymentCIDR",
    "vpcId",
    "subnetId",
    "customerManagedKeyAccessDetails",
    "prometheusEndpoint",
  ],
  attributes: ["deploymentType", "paymentMethodType", "preferredAvailabilityZones", "storageEncryption"],
}) {}

/** @internal */
export const subscription: Declaration<SubscriptionInputs, ObservedSubscription> = {
  kind: subscriptionKind,
  typeName: "Subscription",
  loss: "deletes it with all databases in it, and their data",
  name: { maxLength: 64 },
  timeouts: { create: "2h", update: "1h", delete: "1h" },
  fields,
  rules: subscriptionRules,
  verify: verifySubscription,
  createRequest: (inputs) => ({
    method: "POST",
    path: "/subscriptions",
    body: {
      ...only(inputs, [
        "name",
        "deploymentType",
        "paymentMethod",
        "paymentMethodId",
        "memoryStorage",
        "persistentStorageEncryptionType",
        "persistentStorageEncryptionKeys",
        "cloudProviders",
        "redisVersion",
        "publicEndpointAccess",
      ]),
      databases: databasesToCreate(inputs),
    },
  }),
  steps: (target, changed, inputs) => {
    const { cidrIps, securityGroupIds } = changed;
    const allowList = {
      cidrIps: cidrIps ?? inputs.cidrIps ?? [],
      securityGroupIds: securityGroupIds ?? inputs.securityGroupIds ?? [],
    };
    const resourceTags = changed.cloudProviders?.[0]?.resourceTags ?? [];
    return [
      ...settingsSteps(target, changed, inputs),
      ...(changed.cloudProviders?.some(isInOwnCloudAccount) === true
        ? [put(target, "/resource-tags", { resourceTags }, ["cloudProviders"])]
        : []),
      ...(cidrIps !== undefined || securityGroupIds !== undefined
        ? [put(target, "/cidr", allowList, ["cidrIps", "securityGroupIds"])]
        : []),
    ];
  },
  priced: {
    creation: (inputs) => subscription.createRequest(inputs),
    today: pricingOf,
    databases: (inputs) => new Map(namesDeclared(inputs).map((name) => [name, name])),
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/subscriptions/${id}` }),
  observe: observeSubscription,
  outputs: subscriptionOutputs,
  attributes: subscriptionAttributes,
  noteDeclared: ({ id }, inputs, isUnknown) => {
    if (id === undefined) return;
    const { memoryStorage, publicEndpointAccess = true, persistentStorageEncryptionKeys: keys } = inputs;
    const subscriptionId = Number(id);
    noteCreatedWith(subscriptionId, inputs);
    noteKeys(subscriptionId, keys !== undefined || isUnknown("persistentStorageEncryptionKeys"));
    noteStorage(subscriptionId, memoryStorage);
    noteAccess(subscriptionId, isUnknown("publicEndpointAccess") ? undefined : publicEndpointAccess);
  },
  unmanaged: ({ subscription: { deploymentType } }) =>
    deploymentType === undefined || deploymentType === "single-region"
      ? undefined
      : `${deploymentType} is not supported by this package`,
  inputsOfOrphan: databasesOfOrphan,
  afterCreate: removePlannedDatabases,
  isCompleted: arePlannedDatabasesRemoved,
  leftUndone: plannedDatabasesLeft,
  beforeDelete: removeDatabasesBefore,
};

import { isSubscriptionResting } from "../../lifecycle/states";
import type { Declaration, Step } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { only } from "../common";
import { noteAccess } from "./access";
import { removeDatabasesBefore, removePlannedDatabases } from "./cleanup";
import { databasesToCreate, namesDeclared, noteCreatedWith } from "./databases";
import { fields } from "./fields";
import { subscriptionKind } from "./kind";
import { type ObservedSubscription, observeSubscription, pricingOf } from "./observed";
import { databasesOfOrphan } from "./orphan";
import { subscriptionAttributes, subscriptionOutputs } from "./outputs";
import type { SubscriptionOutputs } from "./outputTypes";
import { isInOwnCloudAccount } from "./place";
import { subscriptionRules } from "./rules";
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
    const path = `/subscriptions/${target.id}`;
    const put = (
      below: string,
      body: object,
      fields: readonly (keyof SubscriptionInputs)[],
    ): Step<ObservedSubscription> => ({
      request: { method: "PUT", path: path + below, body },
      fields,
    });
    const plain = only(changed, ["name", "paymentMethod", "paymentMethodId", "publicEndpointAccess"]);
    const pays = changed.paymentMethod !== undefined || changed.paymentMethodId !== undefined;
    const { persistentStorageEncryptionKeys: keys, maintenanceWindows, cidrIps, securityGroupIds } = changed;
    const allowList = {
      cidrIps: cidrIps ?? inputs.cidrIps ?? [],
      securityGroupIds: securityGroupIds ?? inputs.securityGroupIds ?? [],
    };
    const steps: (Step<ObservedSubscription> | false)[] = [
      // Keys first: the API rejects other changes while the subscription waits for its keys.
      keys !== undefined && {
        ...put("", keys, ["persistentStorageEncryptionKeys"]),
        isDone: ({ subscription: { status } }, before) =>
          isSubscriptionResting(before.status) && !isSubscriptionResting(status),
      },
      Object.keys(plain).length > 0 &&
        // The API accepts a credit card only with its ID.
        put(
          "",
          { ...plain, ...(pays ? only(inputs, ["paymentMethod", "paymentMethodId"]) : {}) },
          Object.keys(plain) as [],
        ),
      changed.cloudProviders?.some(isInOwnCloudAccount) === true &&
        put("/resource-tags", { resourceTags: changed.cloudProviders[0]?.resourceTags ?? [] }, [
          "cloudProviders",
        ]),
      maintenanceWindows !== undefined &&
        put("/maintenance-windows", maintenanceWindows, ["maintenanceWindows"]),
      (cidrIps !== undefined || securityGroupIds !== undefined) &&
        put("/cidr", allowList, ["cidrIps", "securityGroupIds"]),
    ];
    return steps.filter((step) => step !== false);
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
  noteDeclared: ({ id }, { databases, memoryStorage, publicEndpointAccess = true }, isUnknown) => {
    if (id === undefined) return;
    const subscriptionId = Number(id);
    noteCreatedWith(subscriptionId, databases);
    noteStorage(subscriptionId, memoryStorage);
    noteAccess(subscriptionId, isUnknown("publicEndpointAccess") ? undefined : publicEndpointAccess);
  },
  unmanaged: ({ subscription: { deploymentType } }) =>
    deploymentType === undefined || deploymentType === "single-region"
      ? undefined
      : `${deploymentType} is not supported by this package`,
  inputsOfOrphan: databasesOfOrphan,
  afterCreate: removePlannedDatabases,
  beforeDelete: removeDatabasesBefore,
};

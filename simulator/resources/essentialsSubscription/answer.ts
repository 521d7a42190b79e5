import type { Account } from "../../account";
import { ESSENTIALS_DATABASE } from "../essentialsDatabase/state";
import { planOf } from "./find";
import { isPayAsYouGo } from "./plans";
import type { EssentialsSubscription } from "./state";

/** An Essentials subscription as `GET /fixed/subscriptions` returns it: with most of its plan. */
export function essentialsSubscriptionAnswer(account: Account, subscription: EssentialsSubscription) {
  const { id, name, status, payment, created } = subscription;
  const plan = planOf(subscription);
  const [database] = account.collection(ESSENTIALS_DATABASE).inSubscription(id);
  return {
    id,
    name,
    status,
    ...(payment?.paymentMethodId !== undefined && { paymentMethodId: payment.paymentMethodId }),
    ...(payment && { paymentMethodType: payment.paymentMethodType }),
    planId: plan.id,
    planName: plan.name,
    planType: isPayAsYouGo(plan) ? "pay-as-you-go" : "fixed",
    size: plan.size,
    sizeMeasurementUnit: plan.sizeMeasurementUnit,
    provider: plan.provider,
    region: plan.region,
    price: plan.price,
    pricePeriod: plan.pricePeriod,
    priceCurrency: plan.priceCurrency,
    maximumDatabases: plan.maximumDatabases,
    availability: plan.availability,
    connections: plan.connections,
    cidrAllowRules: plan.cidrAllowRules,
    supportDataPersistence: plan.supportDataPersistence,
    supportInstantAndDailyBackups: plan.supportInstantAndDailyBackups,
    supportReplication: plan.supportReplication,
    supportClustering: plan.supportClustering,
    customerSupport: plan.customerSupport,
    creationDate: new Date(created).toISOString().replace(/\.\d+Z$/, "Z"),
    ...(database && { databaseStatus: database.status }),
  };
}

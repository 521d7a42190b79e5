import type { Account } from "../../account";
import type { Charge } from "./charges";
import { byBillingPeriod, DAY_MS, type Period } from "./period";

const HOUR_MS = 3_600_000;

type Row = Readonly<Record<string, string | number | object | null>>;

/** The rows of a report, one for each charge and billing period, with FOCUS's columns as the vendor documents them. */
export function rowsOf(account: Account, charges: readonly Charge[], { from, until }: Period): Row[] {
  return charges.flatMap((charge) => {
    const period = { from: Math.max(from, charge.since), until: Math.min(until, account.now) };
    return byBillingPeriod(period).map((part) => rowOf(account, charge, part));
  });
}

function rowOf(
  { accountId, options }: Account,
  charge: Charge,
  { billing, charge: charged }: { billing: Period; charge: Period },
): Row {
  const quantity = quantityOf(charge, charged);
  const cost = round(quantity * charge.unitPrice);
  return {
    BillingAccountId: String(accountId),
    BillingAccountName: options.name,
    BillingAccountType: "Redis Cloud",
    BillingPeriodStart: timeOf(billing.from),
    BillingPeriodEnd: timeOf(billing.until),
    ChargePeriodStart: timeOf(charged.from),
    ChargePeriodEnd: timeOf(charged.until),
    ChargeCategory: "Usage",
    ChargeDescription: charge.description,
    ChargeFrequency: "Recurring",
    BilledCost: cost,
    BillingCurrency: "USD",
    ContractedCost: cost,
    ContractedUnitPrice: charge.unitPrice,
    EffectiveCost: cost,
    ListCost: cost,
    ListUnitPrice: charge.unitPrice,
    ConsumedQuantity: charge.unit === "Hours" ? quantity : null,
    ConsumedUnit: charge.unit === "Hours" ? "Hours" : null,
    PricingCategory: "Standard",
    PricingCurrency: "USD",
    PricingQuantity: quantity,
    PricingUnit: charge.unit,
    PublisherName: "redis.io",
    RegionId: charge.region,
    RegionName: charge.region,
    ResourceId: String(charge.resource.id),
    ResourceName: charge.resource.name,
    ResourceType: charge.resource.type,
    ServiceCategory: "Databases",
    ServiceName: charge.subscriptionType === "pro" ? "Redis Cloud Pro" : "Redis Cloud Essentials",
    ServiceSubcategory: "Caching",
    SkuPriceDetails: charge.details,
    Tags: Object.fromEntries(charge.tags.map(({ key, value }) => [key, value])),
  };
}

/** Hours, or the part of a month of 30 days. */
const quantityOf = ({ unit }: Charge, { from, until }: Period): number =>
  round((until - from) / (unit === "Hours" ? HOUR_MS : 30 * DAY_MS));

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const timeOf = (time: number): string => new Date(time).toISOString();

/** The file of a report: JSON, or CSV with a heading. */
export function fileOf(rows: readonly Row[], format: "csv" | "json"): string {
  if (format === "json") return JSON.stringify(rows, undefined, 2);
  const [first] = rows;
  if (first === undefined) return "";
  const heading = Object.keys(first);
  const lines = rows.map((row) => heading.map((column) => cell(row[column] ?? null)).join(","));
  return `${[heading.join(","), ...lines].join("\n")}\n`;
}

function cell(value: Row[string]): string {
  const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { amountCharged, priceOf } from "../../provider/api/pricing";
import type { Share } from "../../provider/preview/costs/estimate";
import { type Entry, totalOf } from "../../provider/preview/costs/ledger";
import { difference, hourlyAndMonthly } from "../../provider/preview/costs/money";
import { priced } from "../../provider/resources/database/priced";
import { databaseTarget } from "../targets";

describe("an amount", () => {
  test.each([
    [0.081, "0.081 USD/hour, 59.13 USD/month"],
    [0.1 + 0.2, "0.3 USD/hour, 219.00 USD/month"],
    [10, "10 USD/hour, 7300.00 USD/month"],
    [0, "0 USD/hour, 0.00 USD/month"],
    [0.0000012, "0.000001 USD/hour, 0.00 USD/month"],
  ])("of %d an hour is %s: a month has 730 hours", (amount, text) => {
    expect(hourlyAndMonthly(amount, "USD")).toBe(text);
  });

  test.each([
    [0.027, 0.081, "+0.054 USD/hour, +39.42 USD/month"],
    [0.081, 0.027, "-0.054 USD/hour, -39.42 USD/month"],
    [0.1 + 0.2, 0.3, "no difference"],
  ])("that goes from %d to %d differs by %s", (before, after, text) => {
    expect(difference(before, after, "USD")).toBe(text);
  });
});

describe("a price", () => {
  const line = { quantity: 1, pricePerUnit: 0.1, pricePeriod: "hour", priceCurrency: "USD" };

  test("is the sum of its hourly lines, apart from the minimum; lines without a price do not count", () => {
    const lines = [
      { ...line, type: "Shards", quantity: 3 },
      { ...line, type: "MinimumPrice", pricePerUnit: 0.274 },
      { ...line, pricePeriod: "month" },
      { type: "EBS Volume", quantity: 345, quantityMeasurement: "GB" },
    ];
    expect(priceOf(lines)).toEqual({ used: 0.3, minimum: 0.274, currency: "USD" });
  });

  test("of nothing is nothing, and one in several currencies cannot be summed", () => {
    expect(priceOf([])).toEqual({ used: 0, minimum: 0, currency: undefined });
    expect(priceOf([line, { ...line, priceCurrency: "EUR" }])).toBeUndefined();
  });

  test("is charged, at least the minimum; a subscription without databases costs nothing", () => {
    expect(amountCharged({ used: 0.3, minimum: 0.274 })).toBe(0.3);
    expect(amountCharged({ used: 0.1, minimum: 0.274 })).toBe(0.274);
    expect(amountCharged({ used: 0, minimum: 0.274 })).toBe(0);
  });
});

describe("the total", () => {
  const entry = (name: string, key: string, share: Partial<Share>, currency = "USD"): Entry => ({
    urn: `urn:pulumi:dev::shop::type::${name}`,
    estimate: { currency, subscriptions: { [key]: { minimum: 0, databases: {}, ...share } } },
  });
  const grows = (name: string, before: number, after: number) => ({
    databases: { [name]: { before, after } },
  });

  test("counts the minimum once for each subscription", () => {
    const minimum = 0.2;
    const entries = [
      entry("a", "7", { today: 0.05, minimum, ...grows("a", 0, 0.1) }),
      entry("b", "7", { today: 0.05, minimum, ...grows("b", 0, 0.1) }),
      entry("c", "8", { today: 0.05, minimum, ...grows("c", 0, 0.1) }),
    ];
    expect(totalOf(entries)).toContain("cost 0.45 USD/hour, 328.50 USD/month (+0.05 USD/hour,");
  });

  test("names what could not be estimated, and is omitted if nothing could be", () => {
    const missing = { urn: "urn:pulumi:dev::shop::type::sessions" };
    expect(totalOf([entry("a", "7", grows("a", 0, 0.1)), missing])).toMatch(/; not estimated: sessions$/);
    expect(totalOf([missing])).toBeUndefined();
    expect(totalOf([])).toBeUndefined();
  });

  test("keeps currencies apart", () => {
    const entries = [entry("a", "7", grows("a", 0, 0.1)), entry("b", "8", grows("b", 0, 0.2), "EUR")];
    expect(totalOf(entries)).toMatch(/cost 0\.1 USD\/hour.* and 0\.2 EUR\/hour/);
  });
});

test("a dry run contains only what the price depends on, and no secrets", () => {
  const inputs = {
    subscriptionId: 7,
    name: "cache",
    datasetSizeInGb: 1,
    password: "only-ours",
    sourceIp: [],
  };
  expect(priced.creation(inputs).body).toEqual({ name: "cost-estimate", datasetSizeInGb: 1 });
  expect(priced.change?.(databaseTarget(7, 12), inputs).body).toEqual({
    datasetSizeInGb: 1,
  });
});

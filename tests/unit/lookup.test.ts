import * as pulumi from "@pulumi/pulumi";
import { matches, outputForm, requireSingle } from "../../provider/functions/lookup";

const cards = [
  { id: 2, type: "Visa", creditCardEndsWith: 4242 },
  { id: 3, type: "Mastercard", creditCardEndsWith: 4444 },
  { id: 4, type: "Visa", creditCardEndsWith: 1111 },
];

/** Looks up one card, as `getPaymentMethod` does. */
const card = (filter: { account?: string; type?: string; creditCardEndsWith?: number }) =>
  requireSingle(
    "payment method",
    filter,
    cards.filter((one) => matches(filter, one)),
    { of: ({ id, type }) => `${id} (${type})`, all: cards },
  );

test("the only match is returned", () => {
  expect(card({ type: "Mastercard" }).id).toBe(3);
  expect(card({ type: "Visa", creditCardEndsWith: 1111 }).id).toBe(4);
});

test("when none matches, the error lists the candidates", () => {
  expect(() => card({ type: "Amex" })).toThrow(
    'Looking up one payment method: no payment method matches {"type":"Amex"}. ' +
      "Available: 2 (Visa), 3 (Mastercard), 4 (Visa).",
  );
});

test("when several match, the error lists them, and says how to select one", () => {
  expect(() => card({ type: "Visa" })).toThrow(
    'Looking up one payment method: 2 match {"type":"Visa"}: 2 (Visa), 4 (Visa). ' +
      "Specify more properties to select one.",
  );
});

test("the error is a RunError: Pulumi shows it without a stack trace", () => {
  expect(() => card({})).toThrow(pulumi.RunError);
});

test("the account selects where to look, and is not a filter", () => {
  expect(card({ account: "team", type: "Mastercard" }).id).toBe(3);
  expect(() => card({ account: "team", type: "Amex" })).toThrow(
    'no payment method matches {"type":"Amex"} in account team.',
  );
});

test("when there are no candidates, the error says so", () => {
  const nothing = { of: String, all: [] };
  expect(() => requireSingle("region", { name: "us-east-1" }, [], nothing)).toThrow("Available: none.");
});

test("undefined arguments are ignored, and an ID may be a string", () => {
  expect(matches({ type: undefined } as object, { type: "Visa" })).toBe(true);
  expect(matches({ id: "3" } as object, { id: 3 })).toBe(true);
  expect(matches({ id: "3" } as object, { id: 33 })).toBe(false);
});

test("the output form accepts outputs, and returns one", async () => {
  const doubled = outputForm(async ({ size }: { account?: string; size: number }) => size * 2);
  const result = doubled({ size: pulumi.output(21) });
  expect(await new Promise((resolve) => result.apply(resolve))).toBe(42);
});

test("the output form rejects a provider, and says how to select the account", () => {
  const cards = outputForm(async (_: { account?: string }) => []);
  const opts = { parent: undefined, provider: "a provider of another package" };
  expect(() => cards({}, opts)).toThrow("select the account with the argument account");
});

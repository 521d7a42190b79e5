import { round, sum } from "../../api/pricing";
import { isSubscription, type Kind } from "../../lifecycle/kind";
import type { Estimate } from "./estimate";

export const HOURS_PER_MONTH = 730;

/** Formats an hourly amount: `0.081 USD/hour, 59.13 USD/month`. */
export const hourlyAndMonthly = (amount: number, currency: string, sign = ""): string =>
  `${sign}${decimal(amount)} ${currency}/hour, ${sign}${(amount * HOURS_PER_MONTH).toFixed(2)} ${currency}/month`;

/** Formats a difference: `+0.027 USD/hour, +19.71 USD/month`. */
export function difference(before: number, after: number, currency: string): string {
  const amount = round(after - before);
  if (amount === 0) return "no difference";
  return hourlyAndMonthly(Math.abs(amount), currency, amount > 0 ? "+" : "-");
}

/** Formats without an exponent. */
const decimal = (amount: number): string =>
  round(amount)
    .toFixed(6)
    .replace(/\.?0+$/, "");

/** Describes an estimate. It names the resource: with `--diff`, Pulumi does not show whose message it is. */
export function inWords(name: string, kind: Kind, estimate: Estimate): string {
  const { currency, replaced } = estimate;
  const { before, after, minimum } = ownOf(estimate);
  const instead =
    replaced === undefined ? "" : `; the one that it replaces costs ${hourlyAndMonthly(replaced, currency)}`;
  const costs = `${name} costs ${hourlyAndMonthly(after, currency)} (${difference(before, after, currency)})`;
  if (!isSubscription(kind)) return costs + instead;
  const own = after > 0 ? `${costs} for its own databases` : `${name} costs what its databases cost`;
  const atLeast = minimum > 0 ? `, at least ${hourlyAndMonthly(minimum, currency)}` : "";
  return own + atLeast + instead;
}

/** Cost of an estimate's databases, and minimum of their subscription. */
function ownOf({ subscriptions }: Estimate) {
  const shares = Object.values(subscriptions);
  const databases = shares.flatMap((share) => Object.values(share.databases));
  return {
    before: sum(databases.map(({ before }) => before)),
    after: sum(databases.map(({ after }) => after)),
    minimum: Math.max(...shares.filter(({ isGone }) => !isGone).map(({ minimum }) => minimum)),
  };
}

import { requireThat } from "../../refusal";

export const DAY_MS = 86_400_000;

/** Longest period of a report, from the OpenAPI document. */
const MOST_DAYS = 40;

/** A time from the first instant to the one after the last, in simulated milliseconds since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** The period between two dates, both of which are part of it. */
export function periodOf(
  { startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined },
  now: number,
): Period {
  requireThat(startDate, "COST_REPORT_START_DATE_IS_MISSING");
  requireThat(endDate, "COST_REPORT_END_DATE_IS_MISSING");
  const [from, last] = [dateOf(startDate), dateOf(endDate)];
  requireThat(from !== undefined && last !== undefined, "COST_REPORT_INVALID_DATE_FORMAT");
  requireThat(from <= last, "COST_REPORT_END_DATE_BEFORE_START_DATE");
  requireThat(from <= now && last <= now, "COST_REPORT_FUTURE_DATES_NOT_ALLOWED");
  requireThat(last - from <= MOST_DAYS * DAY_MS, "COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT");
  return { from, until: last + DAY_MS };
}

/** The beginning of a day, in UTC; undefined for a text that is no date. */
function dateOf(text: string): number | undefined {
  const time = Date.parse(text);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time);
  // Date.parse takes 2025-02-30 for a day in March.
  return isDate && new Date(time).toISOString().startsWith(text) ? time : undefined;
}

/** The billing period that a time is in: its calendar month. */
function billingPeriod(time: number): Period {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: Date.UTC(year, month), until: Date.UTC(year, month + 1) };
}

/** The parts of a period that are in different billing periods. */
export function byBillingPeriod({ from, until }: Period): { billing: Period; charge: Period }[] {
  const parts: { billing: Period; charge: Period }[] = [];
  for (let start = from; start < until; ) {
    const billing = billingPeriod(start);
    parts.push({ billing, charge: { from: start, until: Math.min(billing.until, until) } });
    start = billing.until;
  }
  return parts;
}

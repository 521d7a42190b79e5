import { appendFileSync, readFileSync } from "node:fs";
import { amountCharged, round, sum } from "../../api/pricing";
import type { Difference, Estimate, Share } from "./estimate";
import { difference, hourlyAndMonthly } from "./money";

/*
 * The provider's process estimates; only the program's process knows when all is estimated. They share a file with a
 * line for each estimate.
 */

/** A line of the ledger; no `estimate` if it cannot be estimated. */
export interface Entry {
  readonly urn: string;
  readonly estimate?: Estimate;
}

export function append(ledger: string, entry: Entry): void {
  try {
    appendFileSync(ledger, `${JSON.stringify(entry)}\n`);
  } catch {
    // The program has ended and removed the file: nothing reads it.
  }
}

/** The latest entry of each resource. */
export function entriesIn(ledger: string): readonly Entry[] {
  const lines = readFileSync(ledger, "utf8").split("\n").filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  return [...new Map(entries.map((entry) => [entry.urn, entry])).values()];
}

/** Total cost of all changes, in one line; undefined if nothing could be estimated. */
export function totalOf(entries: readonly Entry[]): string | undefined {
  const estimates = entries.flatMap(({ estimate }) => estimate ?? []);
  const currencies = [...new Set(estimates.map(({ currency }) => currency))];
  const sums = currencies.map((currency) =>
    sumOf(
      estimates.filter((estimate) => estimate.currency === currency),
      currency,
    ),
  );
  if (sums.length === 0) return undefined;
  const missing = entries.filter(({ estimate }) => estimate === undefined).map(({ urn }) => nameIn(urn));
  const without = missing.length > 0 ? `; not estimated: ${missing.join(", ")}` : "";
  return `in total, the subscriptions that change cost ${sums.join(" and ")}${without}`;
}

function sumOf(estimates: readonly Estimate[], currency: string): string {
  const charges = [...bySubscription(estimates).values()].map(chargeOf);
  const [before, after] = [sum(charges.map(({ before }) => before)), sum(charges.map(({ after }) => after))];
  return `${hourlyAndMonthly(after, currency)} (${difference(before, after, currency)})`;
}

/** Merges shares. A Database that takes over one that its subscription created is not counted twice. */
function bySubscription(estimates: readonly Estimate[]): ReadonlyMap<string, Share> {
  const merged = new Map<string, Share>();
  for (const [key, share] of estimates.flatMap(({ subscriptions }) => Object.entries(subscriptions))) {
    const known = merged.get(key) ?? { minimum: 0, databases: {} };
    merged.set(key, {
      ...known,
      ...share,
      minimum: Math.max(known.minimum, share.minimum),
      databases: { ...known.databases, ...share.databases },
    });
  }
  return merged;
}

function chargeOf({ today = 0, minimum, isGone, databases }: Share): Difference {
  const changes = Object.values(databases).map(({ before, after }) => after - before);
  const used = isGone ? 0 : round(today + sum(changes));
  return { before: amountCharged({ used: today, minimum }), after: amountCharged({ used, minimum }) };
}

/** The logical name in a URN. */
export const nameIn = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);

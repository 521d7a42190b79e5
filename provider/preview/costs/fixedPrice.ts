import type { FixedPrice } from "../../api/pricing";
import type { AnyDeclaration } from "../../operations/declaration";
import { type Properties, withoutUnknown } from "../../operations/properties";
import type { ResourceSession } from "../../operations/session";
import type { Estimate } from "./estimate";
import { HOURS_PER_MONTH } from "./money";
import { NotEstimated } from "./prices";

/** A resource with a fixed price, and its change. */
interface Subject {
  readonly declaration: Pick<AnyDeclaration, "fixedPrice">;
  readonly session: ResourceSession;
  readonly inputs: Properties;
  readonly urn: string;
  /** The old arguments, if it exists. */
  readonly olds?: Properties;
  readonly isReplaced: boolean;
}

/** Estimates a resource whose price a catalog lists; undefined if the change does not affect it. */
export async function estimateFixedPrice(subject: Subject): Promise<Estimate | undefined> {
  const { session, inputs, urn, olds, isReplaced } = subject;
  const priceOf = async (of: Properties) => subject.declaration.fixedPrice?.(withoutUnknown(of), session);
  const [before, after] = [olds && (await priceOf(olds)), await priceOf(inputs)];
  if (after === undefined) throw new NotEstimated("its price is not known yet");
  if (before?.currency !== undefined && before.currency !== after.currency)
    throw new NotEstimated("prices are in several currencies");
  const difference = { before: before ? hourly(before) : 0, after: hourly(after) };
  if (olds !== undefined && !isReplaced && difference.before === difference.after) return undefined;
  return {
    currency: after.currency,
    ...(isReplaced && { replaced: difference.before }),
    subscriptions: { [urn]: { today: difference.before, minimum: 0, databases: { [urn]: difference } } },
  };
}

function hourly({ amount, period }: FixedPrice): number {
  if (period === "hour") return amount;
  if (period === "month") return amount / HOURS_PER_MONTH;
  throw new NotEstimated(`its price is per ${period}`);
}

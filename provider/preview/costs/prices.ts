import type { PriceLine } from "../../api/answers";
import type { ApiRequest } from "../../api/client";
import { type Price, priceOf } from "../../api/pricing";
import type { Target } from "../../lifecycle/kind";
import type { AnyDeclaration } from "../../operations/declaration";
import { containsUnknown } from "../../operations/properties";
import type { ResourceSession } from "../../operations/session";

/** Why there is no estimate, in a few words. */
export class NotEstimated extends Error {
  override readonly name = "NotEstimated";
}

/** Answers to the questions of one preview: what is asked alike is asked once. */
export class Answers {
  private readonly asked = new Map<string, Promise<unknown>>();

  once<T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = this.asked.get(key) ?? ask();
    this.asked.set(key, answer);
    return answer as Promise<T>;
  }
}

/** What a dry run says: the price of the whole, and of each database. */
export interface DryRunPrice extends Price {
  of(databaseName: string): number;
}

/** The prices of an account, as one resource asks for them. */
export class Prices {
  /** @param account its name in the config. */
  constructor(
    private readonly session: ResourceSession,
    private readonly account: unknown,
    private readonly answers: Answers,
    private readonly today: NonNullable<AnyDeclaration["priced"]>["today"],
  ) {}

  /** What a request would cost. */
  async ofRequest(target: Target, request: ApiRequest): Promise<DryRunPrice> {
    const unknown = Object.entries(request.body ?? {}).filter(([, value]) => containsUnknown(value));
    if (unknown.length > 0)
      throw new NotEstimated(`${unknown.map(([name]) => name).join(", ")} not known yet`);
    const lines = await this.answers.once([this.account, request], () =>
      this.session.dryRun(target, request),
    );
    const of = (name: string) =>
      inOneCurrency(lines.filter(({ databaseName = name }) => databaseName === name)).used;
    return { ...inOneCurrency(lines), of };
  }

  /** What a subscription costs now. */
  async ofToday(subscriptionId: number): Promise<Price> {
    const ask = () => this.today(subscriptionId, this.session);
    return inOneCurrency(await this.answers.once([this.account, subscriptionId], ask));
  }
}

function inOneCurrency(lines: readonly Partial<PriceLine>[]): Price {
  const price = priceOf(lines);
  if (price === undefined) throw new NotEstimated("prices are in several currencies");
  return price;
}

import type { PriceLine } from "../../api/answers";
import type { ApiRequest } from "../../api/client";
import { type Price, priceOf } from "../../api/pricing";
import type { Target } from "../../lifecycle/kind";
import type { AnyDeclaration } from "../../operations/declaration";
import { containsUnknown } from "../../operations/properties";
import type { ResourceSession } from "../../operations/session";

/** The cost cannot be estimated; the message says why. */
export class NotEstimated extends Error {
  override readonly name = "NotEstimated";
}

/** Cache of one preview's answers: equal questions are asked once. */
export class Answers {
  private readonly asked = new Map<string, Promise<unknown>>();

  once<T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = this.asked.get(key) ?? ask();
    this.asked.set(key, answer);
    return answer as Promise<T>;
  }
}

/** Price from a dry run: the total, and that of each database. */
export interface DryRunPrice extends Price {
  of(databaseName: string): number;
}

/** Reads the prices of an account for one resource. */
export class Prices {
  /** @param account its name in the config. */
  constructor(
    private readonly session: ResourceSession,
    private readonly account: unknown,
    private readonly answers: Answers,
    private readonly today: NonNullable<AnyDeclaration["priced"]>["today"],
  ) {}

  /** Price of a request, by its dry run. */
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

  /** Current price of a subscription. */
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

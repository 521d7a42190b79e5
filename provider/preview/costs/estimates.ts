import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { isSubscription, type Target } from "../../lifecycle/kind";
import { reasonOf } from "../../lifecycle/operate";
import type { Call } from "../../operations/call";
import type { AnyDeclaration } from "../../operations/declaration";
import { containsUnknown, type Properties, URN, withoutUnknown } from "../../operations/properties";
import { estimateCreation, estimateReplacement, estimateUpdate, type Subject } from "./changes";
import type { Asked, Estimate } from "./estimate";
import { estimateFixedPrice } from "./fixedPrice";
import { append, nameIn } from "./ledger";
import { inWords } from "./money";
import { Answers, NotEstimated, Prices } from "./prices";

/** State of one preview. */
interface Preview {
  readonly answers: Answers;
  /** Arguments of its subscriptions, by URN: a database may be in one that is to be created. */
  readonly subscriptions: Map<string, Properties>;
  /** URNs of existing resources that are already estimated. */
  readonly compared: Set<string>;
}

interface There {
  readonly target: Target;
  readonly olds: Properties;
}

/** By ledger. */
const previews = new Map<string, Preview>();
/** Requests for estimates, by URN. */
const askedOf = new Map<string, Asked>();
/**
 * By URN, existing resources that the engine compares before it checks them: those that are replaced with a dependency.
 * They are checked as new ones.
 */
const there = new Map<string, There>();

/** Estimates one type of resource for previews, and shows each estimate on the resource's own line. */
export class Estimates {
  /**
   * @param callOf opens a provider call with known arguments.
   * @param show shows a text on the line of the resource with the URN.
   */
  constructor(
    private readonly declaration: AnyDeclaration,
    private readonly callOf: (inputs: Properties) => Call,
    private readonly show: (urn: string, text: string) => Promise<void>,
  ) {}

  /**
   * Estimates a resource that is to be created.
   *
   * @param asked the hidden argument, if there is one.
   */
  async checked(olds: Properties, inputs: Properties, asked: unknown): Promise<void> {
    const urn = String(inputs[URN]);
    askedOf.delete(urn);
    const { priced, fixedPrice } = this.declaration;
    if (asked === undefined || (priced === undefined && fixedPrice === undefined)) return;
    askedOf.set(urn, asked as Asked);
    const { subscriptions, compared } = previewOf(asked as Asked);
    if (isSubscription(this.declaration.kind)) subscriptions.set(urn, inputs);
    const isNew = Object.keys(olds).length === 0 && !compared.has(urn);
    if (isNew) await this.tell(inputs, asked as Asked, instead(there.get(urn)), there.get(urn)?.olds);
  }

  /** Estimates the change of an existing resource. */
  async compared(target: Target, olds: Properties, news: Properties, result: DiffResult): Promise<void> {
    const urn = String(news[URN]);
    const asked = askedOf.get(urn);
    if (asked === undefined && previews.size > 0) there.set(urn, { target, olds });
    if (asked === undefined || !result.changes) return;
    const { compared } = previewOf(asked);
    if (compared.has(urn)) return;
    compared.add(urn);
    const isReplaced = (result.replaces ?? []).length > 0;
    const change = isReplaced ? instead({ target, olds }) : (to: Subject) => estimateUpdate(to, target, olds);
    await this.tell(news, asked, change, olds, isReplaced);
  }

  /**
   * Shows and records an estimate. Errors do not fail the preview.
   *
   * @param olds the old arguments of an existing resource.
   */
  private async tell(
    inputs: Properties,
    asked: Asked,
    estimated: (subject: Subject) => Promise<Estimate | undefined>,
    olds?: Properties,
    isReplaced = olds !== undefined,
  ): Promise<void> {
    const { declaration } = this;
    const { priced } = declaration;
    const urn = String(inputs[URN]);
    const { answers, subscriptions } = previewOf(asked);
    try {
      if (containsUnknown(inputs.account)) throw new NotEstimated("account not known yet");
      const { session } = this.callOf(withoutUnknown(inputs));
      const quietly = session.about({ what: "estimating its cost", name: urn });
      const estimate =
        priced === undefined
          ? await estimateFixedPrice({ declaration, session: quietly, inputs, urn, olds, isReplaced })
          : await estimated({
              declaration,
              priced,
              session,
              prices: new Prices(quietly, inputs.account, answers, priced.today),
              inputs,
              key: asked.subscription ?? urn,
              ofSubscription: subscriptions.get(asked.subscription ?? ""),
            });
      if (estimate === undefined) return;
      append(asked.ledger, { urn, estimate });
      await this.show(urn, inWords(nameIn(urn), declaration.kind, estimate));
    } catch (error) {
      append(asked.ledger, { urn });
      const why = error instanceof NotEstimated ? error.message : reasonOf(error);
      await this.show(urn, `the cost of ${nameIn(urn)} cannot be estimated: ${why}`);
    }
  }
}

const instead = (old: There | undefined) => (subject: Subject) =>
  old === undefined ? estimateCreation(subject) : estimateReplacement(subject, old.target, old.olds);

function previewOf({ ledger }: Asked): Preview {
  const preview = previews.get(ledger) ?? {
    answers: new Answers(),
    subscriptions: new Map(),
    compared: new Set(),
  };
  previews.set(ledger, preview);
  return preview;
}

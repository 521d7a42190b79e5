import { z } from "zod";
import { type Answers, itemsOf } from "../../copy/answers";
import type { CopyContext } from "../../copy/context";
import { maybe, time } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { planAnswer } from "./planAnswer";
import { findPlan } from "./plans";
import type { EssentialsSubscription } from "./state";

const PATH = "/fixed/subscriptions";

const shape = z.object({
  id: z.int(),
  name: z.string(),
  status: z.string(),
  planId: z.int(),
  paymentMethodType: maybe(z.enum(["credit-card", "marketplace", "invoice"])),
  paymentMethodId: maybe(z.int()),
  creationDate: time,
});

/**
 * The Essentials subscriptions that can be copied.
 *
 * @param context is told of those that cannot.
 */
export function listedEssentialsSubscriptions(
  answers: Answers,
  context?: CopyContext,
): z.infer<typeof shape>[] {
  const listed = itemsOf(answers[PATH], "subscriptions");
  if (context) return context.parseAll(shape, listed, ({ id }) => `Essentials subscription ${id}`);
  return listed.flatMap((one) => shape.safeParse(one).data ?? []);
}

const planPath = (planId: number): string => `/fixed/plans/${planId}`;

export const essentialsSubscriptionCopy: KindCopy<EssentialsSubscription> = {
  reads: (answers) => [
    { path: PATH },
    ...listedEssentialsSubscriptions(answers).map(({ planId }) => ({ path: planPath(planId) })),
  ],
  resources: (answers, context) =>
    listedEssentialsSubscriptions(answers, context).flatMap(
      ({ creationDate = context.now, paymentMethodType, paymentMethodId, ...one }) => {
        const answer = answers[planPath(one.planId)];
        const known = findPlan(one.planId);
        const plan = answer ? context.parse(planAnswer, answer, `plan ${one.planId}`) : known;
        if (!plan) {
          context.leaveOut(`Essentials subscription ${one.id}`, `its plan ${one.planId} is not known`);
          return [];
        }
        // Of the same name and ID it is the simulator's own plan.
        const isOwn = known?.name === plan.name && known.region === plan.region;
        return {
          kind: "essentialsSubscription" as const,
          ...one,
          ...(!isOwn && { plan }),
          ...(paymentMethodType && { payment: { paymentMethodType, paymentMethodId } }),
          created: creationDate,
        };
      },
    ),
  states: {
    pending: { to: "active", duration: "essentialsSubscriptionUpdate" },
    active: "rests",
    deleting: { to: "gone", duration: "essentialsSubscriptionDelete" },
    error: "rests",
  },
};

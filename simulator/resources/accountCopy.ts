import { z } from "zod";
import { type Answers, fieldOf, itemsOf, type Read } from "../copy/answers";
import type { PaymentMethodOptions } from "./subscription/paymentMethods";

/** The reads that tell of an account itself. */
export const ACCOUNT_READS: readonly Read[] = [
  { path: "/" },
  { path: "/payment-methods" },
  { path: "/subscriptions/redis-versions" },
];

const paymentMethod = z.object({
  id: z.int(),
  type: z.string(),
  creditCardEndsWith: z.coerce.number().int(),
  nameOnCard: z.string().optional().catch(undefined),
  expirationMonth: z.int().optional().catch(undefined),
  expirationYear: z.int().optional().catch(undefined),
});

/** The options of an account, as far as its answers tell them. */
export interface AnsweredOptions {
  accountId?: number;
  name?: string;
  billing?: "credit-card" | "contract" | "marketplace";
  paymentMethods?: PaymentMethodOptions[];
  defaultRedisVersion?: string;
  hasAccessToKeys?: boolean;
}

export function optionsIn(answers: Answers): AnsweredOptions {
  const account = fieldOf(answers["/"], "account");
  const [id, name] = [fieldOf(account, "id"), fieldOf(account, "name")];
  const versions = itemsOf(answers["/subscriptions/redis-versions"], "redisVersions");
  const version = fieldOf(
    versions.find((one) => fieldOf(one, "isDefault") === true),
    "version",
  );
  const paymentMethods = itemsOf(answers["/payment-methods"], "paymentMethods").flatMap((one) => {
    const { data } = paymentMethod.safeParse(one);
    return data ? [JSON.parse(JSON.stringify(data)) as PaymentMethodOptions] : [];
  });
  return {
    ...(typeof id === "number" && { accountId: id }),
    ...(typeof name === "string" && { name }),
    ...(answers["/payment-methods"] != null && {
      paymentMethods,
      billing: billingIn(answers, paymentMethods),
    }),
    ...(typeof version === "string" && { defaultRedisVersion: version }),
    // Who granted access to keys at the cloud provider, the API does not tell.
    hasAccessToKeys: true,
  };
}

/** How the account pays: no answer says it, but its subscriptions are paid that way. */
function billingIn(answers: Answers, paymentMethods: readonly unknown[]): AnsweredOptions["billing"] {
  const paid = ["/subscriptions", "/fixed/subscriptions"]
    .flatMap((path) => [...itemsOf(answers[path], "subscriptions")])
    .map((one) => fieldOf(one, "paymentMethodType"));
  if (paid.includes("invoice")) return "contract";
  return paid.includes("marketplace") && paymentMethods.length === 0 ? "marketplace" : "credit-card";
}

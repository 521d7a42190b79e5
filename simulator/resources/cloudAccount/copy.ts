import { z } from "zod";
import { itemsOf } from "../../copy/answers";
import { maybe, withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "./internal";
import type { CloudAccount } from "./state";

const PATH = "/cloud-accounts";

const shape = z.object({
  id: z.int(),
  name: withDefault(z.string(), ""),
  provider: withDefault(z.enum(["AWS", "GCP"]), "AWS"),
  status: z.string(),
  signInLoginUrl: maybe(z.string()),
  awsUserArn: maybe(z.string()),
});

/** The access key stays with its owner, although the API answers with its ID. */
export const cloudAccountCopy: KindCopy<CloudAccount> = {
  reads: () => [{ path: PATH }],
  resources: (answers, context) =>
    context
      .parseAll(shape, itemsOf(answers[PATH], "cloudAccounts"), ({ id }) => `cloud account ${id}`)
      .filter(({ id }) => id !== INTERNAL_CLOUD_ACCOUNT_ID)
      .map(({ awsUserArn, signInLoginUrl, ...one }) => {
        const awsAccountId = awsUserArn?.match(/^arn:aws[\w-]*:iam::(\d{12}):/)?.[1];
        return {
          kind: "cloudAccount",
          ...one,
          ...(signInLoginUrl !== undefined && { signInLoginUrl }),
          ...(awsAccountId !== undefined && { awsAccountId }),
        };
      }),
  states: {
    draft: { to: "active", duration: "cloudAccountCreate" },
    active: "rests",
    "change-draft": { to: "active", duration: "cloudAccountUpdate" },
    "delete-pending": { to: "gone", duration: "cloudAccountDelete" },
    error: "rests",
  },
};

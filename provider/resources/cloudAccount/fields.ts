import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import type { Declaration } from "../../operations/declaration";
import { commonFields } from "../common";
import { oneOf, text } from "../schemas";
import type { CloudAccountInputs } from "./types";

/** `GET /cloud-accounts/{id}`. */
export const cloudAccountAnswer = z.looseObject({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  provider: maybe(z.string()),
  accessKeyId: informative(z.string()),
  signInLoginUrl: informative(z.string()),
  awsUserArn: informative(z.string()),
  awsConsoleRoleArn: informative(z.string()),
});
export type CloudAccountAnswer = z.infer<typeof cloudAccountAnswer>;

const secret = { schema: text, change: "update", secret: true } as const;

/** The arguments of a cloud account: validation, effect of a change, and how each is read from the API. */
export const fields: Declaration<CloudAccountInputs, CloudAccountAnswer>["fields"] = {
  ...commonFields,
  name: { schema: text.optional(), change: "update", observed: (answer) => answer.name },
  provider: {
    schema: oneOf(["AWS", "GCP"]).optional(),
    change: "replace",
    default: "AWS",
    observed: (answer) => answer.provider as CloudAccountInputs["provider"],
  },
  accessKeyId: { ...secret, observed: (answer) => answer.accessKeyId },
  accessSecretKey: secret,
  consoleUsername: secret,
  consolePassword: secret,
  signInLoginUrl: {
    schema: z.url("must be a URL"),
    change: "update",
    observed: (answer) => answer.signInLoginUrl,
  },
};

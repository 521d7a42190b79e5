import fc from "fast-check";
import type { CloudAccountInputs } from "../../../provider/resources/cloudAccount/types";
import type { ArgumentsOf } from "./arguments";
import { timeouts } from "./databaseArguments";

/** What is drawn of a cloud account; what the API requires may be missing, and is then made up. */
export type CloudAccountDraft = Partial<Omit<CloudAccountInputs, "account" | "adopt">>;

const oneOf = fc.constantFrom;

export const cloudAccountArguments: ArgumentsOf<CloudAccountDraft> = {
  timeouts,
  name: { values: oneOf("first", "second") },
  provider: { values: oneOf("AWS", "GCP"), byDefault: "AWS", replaces: true },
  accessKeyId: { values: oneOf("AKIAFIRST", "AKIASECOND") },
  accessSecretKey: { values: oneOf("first-access-secret", "second-access-secret") },
  consoleUsername: { values: oneOf("first-console-user", "second-console-user") },
  consolePassword: { values: oneOf("first-console-password", "second-console-password") },
  signInLoginUrl: {
    values: oneOf(
      "https://123456789012.signin.aws.amazon.com/console",
      "https://210987654321.signin.aws.amazon.com/console",
    ),
  },
};

/** What the API requires. */
export const REQUIRED_OF_CLOUD_ACCOUNT = {
  accessKeyId: "AKIAZERO",
  accessSecretKey: "zeroth-access-secret",
  consoleUsername: "zeroth-console-user",
  consolePassword: "zeroth-console-password",
  signInLoginUrl: "https://000000000000.signin.aws.amazon.com/console",
} satisfies CloudAccountDraft;

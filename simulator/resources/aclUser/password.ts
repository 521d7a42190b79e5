import { createHash } from "node:crypto";
import { requireThat } from "../../refusal";

/** Characters in a password, as the vendor's page on users states them. */
const LENGTHS: readonly [number, number] = [8, 128];

/** What a password has to contain, as the vendor's Terraform provider documents it. */
const REQUIRED = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/**
 * Takes the password out of a request, so that it is not kept with the task, and returns its hash.
 *
 * @throws Refusal when the password breaks a rule
 */
export function takePassword(body: { password?: string }): string | undefined {
  const { password } = body;
  delete body.password;
  if (password === undefined) return undefined;
  const [shortest, longest] = LENGTHS;
  const isValid =
    password.length >= shortest &&
    password.length <= longest &&
    REQUIRED.every((pattern) => pattern.test(password));
  requireThat(isValid, "ACL_USER_PASSWORD_NOT_VALID");
  return createHash("sha256").update(password).digest("hex");
}

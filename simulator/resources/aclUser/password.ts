import { createHash } from "node:crypto";

/** Characters in a password, as the vendor's page on users states them. */
const LENGTHS: readonly [number, number] = [8, 128];

/** What a password has to contain, as the vendor's Terraform provider documents it. */
const REQUIRED = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** A password as it is kept from the request on: never in clear. */
export interface HashedPassword {
  /** SHA-256 in hexadecimal, as Redis keeps it. */
  hash: string;
  /** Whether it obeys the rules for passwords, which the task checks. */
  isValid: boolean;
}

export function hashedPassword(password: string): HashedPassword {
  const [shortest, longest] = LENGTHS;
  const isValid =
    password.length >= shortest &&
    password.length <= longest &&
    REQUIRED.every((pattern) => pattern.test(password));
  return { hash: createHash("sha256").update(password).digest("hex"), isValid };
}

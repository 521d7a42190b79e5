import { z } from "zod";
import { SECRET_FIELD, withoutSecretParts } from "../../simulator/console/secrets";

/** An answer of the API. Its secrets are dropped while it is parsed. */
export const answerWithoutSecrets = z.unknown().transform(withoutSecrets);

/** A JSON value without the fields that hold secrets, and without secrets in other texts. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string") return withoutSecretParts(value, "");
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !SECRET_FIELD.test(name));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutSecrets(one)]));
}

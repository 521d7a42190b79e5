import { z } from "zod";
import { SECRET_FIELD } from "../../simulator/console/secrets";

/** Blocks that hold private keys. */
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** User and password of a URL, which may contain slashes, and the signature in its query. */
const USER_IN_URL = /([a-z][a-z0-9+.-]*:\/\/)\S*@/gi;
const SIGNED_QUERY = /\?[^\s#]*\b(?:sig|signature|x-amz-signature|x-goog-signature|token)=[^\s#]*/gi;

/** An answer of the API. Its secrets are dropped while it is parsed. */
export const answerWithoutSecrets = z.unknown().transform(withoutSecrets);

/** A JSON value without the fields that hold secrets, and without user and password in URLs. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === "string") return textWithoutSecrets(value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !SECRET_FIELD.test(name));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutSecrets(one)]));
}

function textWithoutSecrets(text: string): string {
  if (PRIVATE_KEY.test(text)) return "";
  return text.replace(USER_IN_URL, "$1").replace(SIGNED_QUERY, "");
}

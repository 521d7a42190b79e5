/** Stands for a secret wherever one would be. */
export const MASK = "••••••••";

/** Fields that contain secrets: passwords and their hashes, keys of cloud accounts, names that belong to a login. */
export const SECRET_FIELD =
  /passw|secret|accesskey|apikey|privatekey|token|credential|consoleusername|saslusername/i;

/** Shorter ones would be found in ordinary words. */
const SHORTEST_SECRET = 4;

/** Blocks that hold private keys. */
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
/** User names and passwords in URIs, such as those of imports and backups. Storage keys may contain slashes. */
const URI_USER = /([a-z][a-z0-9+.-]*:\/\/)\S+@/gi;
/** Signatures and tokens in the queries of URIs. */
const URI_PARAMETER = /([?&][^=&\s]*(?:sig|token|key|secret|passw|credential)[^=&\s]*=)[^&#\s]+/gi;

/**
 * The text of a field without private keys and without secrets in URIs. Not for JSON, whose fields would run together.
 *
 * @param instead what takes the place of each secret
 */
export function withoutSecretParts(text: string, instead: string): string {
  return text
    .replace(PRIVATE_KEY, instead)
    .replace(URI_USER, instead === "" ? "$1" : `$1${instead}@`)
    .replace(URI_PARAMETER, `$1${instead}`);
}

/** JSON without its secrets: those in fields that contain secrets, in URIs, and private keys. */
export function masked(value: unknown): unknown {
  return mapSecrets(value, () => MASK);
}

/** Text without the given secrets. */
export function maskedText(text: string, secrets: Iterable<string>): string {
  let result = text;
  for (const secret of secrets) {
    if (secret.length >= SHORTEST_SECRET) result = result.replaceAll(secret, MASK);
  }
  return result;
}

/** The values of the fields that contain secrets. */
export function secretsIn(value: unknown): Set<string> {
  const secrets = new Set<string>();
  mapSecrets(value, (secret) => {
    if (secret !== MASK) secrets.add(secret);
    return secret;
  });
  return secrets;
}

/**
 * JSON with another value for each placeholder.
 *
 * @param secretAt the value for the placeholder at a path
 */
export function unmasked(
  value: unknown,
  secretAt: (path: readonly string[]) => string,
  path: string[] = [],
): unknown {
  if (value === MASK) return secretAt(path);
  if (typeof value === "string") return value;
  return mapJson(value, (element, name) => unmasked(element, secretAt, [...path, name]));
}

/** Replaces secrets, and everything that is text in a field that contains secrets, at any depth. */
function mapSecrets(value: unknown, replace: (secret: string) => string, isSecret = false): unknown {
  if (typeof value === "string") return isSecret ? replace(value) : withoutSecretParts(value, MASK);
  if (typeof value === "number" && isSecret) return replace(String(value));
  return mapJson(value, (element, name) => mapSecrets(element, replace, isSecret || SECRET_FIELD.test(name)));
}

function mapJson(value: unknown, map: (element: unknown, name: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element, index) => map(element, String(index)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field, name)]));
}

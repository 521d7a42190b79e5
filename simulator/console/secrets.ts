/** Stands for a secret wherever one would be. */
const MASK = "••••••••";

/** Fields that contain secrets: passwords and their hashes, keys of cloud accounts, names that belong to a login. */
export const SECRET_FIELD =
  /passw|secret|accesskey|apikey|privatekey|token|credential|consoleusername|saslusername/i;

/** Shorter ones would be found in ordinary words. */
const SHORTEST_SECRET = 4;

/** User names and passwords in URIs, such as those of imports and backups. Storage keys may contain slashes. */
const URI_USER = /([a-z][a-z0-9+.-]*:\/\/)[^\s"']+@/gi;
/** Signatures and tokens in the queries of URIs. */
const URI_PARAMETER = /([?&][^=&\s"']*(?:sig|token|key|secret|passw|credential)[^=&\s"']*=)[^&\s"']+/gi;

/** JSON without its secrets: those in fields that contain secrets, and those in URIs. */
export function masked(value: unknown): unknown {
  return mapSecrets(value, () => MASK);
}

/** Text without the given secrets, and without those in URIs. */
export function maskedText(text: string, secrets: Iterable<string>): string {
  let result = text.replace(URI_USER, `$1${MASK}@`).replace(URI_PARAMETER, `$1${MASK}`);
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
  if (typeof value === "string") return isSecret ? replace(value) : maskedText(value, []);
  if (typeof value === "number" && isSecret) return replace(String(value));
  return mapJson(value, (element, name) => mapSecrets(element, replace, isSecret || SECRET_FIELD.test(name)));
}

function mapJson(value: unknown, map: (element: unknown, name: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element, index) => map(element, String(index)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field, name)]));
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What nobody may find anywhere. */
export interface Secrets {
  readonly keys: { readonly apiKey: string; readonly apiSecretKey: string };
  /** The stack's config. */
  readonly config: Readonly<Record<string, string>>;
}

/** What all of them begin with. */
export const PLANTED = "planted-";

/** Secrets of one run, which nothing else looks like. */
export function plantedFor(seed: number): Secrets {
  const planted = (what: string) => `${PLANTED}${what}-${seed}`;
  return {
    keys: { apiKey: planted("api-key"), apiSecretKey: planted("api-secret-key") },
    config: {
      databasePassword: planted("database-password"),
      accessKeyId: planted("access-key-id"),
      accessSecretKey: planted("access-secret-key"),
      consoleUsername: planted("console-username"),
      consolePassword: planted("console-password"),
      aclUserPassword: `${planted("acl-user-password")}-Aa1`,
      otherAclUserPassword: `${planted("other-acl-user-password")}-Aa1`,
    },
  };
}

/** The secrets that a text holds, each by what it is. */
export function secretsIn(text: string, { keys, config }: Secrets): string[] {
  const all = Object.entries({ ...keys, ...config });
  return all.filter(([, secret]) => text.includes(secret)).map(([what]) => what);
}

/** Where a project's files hold secrets: the journal, logs, the state and its backups, what is left in `tmp`. */
export function secretsInFiles(folder: string, secrets: Secrets): string[] {
  return filesIn(folder).flatMap((file) =>
    secretsIn(textOf(file), secrets).map((what) => `${what} in ${path.relative(folder, file)}`),
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(file);
    return entry.isFile() ? [file] : [];
  });
}

/** A text in which secrets are no longer told. */
export function withoutSecrets(text: string, { keys, config }: Secrets): string {
  const all = Object.values({ ...keys, ...config });
  return all.reduce((rest, secret) => rest.replaceAll(secret, "[SECRET]"), text);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // renamed or removed meanwhile, by a provider that is still there
  }
}

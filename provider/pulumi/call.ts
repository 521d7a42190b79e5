import parseDuration from "parse-duration";
import { targetOf } from "../lifecycle/kind";
import type { Call } from "../operations/call";
import { type AnyDeclaration, keyIn } from "../operations/declaration";
import { Unfinished } from "../operations/partialFailure";
import { PROVIDER, type Properties, URN } from "../operations/properties";
import { ResourceSession } from "../operations/session";
import type { Timeouts } from "../operations/timeouts";
import { registryOf } from "../operations/uniqueness/registry";
import { Journal } from "../recovery/journal/journal";
import { ResourceJournal } from "../recovery/journal/notes";
import { accountOf } from "./accounts";
import { type ReadConfig, resolveCredentials } from "./credentials";
import { Failure, InitializationFailure } from "./failure";
import { journalFolder } from "./journalFolder";
import { recorder } from "./record";
import { announce, announceOnce, statusReporter } from "./status";
import { requireEngine } from "./watchdog";

export function openCall(
  declaration: AnyDeclaration,
  inputs: Properties,
  config: ReadConfig,
  action: keyof Timeouts,
): Call {
  const given = (inputs.timeouts as Timeouts | undefined)?.[action];
  const timeoutMs = parseDuration(given ?? declaration.timeouts[action]) ?? 0;
  const urn = inputs[URN] as string | undefined;
  const file = config("redis-cloud:record") ?? process.env.REDIS_CLOUD_RECORD;
  const name = inputs.account as string | undefined;
  const account = accountOf(config, name);
  const record = file ? recorder(file, { name: urn?.split("::").at(-1), account: name }) : undefined;
  const { slots } = registryOf(account);
  const session = new ResourceSession(account, {
    timeoutMs,
    report: statusReporter(urn),
    announce: announce(urn),
    maySubmit: requireEngine,
    observe: (work, phase, seen) => {
      record?.(work, phase, seen);
      slots.observe(urn ?? "", phase, seen?.detail);
    },
  });
  const journal = async () =>
    new ResourceJournal(new Journal(journalFolder(config)), {
      urn: urn ?? "",
      baseUrl: account.api.baseUrl,
      accountId: await account.id(),
      kind: declaration.kind.name,
      place: targetOf(declaration.kind, inputs).place,
      name: keyIn(declaration, inputs),
    });
  return {
    declaration,
    urn: urn ?? "",
    account,
    session: session,
    journal,
    announce: (text, weight) => announceOnce(urn ?? "", text, weight),
  };
}

/** Runs the work of one provider call and maps its errors to readable messages without secrets. */
export async function mapErrors<T>(
  declaration: AnyDeclaration,
  given: Properties,
  config: ReadConfig,
  work: () => Promise<T> | T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const secrets = secretsIn(declaration, given, config);
    throw error instanceof Unfinished
      ? new InitializationFailure(error, given[PROVIDER], secrets)
      : new Failure(error, secrets);
  }
}

function secretsIn(declaration: AnyDeclaration, inputs: Properties, config: ReadConfig): readonly string[] {
  const declared = Object.entries(declaration.fields)
    .filter(([, { secret }]) => secret)
    .flatMap(([name]) => stringsIn(inputs[name]));
  return [...declared, ...keys(config, inputs.account as string | undefined)];
}

function keys(config: ReadConfig, account: string | undefined): readonly string[] {
  try {
    const { apiKey, apiSecretKey } = resolveCredentials(config, process.env, account);
    return [apiKey, apiSecretKey];
  } catch {
    return [];
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

import parseDuration from "parse-duration";
import { Cloud } from "../lifecycle/cloud";
import type { AnyDeclaration } from "../resources/declaration";
import type { Timeouts } from "../resources/sharedTypes";
import { accountOf } from "./accounts";
import { type ReadConfig, resolveCredentials } from "./credentials";
import { Failure, InitializationFailure, Unfinished } from "./failure";
import { recorder } from "./record";
import { statusReporter } from "./status";
import { PROVIDER, type Properties, URN } from "./values";

/** The resource's account, with its timeout for the action and its own line of the display. */
export function cloudFor(
  declaration: AnyDeclaration,
  inputs: Properties,
  config: ReadConfig,
  action: keyof Timeouts,
): Cloud {
  const given = (inputs.timeouts as Timeouts | undefined)?.[action];
  const timeoutMs = parseDuration(given ?? declaration.timeouts[action]) ?? 0;
  const urn = inputs[URN] as string | undefined;
  const file = config("redis-cloud:record") ?? process.env.REDIS_CLOUD_RECORD;
  const account = inputs.account as string | undefined;
  const observe = file ? recorder(file, { name: urn?.split("::").at(-1), account }) : () => undefined;
  return new Cloud(accountOf(config, account), { timeoutMs, report: statusReporter(urn), observe });
}

/** Does the work of one call; what fails reaches the engine as a message for people, without secrets. */
export async function working<T>(
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

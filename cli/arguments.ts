import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import parseDuration from "parse-duration";
import {
  type AccountOptions,
  accountOptionsFrom,
  DEFAULT_DURATIONS,
  type DurationRange,
  type Durations,
  type FaultRule,
  faultRulesFrom,
  randomFaults,
} from "../simulator";

/** Reads a whole number from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}

/** Reads a number above 0. */
export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError("It must be above 0.");
  return number;
}

/** Reads a duration such as `15m` or `0s`, in milliseconds. */
export function durationMs(text: string): number {
  const duration = /[a-z]/i.test(text) ? parseDuration(text) : null;
  if (duration === null || !(duration >= 0)) throw new InvalidArgumentError("Write it as 15m, 2h or 0s.");
  return duration;
}

/** Reads `key:secret` or `key:secret:name`, and adds it to the previous accounts. */
export function addAccount(text: string, before: AccountOptions[] = []): AccountOptions[] {
  const [apiKey, apiSecretKey, ...name] = text.split(":");
  if (!apiKey || !apiSecretKey) throw new InvalidArgumentError("Write it as key:secret or key:secret:name.");
  return [...before, { apiKey, apiSecretKey, ...(name.length > 0 && { name: name.join(":") }) }];
}

/** Reads one account or a list from a JSON file, and adds to the previous ones. */
export function addAccountFile(file: string, before: AccountOptions[] = []): AccountOptions[] {
  try {
    return [...before, ...accountOptionsFrom(JSON.parse(readFileSync(file, "utf8")))];
  } catch (error) {
    const reason = error instanceof SyntaxError ? "it is not valid JSON" : (error as Error).message;
    throw new InvalidArgumentError(`${file}: ${reason}.`);
  }
}

/** Reads durations from JSON, each in seconds or as `[shortest, longest]`. */
export function durations(text: string): Partial<Durations> {
  return Object.fromEntries(
    Object.entries(jsonObject(text)).map(([name, value]) => {
      if (!Object.hasOwn(DEFAULT_DURATIONS, name)) {
        const names = Object.keys(DEFAULT_DURATIONS).join(", ");
        throw new InvalidArgumentError(`There is no duration '${name}'. Available: ${names}.`);
      }
      return [name, durationRange(name, value)];
    }),
  );
}

/** Reads faults: a JSON rule, a list of rules, or the probability of random faults. */
export function faults(text: string): FaultRule[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "number" && value >= 0 && value <= 1) return randomFaults(value);
    return faultRulesFrom(Array.isArray(value) ? value : [value]);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(`${error.message}.`);
    throw new InvalidArgumentError("Write it as JSON, or as a probability from 0 to 1.");
  }
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported below.
  }
  throw new InvalidArgumentError(`Write it as JSON, such as '{"subscriptionCreate": [600, 900]}'.`);
}

function durationRange(name: string, value: unknown): DurationRange {
  const [shortest, longest] = Array.isArray(value) ? value : [value, value];
  const isSeconds = (one: unknown): one is number => typeof one === "number" && one >= 0;
  if (isSeconds(shortest) && isSeconds(longest) && shortest <= longest) return [shortest, longest];
  throw new InvalidArgumentError(`'${name}' must be seconds, or [shortest, longest] in seconds.`);
}

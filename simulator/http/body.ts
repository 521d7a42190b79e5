import type { Context } from "hono";
import type { z } from "zod";
import { UnreadableRequest } from "./errors";

/**
 * Reads the body of a request.
 *
 * `null` means the same as missing: real clients send `"replicaOf": null`.
 *
 * @param clearedByNull lists that `null` clears, on which clients rely; nothing is known about `null` elsewhere
 * @throws UnreadableRequest for a body that is not JSON, lacks a required field, or has an unknown field, a wrong
 *   type or an unknown value
 */
export async function bodyOf<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  clearedByNull: readonly string[] = [],
): Promise<z.infer<Schema>> {
  const result = schema.safeParse(withoutNulls(await jsonOf(context), clearedByNull), { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnreadableRequest(issue ? explain(issue) : "invalid request");
}

/** Whether the body has this field, for requests that have two forms. */
export async function hasField(context: Context, name: string): Promise<boolean> {
  const json = await jsonOf(context);
  return typeof json === "object" && json !== null && name in json;
}

/** Whether the request is a dry run, which changes nothing. */
export async function isDryRun(context: Context): Promise<boolean> {
  if (context.req.method === "GET") return false;
  const json = await jsonOf(context).catch(() => undefined);
  return (json as { dryRun?: unknown } | undefined)?.dryRun === true;
}

async function jsonOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableRequest("the body is not valid JSON");
  }
}

function withoutNulls(value: unknown, clearedByNull: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.filter((element) => element !== null).map((element) => withoutNulls(element, clearedByNull));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, field]) => [name, field === null && clearedByNull.includes(name) ? [] : field] as const)
    .filter(([, field]) => field !== null);
  return Object.fromEntries(entries.map(([name, field]) => [name, withoutNulls(field, clearedByNull)]));
}

/** Explains an error with the messages of the server's JSON parser, as far as they are recorded. */
function explain(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return `Unrecognized field "${[...issue.path, issue.keys[0]].join(".")}"`;
    case "invalid_value":
      return `Cannot deserialize value of type \`${mappingOf(issue.path)}\` from String "${String(issue.input)}": not one of the values accepted for Enum class: [${issue.values.join(", ")}]`;
    case "invalid_type":
      return issue.input === undefined
        ? `Missing required field "${path}"`
        : `Cannot deserialize value of "${path}": expected ${issue.expected}`;
    default:
      return `Cannot deserialize value of "${path}": ${issue.message}`;
  }
}

/** The server names the type of a value, such as `mappings.RespVersion`, and not its path. */
function mappingOf(path: PropertyKey[]): string {
  const name = String(path.findLast((part) => typeof part === "string") ?? "");
  return `mappings.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

import type { Context } from "hono";
import type { Account } from "../account";
import type { KindName } from "../kinds";
import { isVisible, type Resource } from "../resource";
import { taskAnswer } from "../tasks/answer";
import type { CommandHandlers, FieldsOf } from "../tasks/command";
import { submit } from "../tasks/queue";
import { ApiError, notFound } from "./errors";

/** The context of every route under `/v1`. */
export interface Environment {
  Variables: {
    /** The account whose keys the request carries, brought up to date. */
    account: Account;
  };
}
export type RouteContext = Context<Environment>;

/** The account to which both keys of a request belong. */
export function accountWithKeys(accounts: readonly Account[], headers: Headers): Account | undefined {
  const [apiKey, apiSecretKey] = [headers.get("x-api-key"), headers.get("x-api-secret-key")];
  return accounts.find(({ options }) => options.apiKey === apiKey && options.apiSecretKey === apiSecretKey);
}

/** The URL that the client uses, with `/v1`. */
export function baseUrl(context: Context): string {
  return `${new URL(context.req.url).origin}/v1`;
}

/** Links in responses with lists and single resources. */
export function selfLinks(context: Context) {
  return [{ rel: "self", href: context.req.url, type: context.req.method }];
}

/**
 * Returns the function with which the routes of a kind submit its commands: it answers 202 with the task of the
 * request.
 */
export function acceptorOf<Commands extends CommandHandlers>(_commands: Commands) {
  return <Type extends keyof Commands & string>(
    context: RouteContext,
    commandType: Type,
    fields: FieldsOf<Commands[Type]>,
  ) => {
    const account = context.get("account");
    const task = submit(account, { commandType, ...(fields as object) });
    return context.json(taskAnswer(account.kinds, task, baseUrl(context)), 202);
  };
}

/** The resources of a kind whose IDs are visible already, in the order of their creation. */
export function visibleResources<R extends Resource>(context: RouteContext, kind: KindName<R>): R[] {
  const account = context.get("account");
  return [...account.collection(kind).values()].filter((one) => isVisible(one, account.now));
}

/**
 * The resource whose ID is a path parameter.
 *
 * @param noun how the error calls the resource, such as `Cloud account`
 * @throws ApiError 404 when it does not exist, or not yet
 */
export function resourceInPath<R extends Resource>(
  context: RouteContext,
  kind: KindName<R>,
  parameter: string,
  noun: string,
): R {
  const account = context.get("account");
  const resource = account.collection(kind).get(context.req.param(parameter) ?? "");
  if (!resource || !isVisible(resource, account.now)) throw notFound(`${noun} was not found.`);
  return resource;
}

/** A number in the path, whether or not it is the ID of something. */
export function idInPath(context: RouteContext, parameter: string): number {
  return Number(context.req.param(parameter));
}

/** @throws ApiError 400 for a query parameter that is not a whole number, 0 or more */
export function queryNumber(context: RouteContext, name: string, defaultValue: number): number {
  const text = context.req.query(name);
  if (text === undefined) return defaultValue;
  if (!/^\d+$/.test(text)) throw new ApiError(400, `Query parameter '${name}' must be a whole number.`);
  return Number(text);
}

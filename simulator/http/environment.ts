import type { Context } from "hono";
import type { Account } from "../account";
import { isVisible } from "../account";
import type { CloudAccount, Database, Subscription } from "../state";
import { taskAnswer } from "../tasks/answer";
import type { Command } from "../tasks/command";
import { submit } from "../tasks/lifecycle";
import { notFound } from "./errors";

/** What every route under `/v1` has at hand. */
export interface Environment {
  Variables: {
    /** The account whose keys the request carries, brought up to the present. */
    account: Account;
  };
}
export type RouteContext = Context<Environment>;

/** The account whose keys a request carries: both of them. */
export function accountWithKeys(accounts: readonly Account[], headers: Headers): Account | undefined {
  const [apiKey, apiSecretKey] = [headers.get("x-api-key"), headers.get("x-api-secret-key")];
  return accounts.find(({ options }) => options.apiKey === apiKey && options.apiSecretKey === apiSecretKey);
}

/** The URL that the client uses, with `/v1`. */
export function baseUrl(context: Context): string {
  return `${new URL(context.req.url).origin}/v1`;
}

/** Links, as answers to lists and single resources carry them. */
export function selfLinks(context: Context) {
  return [{ rel: "self", href: context.req.url, type: context.req.method }];
}

/** Answers 202 with the task that a request has become. */
export function accepted(context: RouteContext, command: Command) {
  const task = submit(context.get("account"), command);
  return context.json(taskAnswer(task, baseUrl(context)), 202);
}

/** @throws ApiError 404 when the path names a subscription that does not exist, or not yet */
export function subscriptionInPath(context: RouteContext): Subscription {
  const account = context.get("account");
  const subscription = account.subscriptions.get(idInPath(context, "subscriptionId"));
  if (!subscription || !isVisible(subscription, account.now)) throw notFound("Subscription was not found.");
  return subscription;
}

/** @throws ApiError 404 when the path names a database that does not exist in the subscription, or not yet */
export function databaseInPath(context: RouteContext): { database: Database; subscription: Subscription } {
  const account = context.get("account");
  const subscription = subscriptionInPath(context);
  const database = account.databases.get(idInPath(context, "databaseId"));
  if (database?.subscriptionId !== subscription.id || !isVisible(database, account.now)) {
    throw notFound("Database was not found.");
  }
  return { database, subscription };
}

/** @throws ApiError 404 when the path names a cloud account that does not exist, or not yet */
export function cloudAccountInPath(context: RouteContext): CloudAccount {
  const account = context.get("account");
  const cloudAccount = account.cloudAccounts.get(idInPath(context, "cloudAccountId"));
  if (!cloudAccount || !isVisible(cloudAccount, account.now)) throw notFound("Cloud account was not found.");
  return cloudAccount;
}

function idInPath(context: RouteContext, name: string): number {
  return Number(context.req.param(name));
}

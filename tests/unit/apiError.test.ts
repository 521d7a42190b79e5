import { adviceFor } from "../../provider/api/advice";
import { RedisCloudApiError } from "../../provider/api/error";
import { isPassing, LifecycleError } from "../../provider/lifecycle/error";
import type { Submission } from "../../provider/lifecycle/operation";
import { databaseKind } from "../../provider/resources/database/kind";
import { subscriptionKind } from "../../provider/resources/subscription/kind";
import { databaseTarget } from "../targets";

const createDatabase: Submission = {
  action: "create",
  target: databaseTarget(7),
  request: { method: "POST", path: "/subscriptions/7/databases" },
};

const tooMany = (details: object = {}) =>
  new RedisCloudApiError({
    kind: "refused",
    method: "POST",
    url: "https://api.redislabs.com/v1/subscriptions",
    httpStatus: 400,
    code: "TOO_MANY_PENDING_SUBSCRIPTIONS",
    description: "too many subscriptions are changing",
    ...details,
  });

test("the message of a failed request names method, URL, status, code, description and the next step", () => {
  expect(tooMany().message).toBe(
    "POST https://api.redislabs.com/v1/subscriptions: 400 TOO_MANY_PENDING_SUBSCRIPTIONS: " +
      "too many subscriptions are changing. " +
      "Three subscriptions are changing already: run again when one is active.",
  );
});

test("without a response, the message has the network error", () => {
  const error = tooMany({ kind: "outcome-unknown", httpStatus: undefined, code: undefined });
  expect(error.message).toMatch(
    /^POST https:\S+: too many subscriptions are changing\. The request may or may/,
  );
});

test("the details are also in fields", () => {
  expect(tooMany()).toMatchObject({
    name: "RedisCloudApiError",
    kind: "refused",
    method: "POST",
    httpStatus: 400,
    code: "TOO_MANY_PENDING_SUBSCRIPTIONS",
  });
});

test("for a code without advice, the advice depends on the kind of error", () => {
  expect(adviceFor({ code: "NEVER_HEARD_OF", kind: "refused" })).toBe(adviceFor({ kind: "refused" }));
  expect(adviceFor({ code: "SUBSCRIPTION_NOT_FOUND", kind: "refused" })).toContain("Check subscriptionId");
});

test("for a part of the API that is not turned on for the account, the advice says whom to ask", () => {
  expect(adviceFor({ kind: "refused", httpStatus: 412 })).toContain("ask Redis support to turn it on");
});

test("the advice that a kind of resource declares takes precedence over the common one", () => {
  const { advice } = databaseKind;
  expect(adviceFor({ code: "DATABASE_INVALID_CERT", kind: "refused", advice })).toContain("PEM");
  const inUse = { code: "SUBSCRIPTION_IN_USE", kind: "refused" } as const;
  expect(adviceFor(inUse)).not.toContain("forceDestroy");
  expect(adviceFor({ ...inUse, advice: subscriptionKind.advice })).toContain("forceDestroy");
});

test("a code that is the name of an Object property has no advice", () => {
  for (const code of ["constructor", "toString", "__proto__"])
    expect(adviceFor({ code, kind: "refused", advice: {} })).toBe(adviceFor({ kind: "refused" }));
});

test("a refused read does not claim that nothing was submitted: it may follow a submission", () => {
  expect(adviceFor({ kind: "refused", method: "GET" })).toBe(
    "Check the IDs and the arguments, then run again.",
  );
  expect(adviceFor({ kind: "refused", method: "POST" })).toContain("Nothing was submitted");
});

test("the API's description is shortened to one line", () => {
  const { message } = tooMany({ description: `not\nlike\u001b[2Jthis${".".repeat(5000)}` });
  expect(message).toContain(": not like [2Jthis...");
  expect(message.length).toBeLessThan(1500);
});

test.each([
  ["refused", "correct the request"],
  ["unauthorized", "redis-cloud:apiSecretKey"],
  ["not-found", "pulumi refresh"],
  ["too-many", "Run again in a few minutes"],
  ["unavailable", "https://status.redis.com"],
  ["outcome-unknown", "`pulumi up` again, which looks for the accepted request"],
  ["invalid-answer", "redis-cloud:baseUrl"],
] as const)("the advice on %s says what to do: %s", (kind, text) => {
  expect(adviceFor({ kind })).toContain(text);
});

test("a task's failure names the operation, the task, the code, what the API said, and the next step", () => {
  const error = new LifecycleError({
    kind: "processing-error",
    operation: createDatabase,
    taskId: "b22b61c8",
    code: "DATABASE_NAME_EXISTS",
    description: "A database with this name exists already.",
  });
  expect(error.message).toBe(
    "create database of subscription 7 (task b22b61c8): processing-error: DATABASE_NAME_EXISTS: " +
      "A database with this name exists already. Database names are unique within a subscription: " +
      "choose another name, or remove the database that has it.",
  );
});

test.each([
  ["not-admitted", "Nothing was submitted"],
  ["processing-error", "Nothing was changed"],
  ["processing-timeout", "cannot be cancelled"],
  ["provisioning-timeout", "run `pulumi up` again to resume waiting"],
  ["provisioning-error", "`pulumi up` replaces it"],
  ["lost-sight", "`pulumi up` again to resume it"],
] as const)("without a code, %s is advised on by its kind: %s", (kind, text) => {
  const error = new LifecycleError({ kind, operation: createDatabase, description: "said" });
  expect(error.message).toMatch(/^create database of subscription 7: [a-z-]+: said\. /);
  expect(error.message).toContain(text);
});

test("limits of the account are temporary, a bad request is not", () => {
  const failed = (code?: string) =>
    new LifecycleError({ kind: "processing-error", operation: createDatabase, description: "…", code });
  expect(isPassing(failed("TOO_MANY_PENDING_SUBSCRIPTIONS"), databaseKind)).toBe(true);
  expect(isPassing(failed("DATABASE_SUBSCRIPTION_IN_PENDING_STATUS"), databaseKind)).toBe(true);
  expect(isPassing(failed("DATABASE_NAME_EXISTS"), databaseKind)).toBe(false);
  expect(isPassing(failed(), databaseKind)).toBe(false);
  expect(isPassing(tooMany(), databaseKind)).toBe(true);
  expect(isPassing(tooMany({ kind: "too-many", httpStatus: 429, code: undefined }), databaseKind)).toBe(true);
});

test("a request that may have been accepted is not retried: it could create a second resource", () => {
  expect(isPassing(tooMany({ kind: "outcome-unknown" }), databaseKind)).toBe(false);
  expect(isPassing(new Error("TOO_MANY_PENDING_SUBSCRIPTIONS"), databaseKind)).toBe(false);
});

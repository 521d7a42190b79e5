import { z } from "zod";
import { paymentMethodsAnswer, tasksAnswer } from "../../provider/api/answers";
import { RedisCloudApi } from "../../provider/api/client";
import { RedisCloudApiError } from "../../provider/api/error";
import { useVirtualTime } from "../lifecycle/virtualTime";
import { apiAt, endServers, HANG_UP, KEYS, serving } from "./server";

useVirtualTime();
endServers();

const anything = z.unknown();
const task = { taskId: "b22b61c8", status: "received" };

/** The error of a failed request. */
async function errorOf(request: Promise<unknown>): Promise<RedisCloudApiError> {
  const outcome = await request.catch((error: unknown) => error);
  if (outcome instanceof RedisCloudApiError) return outcome;
  throw new Error(`it was expected to fail, and ended with ${JSON.stringify(outcome)}`);
}

test("every request has both keys, and accepts JSON", async () => {
  const { api, seen } = await serving(() => ({ body: { paymentMethods: [] } }));
  await api.get("/payment-methods", paymentMethodsAnswer);
  expect(seen).toMatchObject([
    {
      method: "GET",
      path: "/v1/payment-methods",
      headers: {
        "x-api-key": KEYS.apiKey,
        "x-api-secret-key": KEYS.apiSecretKey,
        accept: "application/json",
      },
    },
  ]);
});

test("the base URL is accepted with and without a trailing slash", async () => {
  const { url, seen } = await serving(() => ({ body: {} }));
  for (const baseUrl of [url, `${url}/`, `${url}//`]) await apiAt(baseUrl).get("/tasks", tasksAnswer);
  expect(seen.map(({ path }) => path)).toEqual(["/v1/tasks", "/v1/tasks", "/v1/tasks"]);
});

test("a request that submits sends its body as JSON and returns the task", async () => {
  const { api, seen } = await serving(() => ({ status: 202, body: task }));
  const answer = await api.submit({ method: "POST", path: "/subscriptions", body: { name: "shop" } });
  expect(answer).toMatchObject(task);
  expect(seen).toMatchObject([{ method: "POST", body: '{"name":"shop"}' }]);
  expect(seen[0]?.headers["content-type"]).toMatch(/^application\/json/);
});

test("a request that is answered without a task returns undefined", async () => {
  const { api } = await serving(() => ({ body: { tags: [] } }));
  const request = { method: "PUT", path: "/tags", body: { tags: [] }, answeredAtOnce: true } as const;
  expect(await api.submit(request)).toEqual({});
});

test("a delete has no body", async () => {
  const { api, seen } = await serving(() => ({ status: 202, body: task }));
  await api.submit({ method: "DELETE", path: "/subscriptions/7" });
  expect(seen).toMatchObject([{ method: "DELETE", body: "" }]);
});

test("null and missing mean the same, and unknown fields are ignored", async () => {
  const { api } = await serving(() => ({
    body: { tasks: [{ ...task, response: null, hitherto: "unknown" }] },
  }));
  const { tasks = [] } = await api.get("/tasks", tasksAnswer);
  expect(tasks[0]).toMatchObject(task);
  expect(tasks[0]?.response).toBeUndefined();
});

test("an error of a task may be a code, or an object with one", async () => {
  const type = "DATABASE_NAME_EXISTS";
  const failed = (error: unknown) => ({ ...task, status: "processing-error", response: { error } });
  const { api } = await serving(() => ({ body: { tasks: [failed(type), failed({ type, status: "400" })] } }));
  const { tasks = [] } = await api.get("/tasks", tasksAnswer);
  expect(tasks.map(({ response }) => response?.error?.type)).toEqual([type, type]);
});

test("an HTML page is not a response of the API", async () => {
  const { api } = await serving(() => ({ body: "<html><body>Sign in to the proxy</body></html>" }));
  const error = await errorOf(api.get("/tasks", anything));
  expect(error.kind).toBe("invalid-answer");
  expect(error.message).toContain("the response is not JSON: <html><body>Sign in to the proxy");
  expect(error.message).toContain("Check that redis-cloud:baseUrl is the URL of a Redis Cloud API");
});

test("a response that is not as documented is reported with the path", async () => {
  const { api } = await serving(() => ({ body: { tasks: [{ status: "received" }] } }));
  const error = await errorOf(api.get("/tasks", tasksAnswer));
  expect(error).toMatchObject({ kind: "invalid-answer" });
  expect(error.message).toContain("tasks.0.taskId");
});

test("after an unreadable response to a submission, the outcome is unknown", async () => {
  const { api, seen } = await serving(() => ({ body: "<html></html>" }));
  const error = await errorOf(api.submit({ method: "POST", path: "/subscriptions", body: {} }));
  expect(error.kind).toBe("outcome-unknown");
  expect(seen).toHaveLength(1);
});

test.each([401, 403])("%i says that the keys are wrong, and what to check", async (status) => {
  const { api, seen } = await serving(() => ({ status, body: { message: "no access" } }));
  const error = await errorOf(api.get("/payment-methods", anything));
  expect(error).toMatchObject({ kind: "unauthorized", httpStatus: status, description: "no access" });
  expect(error.message).toContain("Check redis-cloud:apiKey");
  expect(seen).toHaveLength(1);
});

test("404 and 400 are distinguished, and not retried", async () => {
  const { api, seen } = await serving(({ path }) => ({
    status: path === "/v1/gone" ? 404 : 400,
    body: { timestamp: "…", status: 404, error: "Not Found", message: "It is not there.", path },
  }));
  expect(await errorOf(api.get("/gone", anything))).toMatchObject({ kind: "not-found" });
  expect(await errorOf(api.get("/bad", anything))).toMatchObject({
    kind: "refused",
    description: "It is not there.",
  });
  expect(seen).toHaveLength(2);
});

test("an error's code is read from the API's form", async () => {
  const said = { type: "SUBSCRIPTION_NOT_FOUND", status: "404", description: "No subscription 7." };
  const { api } = await serving(() => ({ status: 404, body: { error: said } }));
  const error = await errorOf(api.get("/subscriptions/7", anything));
  expect(error).toMatchObject({ code: "SUBSCRIPTION_NOT_FOUND", description: "No subscription 7." });
});

test("a submission whose response is lost is not retried: it may have been accepted", async () => {
  const { api, seen } = await serving(() => HANG_UP);
  const error = await errorOf(api.submit({ method: "POST", path: "/subscriptions", body: {} }));
  expect(error.kind).toBe("outcome-unknown");
  expect(error.message).toContain("run `pulumi up` again");
  expect(seen).toHaveLength(1);
});

test("a submission is not retried after a server fault", async () => {
  const { api, seen } = await serving(() => ({ status: 503, body: "busy" }));
  const error = await errorOf(api.submit({ method: "PUT", path: "/subscriptions/7", body: {} }));
  expect(error).toMatchObject({ kind: "outcome-unknown", httpStatus: 503, description: "busy" });
  expect(seen).toHaveLength(1);
});

test("a read is retried until the fault has passed", async () => {
  const { api, seen } = await serving((_, before) => {
    if (before === 0) return HANG_UP;
    return before === 1 ? { status: 502 } : { body: { tasks: [] } };
  });
  expect(await api.get("/tasks", tasksAnswer)).toEqual({ tasks: [] });
  expect(seen).toHaveLength(3);
});

test("a read whose fault does not pass ends after six attempts", async () => {
  const { api, seen } = await serving(() => ({ status: 500, body: { message: "broken" } }));
  expect(await errorOf(api.get("/tasks", tasksAnswer))).toMatchObject({
    kind: "unavailable",
    httpStatus: 500,
  });
  expect(seen).toHaveLength(6);
});

test("over the rate limit, it waits for as long as the server says, and submits again", async () => {
  const { api, seen } = await serving((_, before) =>
    before === 0 ? { status: 429, headers: { "retry-after": "30" } } : { status: 202, body: task },
  );
  const start = Date.now();
  expect(await api.submit({ method: "POST", path: "/subscriptions", body: {} })).toMatchObject(task);
  expect(Date.now() - start).toBe(30_000);
  expect(seen).toHaveLength(2);
});

test("a persistent rate limit is reported in the end", async () => {
  const { api, seen } = await serving(() => ({ status: 429, body: { message: "too many" } }));
  expect(await errorOf(api.get("/tasks", tasksAnswer))).toMatchObject({ kind: "too-many", httpStatus: 429 });
  expect(seen).toHaveLength(9);
});

test.each(["GET", "POST"] as const)(
  "a key that cannot be sent ends a %s at once: nothing was sent, and the key is not shown",
  async (method) => {
    const { url, seen } = await serving(() => ({ body: {} }));
    const api = new RedisCloudApi({ ...KEYS, apiSecretKey: "user\nkey", baseUrl: url });
    const start = Date.now();
    const error = await errorOf(
      method === "GET"
        ? api.get("/tasks", anything)
        : api.submit({ method, path: "/subscriptions", body: {} }),
    );
    expect(error).toMatchObject({ kind: "not-sent", code: "ERR_INVALID_CHAR" });
    expect(error.message).toContain("Nothing was sent: check redis-cloud:baseUrl and the keys");
    expect(error.message).not.toContain("user\nkey");
    expect(Date.now() - start).toBe(0);
    expect(seen).toHaveLength(0);
  },
);

test("TLS to a server without TLS fails at once", async () => {
  const { url } = await serving(() => ({ body: {} }));
  const error = await errorOf(apiAt(url.replace("http:", "https:")).get("/tasks", anything));
  expect(error.kind).toBe("not-sent");
  expect(error.message).toContain("The server does not speak TLS.");
});

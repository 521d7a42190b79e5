import { z } from "zod";
import { seconds, useVirtualTime } from "../lifecycle/virtualTime";
import { apiAt, endServers, HANG_UP, KEYS, type Reply, serving } from "./server";

useVirtualTime();
endServers();

const anything = z.unknown();
const NOBODY_LISTENS = "http://127.0.0.1:1/v1";

const caught = (request: Promise<unknown>): Promise<Error> =>
  request.then(
    () => new Error("it was expected to fail"),
    (error: Error) => error,
  );

test("a request that was never sent is retried, and then reported as unavailable", async () => {
  const start = Date.now();
  const error = await caught(
    apiAt(NOBODY_LISTENS).submit({ method: "POST", path: "/subscriptions", body: {} }),
  );
  expect(error).toMatchObject({ kind: "unavailable" });
  expect(error.message).toContain("ECONNREFUSED");
  expect(Date.now() - start).toBeGreaterThan(10_000);
});

test("errors of every kind omit the keys", async () => {
  const echo = { message: "refused" };
  const replies: (Reply | typeof HANG_UP)[] = [
    { status: 400, body: echo },
    { status: 401, body: echo },
    { status: 503, body: "busy" },
    { body: "<html></html>" },
    HANG_UP,
  ];
  const { api } = await serving((_, before) => replies[before] ?? HANG_UP);
  for (const _ of replies) {
    const error = await caught(api.submit({ method: "POST", path: "/subscriptions", body: {} }));
    const all = `${error.message} ${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;
    expect(all).not.toContain(KEYS.apiKey);
    expect(all).not.toContain(KEYS.apiSecretKey);
  }
});

test("redirects are not followed: they would receive the keys", async () => {
  const { api, seen, url } = await serving(() => ({
    status: 302,
    headers: { location: `${url}/elsewhere` },
  }));
  await caught(api.get("/tasks", anything));
  expect(seen).toHaveLength(1);
});

test("at most 360 requests are sent within any minute", async () => {
  const times: number[] = [];
  const { api } = await serving(() => {
    times.push(Date.now());
    return { body: {} };
  });
  await Promise.all(Array.from({ length: 800 }, () => api.get("/tasks", anything)));
  expect(times).toHaveLength(800);
  const inOneMinute = times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length);
  expect(Math.max(...inOneMinute)).toBeLessThanOrEqual(360);
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(180_000);
});

const limitLeft = (remaining: number): Reply => ({
  headers: { "x-rate-limit-remaining": String(remaining) },
  body: {},
});

test("when others leave few requests, the rest is spread over a minute", async () => {
  const times: number[] = [];
  const { api } = await serving((_, before) => {
    times.push(Date.now());
    return limitLeft(before < 3 ? 9 : 399);
  });
  for (let count = 0; count < 6; count++) await api.get("/tasks", anything);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(gaps).toEqual([6_000, 6_000, 6_000, 0, 0]);
});

test("a 429 stops all requests, not only the one that was refused", async () => {
  const times: number[] = [];
  const { api } = await serving((_, before) => {
    times.push(Date.now());
    return before === 0 ? { status: 429, headers: { "retry-after": "20" } } : { body: {} };
  });
  const refused = api.get("/tasks", anything);
  while (times.length === 0) await seconds(0.01);
  await seconds(1);
  await Promise.all([refused, api.get("/subscriptions", anything)]);
  const [first = 0, ...others] = times;
  expect(Math.min(...others) - first).toBeGreaterThanOrEqual(20_000);
});

test("retries count as well", async () => {
  const times: number[] = [];
  const { api } = await serving((_, before) => {
    times.push(Date.now());
    return before < 100 ? { status: 503, body: "busy" } : { body: {} };
  });
  for (let count = 0; count < 4; count++)
    await Promise.all(Array.from({ length: 100 }, () => api.get("/tasks", anything)));
  const inOneMinute = times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length);
  expect(Math.max(...inOneMinute)).toBeLessThanOrEqual(360);
});

test("writes go before reads", async () => {
  const order: string[] = [];
  const { api } = await serving(({ method, path }) => {
    order.push(`${method} ${path}`);
    return { body: { taskId: "a-task", status: "received" } };
  });
  const looks = Array.from({ length: 400 }, () => api.get("/tasks", anything));
  while (order.length < 360) await seconds(0.01);
  await Promise.all([...looks, api.submit({ method: "POST", path: "/subscriptions", body: {} })]);
  expect(order.indexOf("POST /v1/subscriptions")).toBeLessThan(365);
});

import { z } from "zod";
import type { RedisCloudApi } from "../../provider/api/client";
import { RedisCloudApiError } from "../../provider/api/error";
import type { Read } from "../../provider/api/lists";
import { Snapshots } from "../../provider/api/snapshots";
import type { Kind } from "../../provider/lifecycle/kind";
import { cloudAccountKind } from "../../provider/resources/cloudAccount/kind";
import { databaseKind } from "../../provider/resources/database/kind";
import { subscriptionKind } from "../../provider/resources/subscription/kind";
import { useVirtualTime } from "../lifecycle/virtualTime";
import { endServers, KEYS, type Reply, serving } from "./server";

useVirtualTime();
endServers();

const shape = z.object({ id: z.number() });
const PAGE = "<html><body>Not Found</body></html>";
const create = { method: "POST", path: "/subscriptions", body: {} } as const;

function snapshotsOf(api: RedisCloudApi): Snapshots {
  const get: Read = (path, shape) => api.get(path, shape);
  return new Snapshots(get, () => get);
}

const LISTS: Record<"subscriptions" | "cloudAccounts", Kind> = {
  subscriptions: subscriptionKind,
  cloudAccounts: cloudAccountKind,
};

/** The error of a failed request. */
async function errorOf(request: Promise<unknown>): Promise<RedisCloudApiError> {
  const outcome = await request.catch((error: unknown) => error);
  if (outcome instanceof RedisCloudApiError) return outcome;
  throw new Error(`it was expected to fail, and ended with ${JSON.stringify(outcome)}`);
}

test("a read with a response that is not from the API is retried until one is", async () => {
  const odd: Reply[] = [{ body: PAGE }, { body: "" }, { body: '{"id":' }, { status: 404, body: PAGE }];
  const { api, seen } = await serving((_, before) => odd[before] ?? { body: { id: 7 } });
  expect(await api.get("/subscriptions/7", shape)).toEqual({ id: 7 });
  expect(seen).toHaveLength(5);
});

test("a read whose response stays invalid ends after six attempts, within half a minute", async () => {
  const { api, seen } = await serving(() => ({ body: { id: "7" } }));
  const start = Date.now();
  expect(await errorOf(api.get("/subscriptions/7", shape))).toMatchObject({ kind: "invalid-answer" });
  expect(seen).toHaveLength(6);
  expect(Date.now() - start).toBeLessThan(30_000);
});

test("a 404 means gone only if the API sends it", async () => {
  const replies: Reply[] = [{ body: { message: "It is not there." } }, { body: "" }];
  const { api } = await serving((_, before) => ({ status: 404, ...(replies[before] ?? { body: PAGE }) }));
  expect((await errorOf(api.get("/gone", shape))).kind).toBe("not-found");
  expect((await errorOf(api.get("/gone", shape))).kind).toBe("not-found");
  const error = await errorOf(api.get("/gone", shape));
  expect(error).toMatchObject({ kind: "invalid-answer", httpStatus: 404 });
  expect(error.message).toContain("Check that redis-cloud:baseUrl is the URL of a Redis Cloud API");
  expect((await errorOf(api.submit({ method: "DELETE", path: "/gone" }))).kind).toBe("outcome-unknown");
});

test.each([{}, [], { taskId: null }, { taskId: "../../subscriptions/7" }, { taskId: "" }, "null"])(
  "an answer to a request that submits without the ID of a task leaves its outcome open: %j",
  async (body) => {
    const { api, seen } = await serving(() => ({ status: 202, body }));
    expect((await errorOf(api.submit(create))).kind).toBe("outcome-unknown");
    expect(seen).toHaveLength(1);
  },
);

test("a response to a submission only needs the task ID", async () => {
  const { api } = await serving(() => ({
    status: 202,
    body: { taskId: "b22b61c8", status: 7, response: [] },
  }));
  expect(await api.submit(create)).toMatchObject({ taskId: "b22b61c8" });
});

test("a missing value is reported as missing, with its path", async () => {
  const { api } = await serving(() => ({ body: {} }));
  const { message } = await errorOf(api.get("/subscriptions/7", shape));
  expect(message).toContain("(id: Invalid input: expected number, but it is missing)");
});

test("a truncated response is not quoted: it may contain passwords", async () => {
  const replies = ['{"security":{"password":"of-the-database"', '"password":"of-the-database"}}'];
  const { api } = await serving((_, before) => ({ body: replies[before % 2] }));
  const { message } = await errorOf(api.get("/subscriptions/7/databases/8", shape));
  expect(message).toContain("the response is not JSON, or incomplete.");
  expect(message).not.toContain("of-the-database");
});

test("a page is quoted without keys and terminal control characters", async () => {
  const page = `<pre>x-api-key: ${KEYS.apiKey}\nx-api-secret-key: ${KEYS.apiSecretKey}\u001b[31m</pre>`;
  const { api } = await serving(() => ({ status: 400, body: page }));
  const { description } = await errorOf(api.get("/tasks", shape));
  expect(description).toBe("<pre>x-api-key: [secret] x-api-secret-key: [secret] [31m</pre>");
});

test.each([
  ["subscriptions", { accountId: 1 }],
  ["subscriptions", { subscriptions: null }],
  ["subscriptions", { subscriptions: [{ id: -7, status: "active" }] }],
  ["cloudAccounts", { cloudAccounts: [{ id: 1e21, status: "active" }] }],
] as const)(
  "a list of %s does not count when it is missing, or holds impossible IDs: %j",
  async (list, body) => {
    const { api } = await serving(() => ({ body }));
    expect((await errorOf(snapshotsOf(api).listOf(LISTS[list]).asOf(0))).kind).toBe("invalid-answer");
  },
);

const databases = (api: RedisCloudApi) => snapshotsOf(api).listOf(databaseKind, { subscriptionId: 7 });

test.each([{}, { subscription: null }, { subscription: [{ subscriptionId: 7, numberOfDatabases: 2 }] }])(
  "an answer that lists no databases does not say that there are none: %j",
  async (body) => {
    const { api } = await serving(() => ({ body }));
    expect((await errorOf(databases(api).asOf(0))).kind).toBe("invalid-answer");
  },
);

test.each([{ subscription: [] }, { subscription: [{ subscriptionId: 7, numberOfDatabases: 0 }] }])(
  "an answer that says that there are no databases is believed: %j",
  async (body) => {
    const { api } = await serving(() => ({ body }));
    expect((await databases(api).asOf(0)).size).toBe(0);
  },
);

test("repeated pages end the pagination", async () => {
  const all = Array.from({ length: 100 }, (_, id) => ({ databaseId: id + 1, status: "active" }));
  const { api, seen } = await serving(() => ({ body: { subscription: [{ databases: all }] } }));
  expect((await databases(api).asOf(0)).size).toBe(100);
  expect(seen).toHaveLength(2);
});

describe("a list that is read again", () => {
  /** The subscriptions of one account in successive responses. */
  async function subscriptionsTold(...told: readonly object[][]) {
    const { api } = await serving((_, before) => ({ body: { subscriptions: told[before] } }));
    const { subscriptions } = snapshotsOf(api);
    return () => subscriptions.asOf(Number.POSITIVE_INFINITY);
  }
  const [seven, eight] = [
    { id: 7, status: "active", name: "orders" },
    { id: 8, status: "pending" },
  ];

  test("returns the same objects if nothing that is read has changed", async () => {
    const next = await subscriptionsTold([seven, eight], [eight, { ...seven, measuredAt: "just now" }]);
    const [before, after] = [await next(), await next()];
    expect([...after.keys()]).toEqual([8, 7]);
    expect(after.get(7)).toBe(before.get(7));
    expect(after.get(8)).toBe(before.get(8));
  });

  test("reflects changed, added and removed items", async () => {
    const next = await subscriptionsTold([seven, eight], [{ ...eight, status: "active" }], [seven, eight]);
    expect([...(await next()).values()]).toEqual([seven, eight]);
    expect([...(await next()).values()]).toEqual([{ ...eight, status: "active" }]);
    expect([...(await next()).values()]).toEqual([seven, eight]);
  });

  test("is validated where it changed, and reports the path of an invalid value", async () => {
    const odd = [seven, { ...eight, status: null }];
    const next = await subscriptionsTold([seven, eight], odd, odd, odd, odd, odd, odd);
    await next();
    const { kind, message } = await errorOf(next());
    expect(kind).toBe("invalid-answer");
    expect(message).toContain("subscriptions.1.status: Invalid input: expected string, received null");
  });

  test("may be nested deeply: what is not read is ignored, the rest is invalid", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const bodies = [`"more":${deep},"status":"active"`, `"status":${deep}`, `"status":"active"`];
    const { api, seen } = await serving((_, before) => ({
      body: `{"subscriptions":[{"id":7,${bodies[before]}}]}`,
    }));
    const { subscriptions } = snapshotsOf(api);
    for (const requests of [1, 3]) {
      expect((await subscriptions.asOf(Number.POSITIVE_INFINITY)).get(7)).toEqual({
        id: 7,
        status: "active",
      });
      expect(seen).toHaveLength(requests);
    }
  });

  test("reports a list that is not an array", async () => {
    const { api } = await serving(() => ({ body: { subscriptions: { 7: seven } } }));
    const { message } = await errorOf(snapshotsOf(api).subscriptions.asOf(0));
    expect(message).toContain("subscriptions: Invalid input: expected array");
  });
});

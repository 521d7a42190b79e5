import type { FaultRule } from "../../simulator";
import { activeSubscription, pass, simulate, subscriptionRequest, useVirtualTime } from "./client";

useVirtualTime();

const CREATION = { method: "POST", path: "/subscriptions" };

test("refuses a request with 429, with headers and without", async () => {
  const { api, simulator } = await simulate({
    faults: [
      { fault: "refused-request", status: 429, retryAfter: 7, remaining: 0, times: 1 },
      { fault: "refused-request", status: 429, times: 1 },
    ],
  });
  const [told, untold, then] = [await api.get("/tasks"), await api.get("/tasks"), await api.get("/tasks")];
  expect([told.status, untold.status, then.status]).toEqual([429, 429, 200]);
  expect([told.headers.get("Retry-After"), told.headers.get("X-Rate-Limit-Remaining")]).toEqual(["7", "0"]);
  expect([untold.headers.get("Retry-After"), untold.headers.get("X-Rate-Limit-Remaining")]).toEqual([
    null,
    null,
  ]);
  expect(then.headers.get("X-Rate-Limit-Remaining")).toBe("399");
  expect(simulator.record.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
});

test.each([500, 502, 503] as const)(
  "refuses a request with %d, which has changed nothing",
  async (status) => {
    const { api } = await simulate({ faults: [{ fault: "refused-request", status, times: 1 }] });
    const refused = await api.post("/subscriptions", subscriptionRequest());
    expect(refused).toMatchObject({ status, body: { status, path: "/v1/subscriptions" } });
    expect((await api.get("/tasks")).body.tasks).toEqual([]);
  },
);

test("answers with the HTML page of a gateway", async () => {
  const { api } = await simulate({ faults: [{ fault: "refused-request", status: 502, html: true }] });
  const { status, headers, body } = await api.get("/tasks");
  expect([status, headers.get("content-type")]).toEqual([502, "text/html"]);
  expect(body).toContain("<title>502 Bad Gateway</title>");
});

test("a slow answer before acceptance shows the state at the time of the answer", async () => {
  const { api } = await simulate({ faults: [{ fault: "slow-answer", seconds: 20, method: "GET" }] });
  const { taskId } = (await api.post("/subscriptions", subscriptionRequest())).body;
  const answer = settled(api.get(`/tasks/${taskId}`));
  await pass(19.9);
  expect(answer.outcome).toBeUndefined();
  await pass(0.1);
  expect(answer.outcome).toMatchObject({ status: 200, body: { status: "processing-completed" } });
});

test("a slow answer after acceptance shows the state at the time of acceptance", async () => {
  const { api, simulator } = await simulate({
    faults: [{ fault: "slow-answer", seconds: 20, when: "after", times: 1 }],
  });
  const answer = settled(api.post("/subscriptions", subscriptionRequest()));
  await pass(5);
  expect((await api.get("/tasks")).body.tasks[0].status).toBe("processing-completed");
  expect(answer.outcome).toBeUndefined();
  await pass(15);
  expect(answer.outcome).toMatchObject({ status: 202, body: { status: "received" } });
  expect(simulator.record.requests).toHaveLength(2);
});

test("delays are in simulated seconds", async () => {
  const { api } = await simulate({ timeScale: 100, faults: [{ fault: "slow-answer", seconds: 20 }] });
  const answer = settled(api.get("/tasks"));
  await pass(0.2);
  expect(answer.outcome).toMatchObject({ status: 200 });
});

test("requests that wait for a slow answer are reset when the simulator ends", async () => {
  const { api, simulator } = await simulate({ faults: [{ fault: "slow-answer", seconds: 20 }] });
  const answer = settled(api.post("/subscriptions", subscriptionRequest()));
  await simulator.close();
  await pass(0);
  expect(answer.outcome).toMatchObject({ code: "ECONNRESET" });
  expect(simulator.record.changes).toEqual([]);
});

test("a connection that is reset before acceptance leaves no task", async () => {
  const { api, simulator } = await simulate({
    faults: [{ fault: "reset-connection", when: "before", times: 1, ...CREATION }],
  });
  await expect(api.post("/subscriptions", subscriptionRequest())).rejects.toThrow("reset the connection");
  expect((await api.get("/tasks")).body.tasks).toEqual([]);
  expect(simulator.record.requests.map(({ method }) => method)).toEqual(["GET"]);
});

test("a connection that is reset after acceptance leaves a task", async () => {
  const { api, simulator } = await simulate({
    faults: [{ fault: "reset-connection", when: "after", times: 1, ...CREATION }],
  });
  await expect(api.post("/subscriptions", subscriptionRequest())).rejects.toThrow("reset the connection");
  expect((await api.get("/tasks")).body.tasks).toMatchObject([{ commandType: "subscriptionCreateRequest" }]);
  expect(simulator.record.requests[0]).toMatchObject({ method: "POST", status: 202 });
  await pass(5);
  expect((await api.get("/subscriptions")).body.subscriptions).toMatchObject([{ name: "shop" }]);
});

test("a rule strikes only the requests, occurrences and account that it selects", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const list = `/subscriptions/${id}/databases`;
  const statuses = async (rule: Partial<FaultRule>, ...paths: string[]) => {
    simulator.faults.clear();
    simulator.faults.add({ fault: "refused-request", status: 503, ...rule } as FaultRule);
    const answers = [];
    for (const path of paths) answers.push((await api.get(path)).status);
    return answers;
  };
  expect(await statuses({ path: "/subscriptions/*" }, list, `/subscriptions/${id}`)).toEqual([200, 503]);
  expect(await statuses({ path: "/subscriptions/*" }, `/subscriptions/${id}/`)).toEqual([503]);
  expect(await statuses({ path: "/subscriptions/*/databases" }, `${list}?limit=3`, "/tasks")).toEqual([
    503, 200,
  ]);
  expect(await statuses({ path: "/subscriptions/**" }, "/subscriptions", list)).toEqual([200, 503]);
  expect(await statuses({ method: "post" }, "/tasks")).toEqual([200]);
  const four = ["/tasks", "/regions", "/tasks", "/tasks"];
  expect(await statuses({ after: 1, times: 2 }, ...four)).toEqual([200, 503, 503, 200]);
  expect(await statuses({ accountId: 1001 }, "/tasks")).toEqual([503]);
  expect(await statuses({ accountId: 1002 }, "/tasks")).toEqual([200]);
});

test("the record has what a fault struck and its rule, and no secret", async () => {
  const rule: FaultRule = { fault: "refused-request", status: 503, method: "POST", times: 1 };
  const { api, simulator } = await simulate({ faults: [rule] });
  await api.post("/subscriptions?dry=1", subscriptionRequest());
  await api.post("/subscriptions", subscriptionRequest());
  expect(simulator.faults.rules).toEqual([rule]);
  expect(simulator.record.faults).toEqual([
    { at: simulator.now(), accountId: 1001, method: "POST", path: "/v1/subscriptions?dry=1", rule },
  ]);
  const record = JSON.stringify(simulator.record);
  expect(JSON.parse(record).faults).toHaveLength(1);
  expect(record).not.toContain(simulator.accounts[0]?.apiSecretKey);
});

/** The outcome of a request, which can be read without waiting for it. */
function settled(request: Promise<unknown>): { outcome?: unknown } {
  const answer: { outcome?: unknown } = {};
  const keep = (outcome: unknown) => {
    answer.outcome = outcome;
  };
  request.then(keep, keep);
  return answer;
}

import { type FaultRule, type Simulator, startSimulator } from "../../simulator";
import { subscriptionRequest } from "./client";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ redis: false, timeScale: 1000 });
});
afterEach(() => simulator.close());

/** A request over a socket; the cause of its error has the failure. */
function create(): Promise<Response> {
  const { apiKey = "", apiSecretKey = "" } = simulator.accounts[0] ?? {};
  const headers = {
    "x-api-key": apiKey,
    "x-api-secret-key": apiSecretKey,
    "content-type": "application/json",
  };
  const body = JSON.stringify(subscriptionRequest());
  return fetch(`${simulator.url}/subscriptions`, { method: "POST", headers, body });
}

const accepted = () => simulator.record.changes.filter(({ to }) => to === "received").length;
const RESET = { cause: { code: "ECONNRESET" } };

test("resets the socket before a request is accepted", async () => {
  simulator.faults.add({ fault: "reset-connection", when: "before", times: 1 });
  await expect(create()).rejects.toMatchObject(RESET);
  expect(accepted()).toBe(0);
  expect((await create()).status).toBe(202);
  expect(accepted()).toBe(1);
});

test("resets the socket after a request was accepted", async () => {
  simulator.faults.add({ fault: "reset-connection", when: "after", times: 1 });
  await expect(create()).rejects.toMatchObject(RESET);
  expect(accepted()).toBe(1);
});

test("resets a socket that waits for a slow answer when it ends", async () => {
  simulator.faults.add({ fault: "slow-answer", seconds: 1e6 });
  const expectation = expect(create()).rejects.toMatchObject({ cause: expect.anything() });
  while (simulator.record.faults.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await simulator.close();
  await expectation;
});

test("answers with the HTML page of a gateway", async () => {
  const rule: FaultRule = { fault: "refused-request", status: 503, html: true, retryAfter: 2 };
  simulator.faults.add(rule);
  const response = await create();
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await response.text()).toContain("503 Service Unavailable");
});

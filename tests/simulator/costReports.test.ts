import {
  activeDatabase,
  activeSubscription,
  type Client,
  clientOf,
  errorOf,
  pass,
  processed,
  simulate,
  useVirtualTime,
} from "./client";
import { PLAN } from "./essentials";

/*
 * Cost reports: files in the format of FOCUS, of what the account paid for its databases and plans.
 */

useVirtualTime();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The rows of a report about today. */
async function report(api: Client, filters: object = {}): Promise<Record<string, unknown>[]> {
  const period = { startDate: daysAgo(0), endDate: daysAgo(0) };
  const task = await processed(
    api,
    await api.post("/cost-report", { format: "json", ...period, ...filters }),
  );
  expect(task.commandType).toBe("costReportCreateRequest");
  const { status, body } = await api.get(`/cost-report/${task.response.resource.costReportId}`);
  expect(status).toBe(200);
  return body;
}

/** An account with two databases of different tags, and an Essentials plan, all of which are ten minutes old. */
async function spending() {
  jest.setSystemTime(new Date("2026-03-10T01:00:00Z"));
  const { api } = await simulate();
  const main = await activeSubscription(api);
  const path = await activeDatabase(api, main, { name: "tagged" });
  await processed(
    api,
    await api.post("/fixed/subscriptions", { name: "small", planId: PLAN.single, paymentMethodId: 2 }),
  );
  await api.put(`${path}/tags`, { tags: [{ key: "team", value: "shop" }] });
  await pass(600);
  return { api, main, tagged: Number(path.split("/").at(-1)) };
}

test("a report has a row for each database and plan, which costs what it consumed", async () => {
  const { api } = await spending();
  const rows = await report(api);
  expect(rows.map(({ ResourceName, ServiceName }) => [ResourceName, ServiceName])).toEqual([
    ["first", "Redis Cloud Pro"],
    ["tagged", "Redis Cloud Pro"],
    ["small", "Redis Cloud Essentials"],
  ]);
  const [first] = rows;
  expect(first).toMatchObject({
    BillingPeriodStart: "2026-03-01T00:00:00.000Z",
    BillingPeriodEnd: "2026-04-01T00:00:00.000Z",
    PricingUnit: "Hours",
    RegionId: "us-east-1",
  });
  const hours =
    (Date.parse(String(first?.ChargePeriodEnd)) - Date.parse(String(first?.ChargePeriodStart))) / 3_600_000;
  expect(hours).toBeGreaterThan(600 / 3600);
  expect(first?.BilledCost).toBeCloseTo(hours * Number(first?.ListUnitPrice), 5);
});

test("a period in two months is two rows for each database", async () => {
  jest.setSystemTime(new Date("2026-03-31T20:00:00Z"));
  const { api } = await simulate();
  await activeSubscription(api);
  await pass(6 * 3600);
  const rows = await report(api, { startDate: "2026-03-31", endDate: "2026-04-01" });
  expect(rows.map(({ ChargePeriodEnd }) => ChargePeriodEnd)).toEqual([
    "2026-04-01T00:00:00.000Z",
    expect.stringMatching(/^2026-04-01T02:/),
  ]);
});

test("a report is in CSV unless the request says otherwise, with quotes around what contains commas", async () => {
  const { api } = await spending();
  const period = { startDate: daysAgo(1), endDate: daysAgo(0) };
  const { response } = await processed(api, await api.post("/cost-report", period));
  const id = response.resource.costReportId;
  expect(id).toMatch(/^[0-9a-f-]{36}\.csv$/);
  const { body, headers } = await api.get(`/cost-report/${id}`);
  expect(headers.get("content-disposition")).toContain(id);
  const [heading, ...lines] = body.trimEnd().split("\n");
  expect(heading).toMatch(/^BillingAccountId,BillingAccountName,/);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('"{""team"":""shop""}"');
});

test.each([
  ["subscriptions", ({ main }: { main: number }) => ({ subscriptionIds: [main] }), ["first", "tagged"]],
  ["databases", ({ tagged }: { tagged: number }) => ({ databaseIds: [tagged] }), ["tagged"]],
  ["a type of subscription", () => ({ subscriptionType: "essentials" }), ["small"]],
  ["regions", () => ({ regions: ["eu-west-1"] }), []],
  ["tags", () => ({ tags: [{ key: "team", value: "shop" }] }), ["tagged"]],
])("a report can be limited to %s", async (_, filters, names) => {
  const { api, ...ids } = await spending();
  expect((await report(api, filters(ids as never))).map(({ ResourceName }) => ResourceName)).toEqual(names);
});

test.each([
  ["COST_REPORT_START_DATE_IS_MISSING", { startDate: undefined }],
  ["COST_REPORT_END_DATE_IS_MISSING", { endDate: undefined }],
  ["COST_REPORT_INVALID_DATE_FORMAT", { startDate: "10.03.2026" }],
  ["COST_REPORT_INVALID_DATE_FORMAT", { startDate: "2026-02-30" }],
  ["COST_REPORT_END_DATE_BEFORE_START_DATE", { endDate: "2026-03-07" }],
  ["COST_REPORT_FUTURE_DATES_NOT_ALLOWED", { endDate: "2026-03-11" }],
  ["COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT", { startDate: "2026-01-28" }],
  ["COST_REPORT_TAG_KEY_EMPTY", { tags: [{ key: "", value: "shop" }] }],
  ["COST_REPORT_TAG_VALUE_EMPTY", { tags: [{ key: "team", value: "" }] }],
])("a report is refused with %s", async (code, changes) => {
  jest.setSystemTime(new Date("2026-03-10T01:00:00Z"));
  const { api } = await simulate();
  const body = { startDate: "2026-03-08", endDate: "2026-03-10", ...changes };
  expect(await errorOf(api, await api.post("/cost-report", body))).toMatchObject({ type: code });
});

test("a report that does not exist is not found, and another account's is neither", async () => {
  const accounts = ["one", "other"].map((name) => ({ apiKey: name, apiSecretKey: name }));
  const { api, simulator } = await simulate({ accounts });
  expect((await api.get("/cost-report/none.csv")).status).toBe(404);
  const period = { startDate: daysAgo(0), endDate: daysAgo(0) };
  const { response } = await processed(api, await api.post("/cost-report", period));
  const path = `/cost-report/${response.resource.costReportId}`;
  expect((await clientOf(simulator, 1).get(path)).status).toBe(404);
  expect((await api.get(path)).status).toBe(200);
});

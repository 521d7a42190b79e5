import { buildTimeline } from "../../cli/timeline/build";
import { simulatorRecord } from "../../cli/timeline/simulatorRecord";
import type { Simulator } from "../../simulator";
import {
  activeSubscription,
  clientOf,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

/** The record after a round trip through JSON. */
const recordOf = ({ record }: Simulator) => simulatorRecord.parse(JSON.parse(JSON.stringify(record)));

const timelineOf = (simulator: Simulator) =>
  buildTimeline([{ source: "simulator", record: recordOf(simulator) }]);

/** The rows as text; times are seconds since the first. */
function rowsOf({ rows, from: start }: ReturnType<typeof buildTimeline>) {
  const seconds = (at: number) => (at - start) / 1000;
  return rows.map(({ operation: { action, kind, name }, outcome, segments }) =>
    [
      `${action} ${kind} ${name} ${outcome}:`,
      ...segments.map(({ phase, from, to }) => `${phase} ${seconds(from)}-${seconds(to)}`),
    ].join(" "),
  );
}

test("the record shows when each task was queued, processed and provisioned", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const list = `/subscriptions/${id}/databases`;
  for (const name of ["a", "b"]) await api.post(list, { name, datasetSizeInGb: 1 });
  await pass(200);
  const timeline = timelineOf(simulator);
  expect(rowsOf(timeline)).toEqual([
    "create subscription shop ready: processing 0-5 provisioning 5-605",
    "create database a ready: processing 605-610 provisioning 610-710",
    "create database b ready: queueing 605-610 processing 610-615 provisioning 615-715",
  ]);
  expect(timeline.path.map(({ row, phase }) => `${row.operation.name} ${phase}`)).toEqual([
    "shop processing",
    "shop provisioning",
    "a processing",
    "b processing",
    "b provisioning",
  ]);
});

test("every operation has a row, also refused ones and those that provision nothing", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
  await processed(api, await api.delete(`/subscriptions/${id}`));
  await pass(60);
  await processed(api, await api.put(`/subscriptions/${id}/maintenance-windows`, { mode: "automatic" }));
  expect(rowsOf(timelineOf(simulator))).toEqual([
    "create subscription shop ready: processing 0-5 provisioning 5-605",
    "update subscription renamed ready: processing 605-610 provisioning 610-670",
    "delete subscription undefined failed: processing 610-615",
    "maintenance windows update subscription undefined ready: processing 675-680",
  ]);
});

test("the resizing of a cluster has its own row, since other operations wait for it", async () => {
  const { api, simulator } = await simulate({ pendingEvery: 1 });
  const id = await activeSubscription(api);
  await api.post(`/subscriptions/${id}/databases`, { name: "large", datasetSizeInGb: 1 });
  await pass(400);
  expect(rowsOf(timelineOf(simulator)).slice(1)).toEqual([
    "create database large ready: processing 605-610 provisioning 610-710",
    "resize subscription shop ready: provisioning 610-910",
  ]);
});

test("accounts are processed separately", async () => {
  const accounts = ["a", "b"].map((name) => ({ apiKey: name, apiSecretKey: `${name}-secret` }));
  const { simulator } = await simulate({ accounts });
  for (const index of [0, 1]) await clientOf(simulator, index).post("/subscriptions", subscriptionRequest());
  await pass(700);
  expect(rowsOf(timelineOf(simulator))).toEqual(
    Array(2).fill("create subscription shop ready: processing 0-5 provisioning 5-605"),
  );
});

test("resources from before a restart are not part of the run", async () => {
  const { api, simulator } = await simulate();
  await activeSubscription(api);
  const record = recordOf(simulator);
  const restored = record.changes.filter(({ to }) => to === "active" || to === "processing-completed");
  const changes = restored.map(({ taskId, ...change }) => ({ ...change, from: undefined }));
  expect(() => buildTimeline([{ source: "simulator", record: { ...record, changes } }])).toThrow(
    "contains no operations",
  );
});

test("joins a provider's observations at another time scale with the simulator's exact times", async () => {
  const { api, simulator } = await simulate({ timeScale: 10 });
  const start = Date.now();
  await pass(3);
  const { taskId } = (await api.post("/subscriptions", subscriptionRequest())).body;
  await pass(100);
  const marks = [
    { at: start, phase: "waiting" as const },
    { at: start + 1000, phase: "waiting" as const, detail: "one of 3 changing subscriptions to be active" },
    { at: start + 3000, phase: "submitted" as const, taskId },
    { at: start + 3900, phase: "processed" as const, taskId },
    { at: start + 70_000, phase: "ready" as const },
  ];
  const own = { key: "1-1", account: "", action: "create", kind: "subscription" as const, name: "main" };
  const timeline = buildTimeline([
    { source: "provider", operations: [{ ...own, marks, arrivalKnown: true }] },
    { source: "simulator", record: recordOf(simulator) },
  ]);
  expect(rowsOf(timeline)).toEqual([
    "create subscription main ready: queueing 0-10 waiting for a limit 10-30 processing 30-35 provisioning 35-635",
  ]);
  expect(timeline.timeScale).toBe(10);
});

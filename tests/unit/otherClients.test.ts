import { OtherClients } from "../../provider/lifecycle/otherClients";
import { DECLARATIONS } from "../../provider/resources/all";

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

const kinds = () => DECLARATIONS.map(({ kind }) => kind);

type Listed = Parameters<OtherClients["count"]>[0] extends ReadonlyMap<string, infer T> ? T : never;

const tasks = (...all: [taskId: string, commandType: string, status: string, resourceId?: number][]) =>
  new Map(
    all.map(([taskId, commandType, status, resourceId]): [string, Listed] => [
      taskId,
      { taskId, commandType, status, timestamp: undefined, response: { resourceId, error: undefined } },
    ]),
  );

test("unprocessed tasks of others count if they may make a subscription non-active", () => {
  const listed = tasks(
    ["1", "subscriptionCreateRequest", "received"],
    ["2", "databaseCreateRequest", "processing-in-progress"],
    ["3", "databaseDeleteRequest", "received"],
    ["4", "subscriptionDeleteRequest", "processing-completed"],
  );
  expect(new OtherClients(kinds).count(listed)).toBe(2);
});

test.each([
  "activeActiveRegionCreateRequest",
  "activeActiveRegionDeleteRequest",
  "databaseCreateRequest",
  "pscServiceCreateRequest",
  "privateLinkDeleteRequest",
  "subscriptionDeleteRequest",
])("%s may make a subscription non-active, as its kind declares", (commandType) => {
  const foreign = new OtherClients(kinds);
  expect(foreign.count(tasks(["1", commandType, "received"]))).toBe(1);
  expect(foreign.seenWithin(1000)).toBe(true);
});

test.each([
  "fixedSubscriptionCreateRequest",
  "fixedDatabaseCreateRequest",
  "databaseBackupRequest",
  "peeringCreateRequest",
  "aclRedisRuleCreateRequest",
  "cloudAccountDeleteRequest",
])("%s changes the account, and makes no subscription non-active", (commandType) => {
  const foreign = new OtherClients(kinds);
  expect(foreign.count(tasks(["1", commandType, "received"]))).toBe(0);
  expect(foreign.seenWithin(1000)).toBe(true);
});

test.each([
  "cidrGetRequest",
  "peeringListRequest",
  "databaseBackupStatusRequest",
  "databaseImportStatusRequest",
  "transitGatewayGetRequest",
])("%s only reads, so nobody is at work", (commandType) => {
  const foreign = new OtherClients(kinds);
  expect(foreign.count(tasks(["1", commandType, "received"]))).toBe(0);
  expect(foreign.seenWithin(1000)).toBe(false);
});

test("our own tasks do not count: what we submitted is known anyway", () => {
  const foreign = new OtherClients(kinds);
  foreign.own("1");
  expect(foreign.count(tasks(["1", "subscriptionCreateRequest", "received"]))).toBe(0);
  expect(foreign.seenWithin(1000)).toBe(false);
});

test("a subscription that was just created counts as changing until it is listed, for a minute at most", () => {
  const foreign = new OtherClients(kinds);
  foreign.count(tasks(["1", "subscriptionCreateRequest", "received"]));
  foreign.count(tasks(["1", "subscriptionCreateRequest", "processing-completed", 7]));
  expect(foreign.withCreated(new Map()).get(7)).toEqual({ status: "pending" });
  jest.setSystemTime(59_000);
  expect(foreign.withCreated(new Map()).size).toBe(1);
  jest.setSystemTime(60_000);
  expect(foreign.withCreated(new Map()).size).toBe(0);
});

test("once it is listed, the list has its state", () => {
  const foreign = new OtherClients(kinds);
  foreign.creates(7);
  expect(foreign.withCreated(new Map([[7, { status: "active" }]])).get(7)).toEqual({ status: "active" });
  expect(foreign.withCreated(new Map()).size).toBe(0);
});

test("subscriptions that were created long ago and have been deleted do not count", () => {
  const foreign = new OtherClients(kinds);
  foreign.count(tasks(["1", "subscriptionCreateRequest", "processing-completed", 7]));
  expect(foreign.withCreated(new Map()).size).toBe(0);
});

test("activity of other clients is remembered for a while", () => {
  const foreign = new OtherClients(kinds);
  foreign.count(tasks(["1", "databaseDeleteRequest", "received"]));
  foreign.count(tasks(["1", "databaseDeleteRequest", "processing-completed"]));
  jest.setSystemTime(5_000);
  expect(foreign.seenWithin(6_000)).toBe(true);
  expect(foreign.seenWithin(4_000)).toBe(false);
});

import type { RedisCloudApi } from "../../provider/api/client";
import { Snapshots } from "../../provider/api/snapshots";
import { Admission } from "../../provider/lifecycle/admission";
import type { Target } from "../../provider/lifecycle/kind";
import type { Operation } from "../../provider/lifecycle/operation";
import { OtherClients } from "../../provider/lifecycle/otherClients";
import { databaseTarget, KINDS, subscriptionTarget } from "../targets";

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

const READ_MS: Readonly<Record<string, number>> = { "/tasks": 200, "/subscriptions": 100 };

/** An account that other clients use; a response has the state at the time of the response. */
function account(now: { statuses: readonly string[]; foreign: readonly string[] }) {
  const get: RedisCloudApi["get"] = async (path, shape) => {
    await new Promise((resolve) => setTimeout(resolve, READ_MS[path]));
    const subscriptions = now.statuses.map((status, index) => ({ id: index + 1, status }));
    const tasks = now.foreign.map((status, index) => {
      return { taskId: `foreign-${index}`, commandType: "subscriptionUpdateRequest", status };
    });
    return shape.parse({ subscriptions, tasks });
  };
  const admission = new Admission(
    new Snapshots(get, () => get),
    new OtherClients(() => Object.values(KINDS)),
  );
  const admitted: string[] = [];
  const admit = (action: Operation["action"], target: Target) => {
    const operation = { action, target, request: { method: "POST", path: "" } } as const;
    const watch = {
      timeoutMs: 600_000,
      report: () => undefined,
      announce: () => undefined,
      maySubmit: async () => undefined,
      observe: () => undefined,
    };
    void admission.admit(operation, watch, async ({ accepted }) => {
      admitted.push(`${action} ${target.kind.name}`);
      accepted();
      return target;
    });
  };
  return { now, admit, admitted };
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

test("tasks of others that are processed while the account is read still count", async () => {
  const statuses = ["pending", "pending", "active"];
  const { now, admit, admitted } = account({ statuses, foreign: ["processing-in-progress"] });
  admit("create", subscriptionTarget());
  await pass(150);
  now.statuses = ["pending", "pending", "pending"];
  now.foreign = ["processing-completed"];
  await pass(5_000);
  expect(admitted).toEqual([]);
  now.statuses = ["pending", "pending", "active"];
  await pass(5_000);
  expect(admitted).toEqual(["create subscription"]);
});

test("an operation that arrives while the account is read for others, which need no slot, is not admitted by that read", async () => {
  const { now, admit, admitted } = account({ statuses: ["active"], foreign: Array(3).fill("received") });
  admit("update", databaseTarget(1, 7));
  await pass(50);
  admit("create", subscriptionTarget());
  await pass(5_000);
  expect(admitted).toEqual(["update database"]);
  now.foreign = [];
  await pass(15_000);
  expect(admitted).toEqual(["update database", "create subscription"]);
});

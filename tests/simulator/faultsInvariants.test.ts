import fc from "fast-check";
import type { FaultRule, Simulator, StateChange } from "../../simulator";
import type { AclRole } from "../../simulator/resources/aclRole/state";
import type { AclUser } from "../../simulator/resources/aclUser/state";
import { PASSWORD, roleRequest } from "./acl";
import { CLOUD_ACCOUNT, type Client, pass, simulate, subscriptionRequest, useVirtualTime } from "./client";

useVirtualTime();

/** Number of random histories of each kind. SEED=<number> in the environment repeats those of an earlier run. */
const HISTORIES = 100;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A client's request; `on` chooses one of the existing resources. */
interface Deed {
  deed: "create" | "update" | "delete";
  kind: "subscription" | "database" | "cloudAccount" | "aclRule" | "aclRole" | "aclUser";
  on: number;
  /** Simulated seconds until the next one. */
  pause: number;
}

interface History {
  seed: number;
  faults: FaultRule[];
  deeds: Deed[];
}

const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom("create", "create", "update", "delete"),
  kind: fc.constantFrom(
    "subscription",
    "database",
    "database",
    "cloudAccount",
    "aclRule",
    "aclRole",
    "aclUser",
  ),
  on: fc.nat({ max: 5 }),
  pause: fc.nat({ max: 60 }),
});

const seconds = fc.nat({ max: 100 });
const when = fc.constantFrom("before" as const, "after" as const);
const method = fc.constantFrom("POST", "PUT", "DELETE", undefined);
const commandType = fc.constantFrom("database*", "*CreateRequest", "subscription*", "acl*", undefined);
const fault: fc.Arbitrary<FaultRule> = fc.oneof(
  fc.record({
    fault: fc.constant("refused-request" as const),
    status: fc.constantFrom(429, 500, 502, 503),
    html: fc.boolean(),
    method,
  }),
  fc.record({ fault: fc.constant("slow-answer" as const), seconds, when, method }),
  fc.record({ fault: fc.constant("reset-connection" as const), when, method }),
  fc.record({ fault: fc.constant("hidden-id" as const), seconds, commandType }),
  fc.record({
    fault: fc.constant("processing-error" as const),
    error: fc.constantFrom("GENERAL_ERROR", "UNAUTHORIZED"),
    commandType,
  }),
  fc.record({ fault: fc.constant("provisioning-error" as const), commandType }),
  fc.record({
    fault: fc.constant("provisioning-stall" as const),
    seconds: fc.option(seconds, { nil: undefined }),
    commandType,
  }),
  fc.record({
    fault: fc.constant("pending-subscription" as const),
    taskState: fc.constantFrom(
      "received" as const,
      "processing-in-progress" as const,
      "processing-completed" as const,
    ),
    seconds,
    commandType,
  }),
);
const frequency = fc.record({
  after: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  times: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  probability: fc.constantFrom(0.1, 0.3, 0.7, undefined),
});
const history: fc.Arbitrary<History> = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  faults: fc.array(
    fc.tuple(fault, frequency).map(([rule, often]) => ({ ...rule, ...often })),
    { minLength: 1, maxLength: 8 },
  ),
  deeds: fc.array(deed, { minLength: 10, maxLength: 30 }),
});

/** Short durations in seconds: only their order matters. */
const DURATIONS = {
  taskProcessing: [1, 9],
  subscriptionCreate: [20, 60],
  subscriptionUpdate: [5, 30],
  subscriptionDelete: [10, 40],
  databaseCreate: [10, 60],
  databaseUpdate: [5, 40],
  databaseDelete: [5, 30],
  clusterGrowth: [20, 60],
} as const;

/** Runs a history until only operations that never end are in progress. */
async function play({ seed, faults, deeds }: History): Promise<{ api: Client; simulator: Simulator }> {
  const { api, simulator } = await simulate({
    seed,
    faults,
    durations: DURATIONS,
  });
  const pending: Promise<unknown>[] = [];
  for (const { pause, ...deed } of deeds) {
    pending.push(request(api, simulator, deed).catch(expectReset));
    await pass(pause);
  }
  await pass(3600);
  await Promise.all(pending);
  simulator.faults.clear();
  return { api, simulator };
}

/** Sends a request. Its resource is taken from the record, which also has IDs that are still hidden. */
async function request(api: Client, simulator: Simulator, { deed, kind, on }: Omit<Deed, "pause">) {
  const there = (wanted: string) => simulator.record.remaining().filter((one) => one.kind === wanted);
  const subscription = chosen(there("subscription"), on)?.id ?? 1;
  const lists = {
    subscription: "/subscriptions",
    database: `/subscriptions/${subscription}/databases`,
    cloudAccount: "/cloud-accounts",
    aclRule: "/acl/redisRules",
    aclRole: "/acl/roles",
    aclUser: "/acl/users",
  };
  const name = `${kind}-${on}-${simulator.record.changes.length}`;
  const bodies = {
    subscription: subscriptionRequest({ name }),
    database: { name, datasetSizeInGb: 1 + on },
    cloudAccount: { ...CLOUD_ACCOUNT, name },
    aclRule: { name, redisRule: "+@read ~*" },
    aclRole: roleRequest(placeOf(chosen(there("database"), on)), chosen(there("aclRule"), on)?.name, name),
    aclUser: { name, role: chosen(there("aclRole"), on)?.name ?? "none", password: PASSWORD },
  };
  if (deed === "create") return api.post(lists[kind], bodies[kind]);
  const one = chosen(there(kind), on);
  const path = kind === "database" ? `/subscriptions/${one?.subscriptionId}/databases` : lists[kind];
  if (deed === "delete") return api.delete(`${path}/${one?.id}`);
  const { role, password } = bodies.aclUser;
  const updates = { ...bodies, subscription: { name }, aclUser: { role, password } };
  return api.put(`${path}/${one?.id}`, updates[kind]);
}

const placeOf = (database?: StateChange) => ({
  subscriptionId: database?.subscriptionId ?? 1,
  databaseId: Number(database?.id ?? 1),
});

function chosen(changes: StateChange[], on: number): StateChange | undefined {
  return changes[on % (changes.length || 1)];
}

function expectReset(error: Error): void {
  expect(error.name).toBe("ConnectionReset");
}

const tasksThat = ({ record }: Simulator, to: string) =>
  record.changes.filter((change) => change.kind === "task" && change.to === to).map(({ id }) => id);

async function forAll(holds: (played: { api: Client; simulator: Simulator }) => Promise<void> | void) {
  const property = fc.asyncProperty(history, async (history) => {
    const played = await play(history);
    await holds(played);
    await played.simulator.close();
  });
  await fc.assert(property, { numRuns: HISTORIES, seed: SEED, endOnFailure: true });
}

test(`whatever goes wrong, at most one task is processed at a time (SEED=${SEED})`, () =>
  forAll(({ simulator }) => {
    const processed = new Set<unknown>();
    for (const { kind, id, to } of simulator.record.changes) {
      if (kind !== "task") continue;
      if (to === "processing-in-progress") processed.add(id);
      else processed.delete(id);
      expect(processed.size).toBeLessThanOrEqual(1);
    }
    const received = tasksThat(simulator, "received");
    const ended = [
      ...tasksThat(simulator, "processing-completed"),
      ...tasksThat(simulator, "processing-error"),
    ];
    expect(new Set(ended)).toEqual(new Set(received));
    expect(ended).toHaveLength(received.length);
  }));

test("whatever goes wrong, a refused task changed nothing", () =>
  forAll(({ simulator }) => {
    const refused = new Set<unknown>(tasksThat(simulator, "processing-error"));
    const { changes } = simulator.record;
    expect(changes.filter(({ kind, taskId }) => kind !== "task" && refused.has(taskId))).toEqual([]);
    const causes = new Set<unknown>(tasksThat(simulator, "processing-completed"));
    const appeared = changes.filter(({ kind, from, taskId }) => kind !== "task" && !from && taskId);
    expect(appeared.every(({ taskId }) => causes.has(taskId))).toBe(true);
  }));

test("whatever goes wrong, accepted tasks are listed, and no others", () =>
  forAll(async ({ api, simulator }) => {
    const { requests, faults } = simulator.record;
    const { tasks } = (await api.get("/tasks")).body;
    const listed: string[] = tasks.map(({ taskId }: { taskId: string }) => taskId);
    expect(new Set(listed)).toEqual(new Set(tasksThat(simulator, "received")));
    expect(listed).toHaveLength(requests.filter(({ status }) => status === 202).length);
    for (const { at, method, path, rule } of faults) {
      if (rule.fault !== "reset-connection") continue;
      const reached = requests.some((one) => one.at === at && one.method === method && one.path === path);
      if (rule.when === "after") expect(reached).toBe(true);
    }
  }));

test("whatever goes wrong, roles and users refer only to what exists", () =>
  forAll(({ simulator }) => {
    const [{ resources } = { resources: {} as Record<string, object[]> }] = simulator.state().accounts;
    const idsOf = (kind: string) => new Set((resources[kind] as { id: number }[]).map(({ id }) => id));
    const [rules, roles, databases] = [idsOf("aclRule"), idsOf("aclRole"), idsOf("database")];
    for (const role of resources.aclRole as AclRole[]) {
      expect(role.rules.every(({ ruleId }) => rules.has(ruleId))).toBe(true);
      const named = role.rules.flatMap(({ databases }) => databases.map(({ databaseId }) => databaseId));
      expect(named.every((id) => databases.has(id))).toBe(true);
    }
    expect((resources.aclUser as AclUser[]).every(({ roleId }) => roles.has(roleId))).toBe(true);
  }));

test("the same seed gives the same faults", async () => {
  const recordOf = async (history: History) => {
    const start = Date.now();
    const { simulator } = await play(history);
    const after = <Entry extends { at: number }>(entries: Entry[]) =>
      entries.map(({ at, ...entry }) => ({ ...entry, after: at - start }));
    const { faults, changes, requests } = simulator.record;
    await simulator.close();
    return [after(faults), after(changes), after(requests)];
  };
  const property = fc.asyncProperty(history, async (history) => {
    expect(await recordOf(history)).toEqual(await recordOf(history));
  });
  await fc.assert(property, { numRuns: HISTORIES / 4, seed: SEED, endOnFailure: true });
});

import { hostname } from "node:os";
import { ALL } from "../../cli/declarations";
import type { Listing } from "../../cli/inventory";
import type { StackRead } from "../../cli/project";
import { tooYoung } from "../../cli/reconcile/age";
import { readHolders } from "../../cli/reconcile/holders";
import { openIntents } from "../../cli/reconcile/intents";
import { type Known, knownTo, pendingCreationsIn } from "../../cli/reconcile/known";
import type { Look, SeenAccount, SeenTask } from "../../cli/reconcile/look";
import { isProven, type Orphan, orphansOf } from "../../cli/reconcile/orphans";
import { autoName } from "../../provider/operations/autoName";
import type { Intent } from "../../provider/recovery/journal/intent";
import { othersIn } from "../../provider/resources/subscription/orphan";
import { cloudAccountTarget, databaseTarget, subscriptionTarget } from "../targets";

const STACK = "urn:pulumi:dev::shop";
const NOW = Date.parse("2026-03-01T12:00:00Z");
const BASE_URL = "https://api.example.com/v1";
const urnOf = (name: string, stack = STACK) =>
  `${stack}::pulumi-nodejs:dynamic/redis-cloud:Subscription::${name}`;
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const subscription = (id: number, name: string, status = "active"): Listing => ({
  ...subscriptionTarget(id),
  id,
  name,
  status,
});
const autoNamed = (id: number, stack = STACK) => subscription(id, autoName(urnOf("main", stack), 64));

const created = (id: number, minutes: number, more: Partial<SeenTask> = {}): SeenTask => ({
  taskId: `task-${id}`,
  commandType: "subscriptionCreateRequest",
  status: "processing-completed",
  timestamp: at(minutes),
  response: { resourceId: id },
  ...more,
});

const intentOf = (more: Partial<Intent> = {}): Intent => ({
  version: 1,
  urn: urnOf("main"),
  baseUrl: BASE_URL,
  accountId: 1,
  kind: "subscription",
  place: {},
  name: "prod",
  action: "create",
  token: "token",
  submittedAt: at(0),
  pid: 1,
  host: hostname(),
  ...more,
});

const account = (resources: readonly Listing[], tasks: readonly SeenTask[] = []): SeenAccount => ({
  names: [undefined],
  baseUrl: BASE_URL,
  accountId: 1,
  resources,
  tasks,
});

const lookOf = (
  accounts: readonly SeenAccount[],
  intents: readonly Intent[] = [],
  more: Partial<Look> = {},
) => ({
  urn: STACK,
  journal: { intents, unreadable: [] },
  accounts,
  known: [],
  pending: [],
  isAtWork: () => false,
  wasKnown: () => false,
  ...more,
});

const found = (look: Look) => orphansOf(look).map(({ id, foundBy }) => `${id} by ${foundBy}`);

describe("by name", () => {
  test("a resource with an auto-name of the stack is an orphan, unless the engine knows it", () => {
    const accounts = [account([autoNamed(7), autoNamed(8)])];
    const known = [{ ...subscriptionTarget(7), id: 7, account: undefined }];
    expect(found(lookOf(accounts, [], { known }))).toEqual(["8 by name"]);
  });

  test("resources with auto-names of other stacks, or explicit names, are not", () => {
    const names = [
      autoNamed(7, "urn:pulumi:prod::shop"),
      subscription(8, "main"),
      subscription(9, "main-abcd1234"),
    ];
    expect(found(lookOf([account(names)]))).toEqual([]);
  });

  test("databases and cloud accounts are found, too", () => {
    const name = autoName(urnOf("cache"), 40);
    const resources: Listing[] = [
      { ...databaseTarget(7), id: 70, name, status: "active" },
      { ...cloudAccountTarget(8), id: 8, name, status: "active" },
    ];
    expect(found(lookOf([account(resources)]))).toEqual(["70 by name", "8 by name"]);
  });

  test("a resource that a process is working on is not an orphan", () => {
    const main = autoNamed(7);
    const look = lookOf([account([main])], [intentOf({ name: main.name })], { isAtWork: () => true });
    expect(found(look)).toEqual([]);
  });
});

describe("by the state", () => {
  const main = autoNamed(7);
  const pending = [
    { ...subscriptionTarget(), urn: urnOf("main"), name: main.name ?? "", account: undefined } as const,
  ];

  test("an interrupted creation of this name proves that the engine never learned of the resource", () => {
    const orphans = orphansOf(
      lookOf([account([main, autoNamed(8, "urn:pulumi:dev::shop2")])], [], { pending }),
    );
    expect(orphans.map((orphan) => [orphan.id, orphan.foundBy, isProven(orphan)])).toEqual([
      [7, "state", true],
    ]);
  });

  test("it does not if the journal says that an engine has learned of it since", () => {
    expect(found(lookOf([account([main])], [], { pending, wasKnown: () => true }))).toEqual(["7 by name"]);
  });

  test("it does not in another account", () => {
    const elsewhere = pending.map((one) => ({ ...one, account: "staging" }));
    expect(found(lookOf([account([main])], [], { pending: elsewhere }))).toEqual(["7 by name"]);
  });

  test("only creations of resources with auto-names count", () => {
    const type = "pulumi-nodejs:dynamic/redis-cloud:Database";
    const operation = (type_: string, inputs: Record<string, unknown>) => ({
      type: type_,
      resource: { urn: urnOf("cache"), type, inputs },
    });
    const auto = { subscriptionId: 7, name: "cache-6alb11tv6udc", __defaults: ["name"] };
    expect(
      pendingCreationsIn(
        {
          pending_operations: [
            operation("creating", auto),
            operation("updating", auto),
            operation("creating", { subscriptionId: 7, name: "cache" }),
          ],
        },
        ALL,
      ),
    ).toEqual([{ ...databaseTarget(7), urn: urnOf("cache"), name: auto.name, account: undefined }]);
  });
});

describe("a resource in a stack of the backend", () => {
  const [orphan] = orphansOf(lookOf([account([autoNamed(7)])])) as [Orphan];
  const held = (known: Known) => [{ stack: "prod", content: [known] }];
  const holder = async (stacks: readonly StackRead<readonly Known[]>[]) =>
    (await readHolders({ readStacks: async <T>() => stacks as readonly StackRead<T>[] }, ALL))(orphan);

  test("is not deleted, whatever its URN and account there: type and ID identify it", async () => {
    const known = { ...subscriptionTarget(7), id: 7, account: "another" };
    expect(await holder(held(known))).toMatchObject({ reason: "the stack prod contains subscription 7" });
    expect(await holder(held({ ...known, id: 8 }))).toBeUndefined();
    expect(await holder(held({ ...known, ...cloudAccountTarget(), id: 7 }))).toBeUndefined();
  });

  test("prevents the deletion of its subscription", async () => {
    const known = { ...databaseTarget(7), id: 70, account: undefined } as const;
    expect(await holder(held(known))).toMatchObject({ reason: expect.stringContaining("database 70") });
  });

  test("is assumed if a state cannot be read, or the stacks cannot be listed", async () => {
    expect(await holder([{ stack: "prod", error: "no access" }])).toMatchObject({
      reason: expect.stringMatching(/state of the stack prod cannot be read \(no access\)/),
      isUnreadable: true,
    });
    const refuse = () => Promise.reject(new Error("not logged in"));
    expect((await readHolders({ readStacks: refuse }, ALL))(orphan)).toMatchObject({ isUnreadable: true });
  });
});

describe("by the journal", () => {
  test("the ID identifies the resource, whatever its name", () => {
    const look = lookOf([account([subscription(7, "prod"), subscription(8, "prod")])], [intentOf({ id: 7 })]);
    expect(found(look)).toEqual(["7 by journal"]);
  });

  test("the task identifies the resource, once it is processed", () => {
    const intents = [intentOf({ taskId: "task-7" })];
    const resources = [subscription(7, "prod")];
    expect(found(lookOf([account(resources, [created(7, 1)])], intents))).toEqual(["7 by journal"]);
    const refused = created(7, 1, { status: "processing-error" });
    expect(found(lookOf([account(resources, [refused])], intents))).toEqual([]);
  });

  test("if the response was lost, the name identifies a resource that was created since", () => {
    const since = (minutes: number) =>
      found(lookOf([account([subscription(7, "prod")], [created(7, minutes)])], [intentOf()]));
    expect(since(1)).toEqual(["7 by journal"]);
    expect(since(-4)).toEqual(["7 by journal"]);
    expect(since(-6)).toEqual([]);
    expect(found(lookOf([account([subscription(7, "prod")])], [intentOf()]))).toEqual([]);
  });

  test("if two resources have the name, neither is an orphan", () => {
    const resources = [subscription(7, "prod"), subscription(8, "prod")];
    const tasks = [created(7, 1), created(8, 2)];
    expect(found(lookOf([account(resources, tasks)], [intentOf()]))).toEqual([]);
  });

  test("a resource in another stack's journal is not ours by its name", () => {
    const theirs = intentOf({ urn: urnOf("main", "urn:pulumi:prod::shop"), taskId: "task-7" });
    const look = lookOf([account([subscription(7, "prod")], [created(7, 1)])], [intentOf(), theirs]);
    expect(found(look)).toEqual([]);
  });

  test("entries of other stacks, other accounts and updates do not indicate orphans", () => {
    const accounts = [account([subscription(7, "prod")])];
    const others = [
      intentOf({ id: 7, urn: urnOf("main", "urn:pulumi:dev2::shop") }),
      intentOf({ id: 7, accountId: 2 }),
      intentOf({ id: 7, baseUrl: "https://other.example.com/v1" }),
      intentOf({ id: 7, action: "update" }),
    ];
    for (const intent of others) expect(found(lookOf(accounts, [intent]))).toEqual([]);
  });

  test("an orphan is listed once, and its age is that of its creation", () => {
    const main = autoNamed(7);
    const look = lookOf([account([main], [created(7, 1)])], [intentOf({ id: 7, name: main.name })]);
    expect(orphansOf(look)).toEqual([
      expect.objectContaining({ id: 7, foundBy: "journal", createdAt: at(1) }),
    ]);
  });
});

describe("a resource that the engine knows", () => {
  const type = "pulumi-nodejs:dynamic/redis-cloud:Database";
  const resource = { urn: "urn", type, id: "7/70", inputs: {}, outputs: { __intent: "token" } };

  test("is read from the state, interrupted operations included", () => {
    const pending = { resource: { ...resource, id: "7/71", inputs: { account: "staging" } } };
    const others = [
      { urn: "urn", type: "pulumi:pulumi:Stack" },
      { ...resource, id: undefined },
    ];
    expect(knownTo({ resources: [resource, ...others], pending_operations: [pending] }, ALL)).toEqual([
      { ...databaseTarget(7), id: 70, account: undefined, token: "token" },
      { ...databaseTarget(7), id: 71, account: "staging", token: "token" },
    ]);
  });

  test("is known in its own account only, or in all if its account is unknown", () => {
    const staging = { ...account([autoNamed(7)]), names: ["staging"], accountId: 2 };
    const accounts = [account([autoNamed(7)]), staging];
    const orphans = (of: string | undefined | null) => {
      const known = [{ ...subscriptionTarget(7), id: 7, account: of }];
      return orphansOf(lookOf(accounts, [], { known })).map((one) => one.account.names[0]);
    };
    expect(orphans(undefined)).toEqual(["staging"]);
    expect(orphans("staging")).toEqual([undefined]);
    expect(orphans(null)).toEqual([]);
    expect(orphans("not configured any more")).toEqual([]);
  });
});

describe("intents", () => {
  const states = (look: Look) =>
    openIntents(look, orphansOf(look)).map(({ state, note }) => `${state}: ${note}`);
  const known = [{ ...subscriptionTarget(7), id: 7, account: undefined, token: "token" }] as const;

  test("are settled when the engine knows what they created, or their latest update", () => {
    const intents = [intentOf({ id: 7 }), intentOf({ action: "update", id: 7 })];
    expect(states(lookOf([account([subscription(7, "prod")])], intents, { known }))).toEqual([
      expect.stringMatching(/^settled/),
      expect.stringMatching(/^settled/),
    ]);
  });

  test("are otherwise open, with their outcome", () => {
    const tasks = [
      created(8, 1, { taskId: "queued", status: "received", response: undefined }),
      created(8, 1, { taskId: "refused", status: "processing-error", response: undefined }),
    ];
    const intents = [
      intentOf({ action: "update", id: 7, token: "later" }),
      intentOf({ taskId: "queued" }),
      intentOf({ taskId: "refused" }),
      intentOf({ taskId: "forgotten" }),
      intentOf({ id: 9 }),
      intentOf(),
      intentOf({ accountId: 2 }),
    ];
    expect(states(lookOf([account([], tasks)], intents, { known }))).toEqual([
      "open: interrupted: the next `pulumi up` corrects it",
      "open: task queued is not processed yet",
      "open: task refused failed: nothing was created",
      "open: task forgotten is no longer known",
      "open: 9 is deleted, or being deleted",
      "open: nothing that it created was found",
      "open: its account is not in the stack's config",
    ]);
  });

  test("of orphans are not listed, and those in progress are shown with their process", () => {
    const look = lookOf(
      [account([subscription(7, "prod")])],
      [intentOf({ id: 7 }), intentOf({ id: 8, pid: 42 })],
      {
        isAtWork: ({ pid }) => pid === 42,
      },
    );
    expect(states(look)).toEqual(["atWork: process 42 is working on it"]);
  });
});

describe("a resource that is too young to be removed", () => {
  const isLeft = (look: Look) =>
    orphansOf(look).map((orphan) => tooYoung(orphan, 900_000, NOW) !== undefined);

  test("is one that is not in this machine's journal", () => {
    const main = autoNamed(7);
    const accounts = [account([main], [created(7, -14)])];
    expect(isLeft(lookOf(accounts))).toEqual([true]);
    expect(isLeft(lookOf(accounts, [intentOf({ id: 7 })]))).toEqual([false]);
    expect(isLeft(lookOf(accounts, [intentOf({ id: 7, host: "elsewhere" })]))).toEqual([true]);
  });

  test("becomes old enough after a while, or when the API no longer lists its creation", () => {
    expect(isLeft(lookOf([account([autoNamed(7)], [created(7, -15)])]))).toEqual([false]);
    expect(isLeft(lookOf([account([autoNamed(7)])]))).toEqual([false]);
  });

  test("is judged by the server's clock if that is ahead", () => {
    const tasks = [created(7, 60), created(8, 80)];
    expect(isLeft(lookOf([account([autoNamed(7)], tasks)]))).toEqual([false]);
  });
});

describe("databases of an orphaned subscription", () => {
  const databases = ["creation-plan-1", "cache", "theirs"].map((name, index) => ({
    databaseId: 70 + index,
    name,
    status: "active",
  }));
  const names = (isTold: boolean) => othersIn(databases, new Set([72]), isTold).map(({ name }) => name);

  test("were created with it unless a separate task created them", () => {
    expect(names(true)).toEqual(["theirs"]);
  });

  test("may belong to others when the API no longer lists its creation", () => {
    expect(names(false)).toEqual(["cache", "theirs"]);
  });
});

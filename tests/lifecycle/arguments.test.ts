import { DATABASE_SAMPLES, type Sample } from "./argumentSamples";
import { ARGUMENTS, type Argument, argumentsAsking, TYPES, withSubject } from "./everyArgument";
import { CLOUD_ACCOUNT, endSimulators, placeIn, writes } from "./harness";
import { useVirtualTime } from "./virtualTime";

/*
 * Compares the arguments in docs/resources/, which is generated from the declarations, with what the simulator accepts.
 */

useVirtualTime();
endSimulators();

/** States in which a resource can be used. */
const USABLE = ["active", "active-change-pending", "active-upgrade-pending", "pending", "change-draft"];

test.each(argumentsAsking("update"))("%s.%s: an update is taken and held, in place", async (...argument) => {
  const [, , { before, after, isNeeded }, field] = argument;
  const { subject, simulator } = await withSubject(argument);
  const created = await subject.declare(before);
  const held = subject.held();
  expect(held).not.toEqual(after);
  const since = simulator.record.changes.length;

  const updated = await subject.declare(after);
  expect(subject.held()).toEqual(after);
  expect(updated).toMatchObject({ id: created.id, outputs: { status: "active" } });
  const id = Number(created.id.split("/").at(-1));
  const states = simulator.record.changes.slice(since).filter((change) => change.id === id);
  expect(USABLE).toEqual(expect.arrayContaining(states.map(({ to }) => to)));

  if (isNeeded || !field.schema.safeParse(undefined).success) return;
  expect(await subject.declare()).toMatchObject({ id: created.id });
  expect(subject.held()).toEqual(isKept(argument) ? after : held);
});

/** Whether a removed argument keeps its value, instead of a default. A name is generated again. */
const isKept = ([, name, , field]: Argument): boolean => field.default === undefined && name !== "name";

test.each(TYPES)("%s: no update request accepts an argument that replaces", async (type) => {
  const replacing = argumentsAsking("replace").filter(
    ([of, argument]) => of === type && argument !== "subscriptionId",
  );
  const { subject, api } = await withSubject([type, "name", {}]);
  await subject.declare();
  const body = type === "CloudAccount" ? CLOUD_ACCOUNT : {};
  expect(await api.send("PUT", subject.path(), body)).toMatchObject({ httpStatus: 202 });
  for (const [, argument, { after }] of replacing) {
    const answer = await api.send("PUT", subject.path(), { ...body, [argument]: after });
    expect({ argument, ...answer }).toMatchObject({ argument, httpStatus: 400 });
  }
});

test("Database.subscriptionId: an update request may contain it, and moves nothing", async () => {
  const argument = ["Database", "subscriptionId", DATABASE_SAMPLES.subscriptionId] as const;
  const { subject, stack, api } = await withSubject(argument);
  await subject.declare();
  expect(await api.send("PUT", subject.path(), { subscriptionId: 1 })).toMatchObject({ httpStatus: 202 });
  expect(subject.held()).toBe(Number(stack.state("main").id));
});

test.each(TYPES)("%s: a change of an argument that only the state keeps submits nothing", async (type) => {
  const kept = argumentsAsking("none").filter(([of, argument]) => of === type && argument !== "adopt");
  const { subject, simulator } = await withSubject([type, "name", {}]);
  const { id } = await subject.declare();
  const before = writes(simulator);
  for (const [, argument, { after }] of kept) {
    expect(await subject.declare(after, argument)).toMatchObject({ id, inputs: { [argument]: after } });
  }
  expect(writes(simulator)).toEqual(before);
});

test("parts may differ from their argument: tags of cloudProviders update, the throughput unit replaces", async () => {
  const parts = ARGUMENTS.flatMap(([type, argument, , { change }]) =>
    typeof change === "string" || change.parts === undefined ? [] : [[type, argument, change.parts]],
  );
  expect(parts).toEqual([
    ["Subscription", "cloudProviders", { resourceTags: "update" }],
    ["Database", "throughputMeasurement", { by: "replace" }],
  ]);

  const resourceTags = [{ key: "team", value: "web" }];
  const held: Sample<{ resourceTags: unknown }>["held"] = (subscription) => subscription.resourceTags;
  const argument = ["Subscription", "cloudProviders", { after: [], isInOwnCloud: true, held }] as const;
  const { subject, stack } = await withSubject(argument);
  const { id } = await subject.declare();
  const { cloudProviders } = placeIn(stack.state("aws").id, { resourceTags });
  expect(await subject.declare(cloudProviders)).toMatchObject({ id });
  expect(subject.held()).toEqual(resourceTags);
});

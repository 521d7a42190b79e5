import type { Inputs } from "@pulumi/pulumi";
import { targetOf } from "../../provider/lifecycle/kind";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import type { Type } from "./argumentSubject";
import { argumentsAsking, RESOURCES, withSubject } from "./everyArgument";
import { endSimulators, type RedisCloud, stackOf } from "./harness";
import type { Stack } from "./stack";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const NAME = "subject";

/** Samples that can be reverted. */
const updatable = argumentsAsking("update").filter(([, , { isOneWay }]) => !isOneWay);

/** The stack in a new command, without cached reads of the account. */
const next = ({ simulator, stack }: RedisCloud, command: number) =>
  stackOf({ ...simulator, url: simulator.url + "/".repeat(command) }, 0, stack.held);

/** Runs `pulumi up`. */
const up = (stack: Stack, type: Type, args: Inputs) => stack.up(type, NAME, args);

/** Changes the resource outside of the stack. */
async function changeElsewhere({ stack, api }: RedisCloud, type: Type, argument: string, value: unknown) {
  const declaration = RESOURCES[type][0] as AnyDeclaration;
  const { id, inputs } = stack.state(NAME);
  const inputsThen = { ...inputs, [argument]: value };
  const steps = declaration.steps(
    targetOf(declaration.kind, inputsThen, id),
    { [argument]: value },
    inputsThen,
  );
  const step = steps.find(({ isTrace }) => !isTrace);
  if (step === undefined) throw new Error(`no request changes ${argument}`);
  const { method, path, body } = step.request;
  const answer = await api.send(method as "PUT", path, body);
  expect([200, 202]).toContain(answer.httpStatus);
  await seconds(600);
}

test.each(updatable)(
  "%s.%s: a refresh shows a change by others, and the next run reverts it",
  async (...argument) => {
    const [type, name, { before, after, foreign = before }, { default: byDefault }] = argument;
    const { subject, ...cloud } = await withSubject(argument);
    const { id } = await subject.declare(after);
    const held = subject.held();
    await changeElsewhere(cloud, type, name, foreign ?? byDefault);
    expect(subject.held()).not.toEqual(held);

    const later = next(cloud, 1);
    const refreshed = await later.refresh(NAME);
    expect(refreshed?.inputs[name]).not.toEqual(after);
    expect(await up(later, type, subject.declared(after))).toMatchObject({ id });
    expect(subject.held()).toEqual(held);
    expect(await next(cloud, 2).preview(NAME, subject.declared(after))).toBe("same");
  },
);

const withDefault = updatable.filter(
  ([, , { isNeeded }, field]) => field.default !== undefined && field.observed && !isNeeded,
);

test.each(withDefault)(
  "%s.%s: undeclared, it is shown, and put back to the API's default",
  async (...argument) => {
    const [type, name, { after }, { secret, deprecated }] = argument;
    const { subject, ...cloud } = await withSubject(argument);
    await subject.declare();
    const held = subject.held();
    await changeElsewhere(cloud, type, name, after);
    const later = next(cloud, 1);
    const refreshed = await later.refresh(NAME);
    // A secret is only announced; of two alternative arguments, the one that is not deprecated is shown.
    if (!secret && !deprecated) expect(refreshed?.inputs).toHaveProperty(name);
    await up(later, type, subject.declared(undefined));
    expect(subject.held()).toEqual(held);
  },
);

import * as pulumi from "@pulumi/pulumi";
import type { ResourceId } from "../api/lists";
import { describeTarget, type Target } from "../lifecycle/kind";
import type { AnyDeclaration, Declaration } from "../operations/declaration";
import { argumentsIn } from "../operations/observe";
import { withoutMissing } from "../operations/properties";
import type { ResourceSession } from "../operations/session";
import { reading } from "./account";
import type { LookupArgs } from "./lookup";

/** What is read of a resource. */
export interface Observed<Answer> {
  readonly answer: Answer;
  /** Its arguments and outputs by name, secrets included. */
  readonly values: Readonly<Record<string, unknown>>;
}

const TIMEOUT_MS = 600_000;

/** Works with a session on the account of a look-up, which reports nothing. */
function withSession<T>(args: LookupArgs, work: (session: ResourceSession) => Promise<T>): Promise<T> {
  return reading(args, (account) => {
    // Loaded lazily: programs without look-ups need no sessions.
    const { ResourceSession }: typeof import("../operations/session") = require("../operations/session");
    const nothing = () => undefined;
    const refused = () => Promise.reject(new Error("A look-up changes nothing."));
    const watch = { timeoutMs: TIMEOUT_MS, report: nothing, announce: nothing, observe: nothing };
    return work(new ResourceSession(account, { ...watch, maySubmit: refused }));
  });
}

/**
 * Reads a single resource as its class does: all that the API tells.
 *
 * @throws RunError when it does not exist.
 */
export function observeDetails<Inputs extends object, Answer>(
  declaration: Declaration<Inputs, Answer>,
  { id, ...place }: { readonly id: ResourceId } & Record<string, ResourceId>,
  args: LookupArgs,
): Promise<Observed<Answer>> {
  const target: Target = { kind: declaration.kind, place, id };
  return withSession(args, async (session) => {
    const answer = await declaration.observe(target, {}, session, "all");
    if (answer === undefined) throw new Error(`Looking up ${describeTarget(target)}: it does not exist.`);
    const values = {
      ...argumentsIn(declaration as unknown as AnyDeclaration, answer),
      ...declaration.attributes?.(answer),
      ...declaration.outputs(answer, target),
      ...place,
    };
    return { answer, values: withoutMissing(values) as Readonly<Record<string, unknown>> };
  });
}

/** Makes secret outputs of the named values. */
export function hideSecrets(
  values: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): Record<string, unknown> {
  const hidden = secrets.map((name) => [name, pulumi.secret(values[name])] as const);
  return { ...values, ...Object.fromEntries(hidden) };
}

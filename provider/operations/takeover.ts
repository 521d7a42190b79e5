import parseDuration from "parse-duration";
import { describeTarget, pulumiIdOf, targetOf } from "../lifecycle/kind";
import type { TakeoverRefused } from "../recovery/findByName";
import type { ResourceJournal } from "../recovery/journal/notes";
import type { RecoveryQuery } from "../recovery/query";
import { earlierAutoName } from "./autoName";
import type { Call } from "./call";
import { type AnyDeclaration, keyIn } from "./declaration";
import { defaultsOf, type Properties } from "./properties";
import type { Timeouts } from "./timeouts";

/** Query for the resource that an earlier run may have created. */
export function recoveryQueryOf(
  { declaration, urn, session }: Call,
  journal: ResourceJournal,
  inputs: Properties,
): RecoveryQuery {
  const isAutoName = defaultsOf(inputs).includes("name");
  const { findLost } = declaration;
  const { create } = (inputs.timeouts ?? {}) as Timeouts;
  return {
    target: targetOf(declaration.kind, inputs),
    names: [
      ...[keyIn(declaration, inputs) ?? []].flat(),
      ...(isAutoName ? [earlierAutoName(urn, declaration.name.maxLength)] : []),
    ],
    isAutoName,
    wasKnown: ({ id }) => id !== undefined && journal.wasKnown(id),
    isClaimed: ({ id }) => id !== undefined && journal.isClaimed(id),
    findLost: findLost && ((submittedAt) => findLost({ ...inputs }, session, submittedAt)),
    createTimeoutMs: parseDuration(create ?? declaration.timeouts.create) ?? 0,
    intent: () => journal.creation(),
  };
}

/** Why a resource with this resource's auto-name is not taken over, and what to do. */
export const refusalOf = (
  { target, reason }: TakeoverRefused,
  { naturalKey }: Pick<AnyDeclaration, "naturalKey">,
): string =>
  `${describeTarget(target)} ${naturalKey ? "is what this resource declares" : "has the auto-name of this resource"}, and ` +
  `${reason}, so it is not taken over. To manage it in this stack, set adopt: "${pulumiIdOf(target)}"; otherwise ` +
  `${naturalKey ? "remove this resource from the program" : "choose another name for this resource"}, or delete that one.`;

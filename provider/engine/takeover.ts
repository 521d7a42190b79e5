import parseDuration from "parse-duration";
import { RedisCloudApiError } from "../api/error";
import { TakeoverRefused } from "../lifecycle/byName";
import type { ResourceJournal } from "../lifecycle/journal/notes";
import { named, pulumiIdOf, targetOf } from "../lifecycle/kind";
import type { Sought } from "../lifecycle/sought";

import { keyIn } from "../resources/declaration";
import type { Timeouts } from "../resources/sharedTypes";
import type { Call } from "./call";
import { earlierAutoName } from "./names";
import { announceOnce } from "./status";
import { containsUnknown, defaultsOf, type Properties } from "./values";

/** What a creation looks for among what earlier runs may have created. */
export function soughtBy({ declaration, urn }: Call, journal: ResourceJournal, inputs: Properties): Sought {
  const isAutoName = defaultsOf(inputs).includes("name");
  const { create } = (inputs.timeouts ?? {}) as Timeouts;
  return {
    target: targetOf(declaration.kind, inputs),
    names: [
      ...[keyIn(declaration, inputs) ?? []].flat(),
      ...(isAutoName ? [earlierAutoName(urn, declaration.name.maxLength)] : []),
    ],
    isAutoName,
    wasKnown: ({ id }) => id !== undefined && journal.wasKnown(id),
    createTimeoutMs: parseDuration(create ?? declaration.timeouts.create) ?? 0,
    intent: () => journal.creation(),
  };
}

/**
 * Says in the preview which existing resource a creation will take over by its auto-name alone, or that it will be refused.
 * What the journal tells of is taken over without ado: it is this resource's own. It refuses nothing yet: with `--replace`
 * the engine checks a resource as a new one, and deletes the one that has its name before it creates it.
 */
export async function previewTakeover(call: Call, inputs: Properties): Promise<void> {
  const isPossible =
    defaultsOf(inputs).includes("name") &&
    !call.declaration.kind.parents.some(({ argument }) => containsUnknown(inputs[argument]));
  if (!isPossible) return;
  try {
    const journal = await call.journal();
    if (journal.creation() !== undefined) return;
    const found = await call.cloud.previewTakeover(soughtBy(call, journal, inputs));
    if (found === undefined) return;
    const created = (found.creation.timestamp ?? "").replace(/^([\d-]+)T([\d:]+).*$/, "$1 $2 UTC");
    const text = `takes over ${named(found.target)}, created ${created}, which has the auto-name of this resource`;
    announceOnce(call.urn, text, "warning");
  } catch (error) {
    if (error instanceof TakeoverRefused)
      announceOnce(call.urn, `unless it is replaced now: ${refusalOf(error)}`, "warning");
    // An account that cannot be reached now is no reason to fail a preview.
    else if (!(error instanceof RedisCloudApiError)) throw error;
  }
}

/** Why a resource with this resource's auto-name is not taken over, and what to do. */
export const refusalOf = ({ target, reason }: TakeoverRefused): string =>
  `${named(target)} has the auto-name of this resource, and ${reason}, so it is not taken over. To manage it in this ` +
  `stack, give adopt: "${pulumiIdOf(target)}"; otherwise give this resource another name, or delete that one.`;

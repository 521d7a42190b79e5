import { RedisCloudApiError } from "../api/error";
import { describeTarget } from "../lifecycle/kind";
import type { Call } from "../operations/call";
import { containsUnknown, defaultsOf, type Properties } from "../operations/properties";
import { recoveryQueryOf, refusalOf } from "../operations/takeover";
import { TakeoverRefused } from "../recovery/findByName";

/**
 * Announces in the preview which resource a creation will take over by its auto-name alone, or that this will be
 * refused. A resource in the journal is this resource's own and is not announced. Nothing is refused yet: with
 * `--replace`, the engine checks a resource as a new one, and deletes the one with its name before creating it.
 */
export async function previewTakeover(call: Call, inputs: Properties): Promise<void> {
  const isPossible =
    defaultsOf(inputs).includes("name") &&
    !call.declaration.kind.parents.some(({ argument }) => containsUnknown(inputs[argument]));
  if (!isPossible) return;
  try {
    const journal = await call.journal();
    if (journal.creation() !== undefined) return;
    const found = await call.session.previewTakeover(recoveryQueryOf(call, journal, inputs));
    if (found === undefined) return;
    const created = (found.creation.timestamp ?? "").replace(/^([\d-]+)T([\d:]+).*$/, "$1 $2 UTC");
    const text = `takes over ${describeTarget(found.target)}, created ${created}, which has the auto-name of this resource`;
    call.announce(text, "warning");
  } catch (error) {
    if (error instanceof TakeoverRefused)
      call.announce(`unless it is replaced now: ${refusalOf(error, call.declaration)}`, "warning");
    // An account that cannot be reached does not fail a preview.
    else if (!(error instanceof RedisCloudApiError)) throw error;
  }
}

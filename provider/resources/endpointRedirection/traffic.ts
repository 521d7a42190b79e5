import { z } from "zod";
import { informative, maybe } from "../../api/answers";

/** Traffic of a database that was a source of a redirection. API: `DatabaseTrafficStateResponse`. */
export const trafficAnswer = z.object({
  trafficStatus: maybe(z.string()),
  canResume: informative(z.boolean()),
  resumeInProgress: informative(z.boolean()),
  stopReason: informative(z.string()),
  resumeEligibleAt: informative(z.string()),
});
type TrafficAnswer = z.infer<typeof trafficAnswer>;

/** How long traffic to the source stays stopped at least. Source: the vendor's guide to redirecting endpoints. */
const STOPPED_MS = 5 * 60_000;

/**
 * Whether a redirection that was requested at a time, and whose answer was lost, was accepted, by the traffic of its
 * source now. If both may be, it counts as accepted: a second redirection would give the endpoints back.
 */
export function wasRedirected(
  traffic: TrafficAnswer | undefined,
  submittedAt: number,
  clocksDifferMs: number,
): boolean {
  if (traffic === undefined) return false;
  const stoppedAt = Date.parse(traffic.resumeEligibleAt ?? "") - STOPPED_MS;
  if (!Number.isNaN(stoppedAt)) return !(stoppedAt < submittedAt - clocksDifferMs);
  // Traffic flows: an older redirection's was resumed, or this one's, if that was long enough ago.
  return !(Date.now() < submittedAt + STOPPED_MS);
}

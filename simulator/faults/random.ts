import type { FaultRule } from "./rule";

/**
 * Rules for random faults of limited duration, which a client must be able to handle.
 *
 * @param probability of each fault at each occurrence, from 0 to 1
 */
export function randomFaults(probability: number): FaultRule[] {
  const faults: FaultRule[] = [
    { fault: "refused-request", status: 429, retryAfter: 1, remaining: 0 },
    { fault: "refused-request", status: 429 },
    { fault: "refused-request", status: 500 },
    { fault: "refused-request", status: 502, html: true },
    { fault: "refused-request", status: 503, html: true },
    { fault: "slow-answer", seconds: 20 },
    { fault: "slow-answer", seconds: 20, when: "after" },
    { fault: "reset-connection", when: "before" },
    { fault: "reset-connection", when: "after" },
    { fault: "hidden-id", seconds: 10 },
    { fault: "processing-error", error: "GENERAL_ERROR" },
    { fault: "provisioning-error" },
    { fault: "provisioning-stall", seconds: 900 },
    { fault: "pending-subscription", taskState: "received", seconds: 120 },
    { fault: "pending-subscription", taskState: "processing-completed", seconds: 120 },
  ];
  return faults.map((fault) => ({ ...fault, probability }));
}

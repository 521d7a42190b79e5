import type { Check, Deployment } from "./measurement";
import { ratio } from "./measurement";

const MB = 1024 * 1024;

/** The checks of a deployment: the account's limits, and the ratio to its bound. */
export function deploymentChecks(
  measured: Omit<Deployment, "checks">,
  atMostOfBound: number,
): readonly Check[] {
  const deployment = { ...measured, checks: [] };
  const { requests, peakMemory, nonActive, earlyDatabases } = deployment;
  return [
    { what: "makespan/bound", measured: ratio(deployment), atMost: atMostOfBound },
    { what: "429", measured: requests.refused, atMost: 0 },
    { what: "requests in a minute", measured: requests.busiestMinute, atMost: 400 },
    { what: "MB of memory", measured: peakMemory / MB, atMost: 300 },
    { what: "non-active subscriptions", measured: nonActive, atMost: 3 },
    { what: "databases submitted early", measured: earlyDatabases, atMost: 0 },
  ];
}

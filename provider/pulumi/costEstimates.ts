import * as pulumi from "@pulumi/pulumi";
import { getAllResources } from "@pulumi/pulumi/output";
import { ESTIMATE } from "../operations/properties";
import { entriesIn, totalOf } from "../preview/costs/ledger";
import { RunFile } from "./programRun";

/*
 * The program's part of cost estimates.
 */

/** The hidden argument that requests a cost estimate in a preview; none unless that is configured. */
export function askForEstimate(args: object): object {
  if (!pulumi.runtime.isDryRun()) return {};
  if (pulumi.runtime.getConfig("redis-cloud:costEstimates") !== "true") return {};
  const { subscriptionId } = args as { subscriptionId?: unknown };
  return { [ESTIMATE]: { ledger: ledger.path, subscription: subscriptionOf(subscriptionId) } };
}

const ledger = new RunFile("costs", showTotal);

function showTotal(file: string): void {
  if (pulumi.log.hasErrors()) return;
  const total = totalOf(entriesIn(file));
  if (total !== undefined) void pulumi.log.info(total);
}

/** URN of the subscription that the ID comes from: a plain string, so that it adds no dependency. */
async function subscriptionOf(subscriptionId: unknown): Promise<string | undefined> {
  if (!pulumi.Output.isInstance(subscriptionId)) return undefined;
  const urns = await Promise.all([...(await getAllResources(subscriptionId))].map(urnOf));
  return urns.find((urn) => /dynamic\/redis-cloud:(\w+)?Subscription$/.test(urn.split("::")[2] ?? ""));
}

/** The URN as a promise: an output would depend on the resource and all its children. */
export const urnOf = (resource: pulumi.Resource): Promise<string> =>
  new Promise((resolve) => resource.urn.apply(resolve));

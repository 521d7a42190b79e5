import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { getAllResources } from "@pulumi/pulumi/output";
import { ESTIMATE } from "../operations/properties";
import { entriesIn, totalOf } from "../preview/costs/ledger";

/*
 * The program's side of estimates.
 */

/** The hidden argument by which a preview asks what a resource costs; none unless that is configured. */
export function askForEstimate(args: object): object {
  if (!pulumi.runtime.isDryRun()) return {};
  if (pulumi.runtime.getConfig("redis-cloud:costEstimates") !== "true") return {};
  const { subscriptionId } = args as { subscriptionId?: unknown };
  return { [ESTIMATE]: { ledger: openLedger(), subscription: subscriptionOf(subscriptionId) } };
}

let ledger: string | undefined;

/** The file of this run, which ends with the program. */
function openLedger(): string {
  if (ledger !== undefined) return ledger;
  const folder = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-costs-"));
  const file = path.join(folder, "estimates.jsonl");
  writeFileSync(file, "");
  // Nothing is under way any more: each resource is registered, hence estimated.
  process.once("beforeExit", () => showTotal(file));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  ledger = file;
  return file;
}

function showTotal(file: string): void {
  if (pulumi.log.hasErrors()) return;
  const total = totalOf(entriesIn(file));
  if (total !== undefined) void pulumi.log.info(total);
}

/** The URN alone, so that nothing comes to depend on the subscription that does not depend on it anyway. */
async function subscriptionOf(subscriptionId: unknown): Promise<string | undefined> {
  if (!pulumi.Output.isInstance(subscriptionId)) return undefined;
  const urns = await Promise.all([...(await getAllResources(subscriptionId))].map(urnOf));
  return urns.find((urn) => urn.split("::")[2]?.endsWith("dynamic/redis-cloud:Subscription"));
}

/** As an output it would depend on the resource, and so, for Pulumi, on all its children. */
export const urnOf = (resource: pulumi.Resource): Promise<string> =>
  new Promise((resolve) => resource.urn.apply(resolve));

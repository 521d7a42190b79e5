import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { formatDuration } from "../lifecycle/polling";
import type { Call } from "../operations/call";
import { isConsiderable, type SlotLoss } from "../operations/engineSlots";
import { RUN } from "../operations/properties";
import { registryOf } from "../operations/uniqueness/registry";
import { RunFile } from "./programRun";
import { showStatus } from "./status";

/** More operations at a time are of no use: the account is busy long before. */
const MOST_OF_USE = 200;
/** The engine starts what has a slot within this time after another operation has ended. */
const QUIET_MS = 2_000;
const LOOK_EVERY_MS = 50;

/** Describes a loss, and a limit that is enough instead. */
function describeLoss({ lostMs, since, atOnce }: SlotLoss, now: number, enough: number): string {
  const [lost, all] = [lostMs, now - since].map(formatDuration);
  return (
    `The engine's limit of ${atOnce} resources at a time (--parallel) cost about ${lost} of ${all}: they kept their ` +
    `places while they were provisioned, and meanwhile the account had nothing to process. Set --parallel ${enough}, ` +
    `or PULUMI_PARALLEL=${enough}: the account's limits are respected anyway.`
  );
}

const losses = new RunFile("run", (file) => {
  const all = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SlotLoss);
  // Those of several accounts are of the same time.
  const largest = all.reduce<SlotLoss | undefined>(
    (most, one) => (one.lostMs > (most?.lostMs ?? 0) ? one : most),
    undefined,
  );
  const now = Date.now();
  if (largest === undefined || !isConsiderable(largest, now)) return;
  const enough = Math.min(MOST_OF_USE, Math.max(largest.operations, largest.atOnce + 1));
  void pulumi.log.info(describeLoss(largest, now, enough));
});

/** The hidden argument that makes the provider collect what the program tells at the end of an update. */
export function collectLosses(): object {
  return pulumi.runtime.isDryRun() ? {} : { [RUN]: losses.path };
}

/**
 * Tells the loss at the end of deletions, when no program runs that could, on the line of the stack. The engine does not
 * tell which deletion is the last: the one after which it starts no other while it waits for this one's answer.
 */
export async function tellLossOfDeletions({ account, urn }: Call): Promise<void> {
  const { slots } = registryOf(account);
  const until = Date.now() + QUIET_MS;
  while (slots.hasUntoldLoss && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  if (!slots.hasUntoldLoss) return;
  slots.noteTold();
  // How many more there are to delete, only the engine knows.
  await showStatus(stackUrn(urn), describeLoss(slots.total, Date.now(), MOST_OF_USE), "info");
}

function stackUrn(urn: string): string {
  const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(urn) ?? [];
  return `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
}

import * as pulumi from "@pulumi/pulumi";
import { Journal } from "../recovery/journal/journal";
import { journalFolder } from "./journalFolder";
import { atEndOfRun } from "./programRun";

/** At most this long, what the engine learned in a program that goes on is not settled: reading the journal takes time. */
const SETTLE_AFTER_MS = 5_000;

/** Resource IDs by URN that the engine has returned to a program, by the folder of its journal. */
const learned = new Map<string, Map<string, string>>();
let isDue = false;

/**
 * Notes that the engine has returned a resource's ID to the program. By then the stack's state holds the resource: the
 * engine's `executeStep` saves it before it answers. Soon, at the end of the run, and on exit, the journal's intents to
 * create these resources are settled: a program of the Automation API may go on for long.
 *
 * @param id Pulumi ID; its last part is the API's own.
 */
export function noteLearned(urn: pulumi.Input<string>, id: string): void {
  if (typeof urn !== "string") {
    pulumi.output(urn).apply((urn) => noteLearned(urn, id));
    return;
  }
  const folder = journalFolder((key) => pulumi.runtime.getConfig(key));
  atEndOfRun(settleLearned);
  if (learned.size === 0) process.once("exit", settleLearned);
  if (!learned.has(folder)) learned.set(folder, new Map());
  learned.get(folder)?.set(urn, id);
  if (!isDue) setTimeout(settleLearned, SETTLE_AFTER_MS).unref();
  isDue = true;
}

function settleLearned(): void {
  isDue = false;
  for (const [folder, ids] of learned) {
    const journal = new Journal(folder);
    for (const intent of journal.list().intents) {
      const { action, urn, id } = intent;
      if (action === "create" && id !== undefined && ids.get(urn)?.split("/").at(-1) === String(id))
        journal.settleCreation({ ...intent, id });
    }
    ids.clear();
  }
}

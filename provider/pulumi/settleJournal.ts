import * as pulumi from "@pulumi/pulumi";
import { Journal } from "../recovery/journal/journal";
import { journalFolder } from "./journalFolder";

/** Resource IDs by URN that the engine has returned to this program. */
const learned = new Map<string, string>();

/**
 * Notes that the engine has returned a resource's ID to the program. By then the stack's state holds the resource: the
 * engine's `executeStep` saves it before it answers. On exit, the journal's intents to create these resources are
 * settled.
 *
 * @param id Pulumi ID; its last part is the API's own.
 */
export function noteLearned(urn: pulumi.Output<string>, id: string): void {
  urn.apply((urn) => {
    if (learned.size === 0) process.once("exit", settleLearned);
    learned.set(urn, id);
  });
}

function settleLearned(): void {
  const journal = new Journal(journalFolder((key) => pulumi.runtime.getConfig(key)));
  for (const intent of journal.list().intents) {
    const { action, urn, id } = intent;
    if (action === "create" && id !== undefined && learned.get(urn)?.split("/").at(-1) === String(id))
      journal.settleCreation({ ...intent, id });
  }
}

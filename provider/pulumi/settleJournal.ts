import * as pulumi from "@pulumi/pulumi";
import { Journal } from "../recovery/journal/journal";
import { journalFolder } from "./journalFolder";

/** Resource IDs by URN that the engine has told to this program. */
const learned = new Map<string, string>();

/**
 * Notes that the engine has told the program the ID of a resource: it does so once the stack's state holds the resource
 * (`executeStep` of the engine saves it before it answers). When the program ends, the journal's intents to create these
 * resources are settled.
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

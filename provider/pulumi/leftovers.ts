import * as pulumi from "@pulumi/pulumi";
import type { Intent } from "../recovery/journal/intent";
import { isAtWork, Journal } from "../recovery/journal/journal";
import { journalFolder } from "./journalFolder";
import { atEndOfRun, currentRun } from "./programRun";

/** Maximum number of resources that the message names. */
const MOST_NAMED = 5;

/** URNs that a run declares, by the run. */
const declared = new WeakMap<object, Set<string>>();

/**
 * Notes that the run declares a resource. At the run's end, it names what an interrupted run began to create and this
 * one does not declare: nothing else in it would tell.
 */
export function noteDeclared(urn: pulumi.Input<string>): void {
  const run = currentRun();
  const urns = declared.get(run) ?? new Set();
  if (!declared.has(run)) {
    declared.set(run, urns);
    const folder = journalFolder((key) => pulumi.runtime.getConfig(key));
    const stack = `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::`;
    const startedAt = Date.now();
    atEndOfRun(() => {
      const left = leftovers(new Journal(folder).list().intents, { stack, urns, startedAt });
      // A program that failed may not have declared all its resources.
      if (left.length > 0 && !pulumi.log.hasErrors()) void pulumi.log.warn(describeLeftovers(left));
    });
  }
  if (typeof urn === "string") urns.add(urn);
  else pulumi.output(urn).apply((urn) => urns.add(urn));
}

/** The run that asks what is left of earlier ones. */
interface Run {
  /** What the URNs of its stack begin with. */
  readonly stack: string;
  /** The resources that it declares. */
  readonly urns: ReadonlySet<string>;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
}

/** The creations of earlier runs of the stack that are open, and whose resources this run does not declare. */
export const leftovers = (intents: readonly Intent[], { stack, urns, startedAt }: Run): readonly Intent[] =>
  intents.filter(
    (intent) =>
      intent.action === "create" &&
      intent.urn.startsWith(stack) &&
      !urns.has(intent.urn) &&
      Date.parse(intent.submittedAt) < startedAt &&
      !isAtWork(intent),
  );

export function describeLeftovers(left: readonly Intent[]): string {
  const named = left
    .slice(0, MOST_NAMED)
    .map(({ urn, id }) => `${nameIn(urn)}${id === undefined ? "" : ` (ID ${id})`}`);
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : "";
  return (
    `An interrupted run began to create what the program does not declare: ${named.join(", ")}${more}. Unless this run ` +
    "deletes it, run `npx pulumi-redis-cloud reconcile`: it shows what exists at the API, and deletes it on request."
  );
}

/** Type and logical name of a URN's resource, e.g. `Database cache`. */
function nameIn(urn: string): string {
  const [type = "", name = ""] = urn.split("::").slice(-2);
  return `${type.slice(type.lastIndexOf(":") + 1)} ${name}`;
}

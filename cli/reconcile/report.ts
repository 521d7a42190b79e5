import type { Cost } from "../../provider/api/pricing";
import { describeTarget, pulumiIdOf } from "../../provider/lifecycle/kind";
import { age, table } from "../table";
import { ageOf, tooYoung } from "./age";
import type { OpenIntent } from "./intents";
import { isProven, type Orphan } from "./orphans";
import type { Removal } from "./remove";

/** What was found, and what was done about it. */
export interface Report {
  readonly orphans: readonly Orphan[];
  readonly costs: ReadonlyMap<Orphan, Cost>;
  readonly intents: readonly OpenIntent[];
  readonly ofOtherStacks: number;
  readonly unreadable: readonly string[];
  /** Only if removal was requested. */
  readonly removal?: Removal;
}

/** JSON for scripts. */
export function asJson({ orphans, costs, intents, ofOtherStacks, unreadable, removal }: Report): string {
  const of = (orphan: Orphan) => orphanAsJson(orphan, costs.get(orphan));
  const answer = {
    orphans: orphans.filter(isProven).map(of),
    foundByNameOnly: orphans.filter((orphan) => !isProven(orphan)).map(of),
    intents: intents.map(({ intent: { urn, action, taskId, id, submittedAt }, state }) => ({
      urn,
      action,
      taskId,
      id,
      state,
      submittedAt,
    })),
    ofOtherStacks,
    unreadable,
    deleted: removal?.deleted.map(of),
    refused: removal?.refused.map(({ orphan, reason }) => ({ ...of(orphan), reason })),
  };
  return JSON.stringify(answer, undefined, 2);
}

function orphanAsJson(orphan: Orphan, costPerHour?: Cost) {
  const { kind, id, place, name, foundBy, status, createdAt, intent } = orphan;
  const account = accountOf(orphan);
  return {
    kind: kind.name,
    id,
    ...place,
    name,
    account,
    foundBy,
    status,
    createdAt,
    costPerHour,
    urn: intent?.urn,
  };
}

/** Its account's name in the config; undefined for the default account. */
const accountOf = ({ account: { names } }: Orphan): string | undefined =>
  names.includes(undefined) ? undefined : names[0];

/** Text for a terminal. */
export function asText(report: Report, olderThanMs: number): string {
  const { orphans, intents, ofOtherStacks, unreadable, removal } = report;
  const [proven, byName] = [orphans.filter(isProven), orphans.filter((orphan) => !isProven(orphan))];
  const parts = [
    proven.length > 0 && orphanTable("ORPHAN", proven, report, olderThanMs),
    byName.length > 0 && `${orphanTable("FOUND BY NAME ONLY", byName, report, olderThanMs)}\n${BY_NAME_ONLY}`,
    intents.length > 0 && intentTable(intents),
    ofOtherStacks > 0 && `The journal holds ${count(ofOtherStacks, "open intent")} of other stacks.`,
    unreadable.length > 0 && `Files of the journal that cannot be read:\n${unreadable.join("\n")}`,
    removal === undefined ? nextStep(report) : outcome(removal),
  ];
  return parts.filter(Boolean).join("\n\n");
}

const BY_NAME_ONLY =
  "These have names that this stack would give, but nothing proves that they are orphans: they may belong to a stack of " +
  "another backend. Make sure that nobody uses one before you delete it by its ID: --delete <id>.";

function orphanTable(
  title: string,
  orphans: readonly Orphan[],
  { costs }: Report,
  olderThanMs: number,
): string {
  const heading = [title, "ID", "NAME", "ACCOUNT", "STATUS", "FOUND BY", "CREATED", "COST", ""];
  const rows = orphans.map((orphan) => {
    const { kind, name = "", status, foundBy } = orphan;
    const cost = costs.get(orphan);
    const ageMs = ageOf(orphan);
    return [
      kind.noun,
      pulumiIdOf(orphan),
      name,
      accountOf(orphan) ?? "",
      status,
      foundBy,
      ageMs === undefined ? "over 10d ago" : `${age(ageMs)} ago`,
      cost === undefined ? "" : `${cost.amount} ${cost.currency}/h`,
      tooYoung(orphan, olderThanMs) === undefined
        ? ""
        : `--delete skips it: created less than ${age(olderThanMs)} ago`,
    ];
  });
  return table(heading, rows);
}

function intentTable(intents: readonly OpenIntent[]): string {
  const rows = intents.map(({ intent: { urn, action, submittedAt }, state, note }) => [
    urn.slice(urn.lastIndexOf("::") + 2),
    action,
    `${age(Date.now() - Date.parse(submittedAt))} ago`,
    state === "atWork" ? "at work" : state,
    note,
  ]);
  return table(["INTENT", "ACTION", "SUBMITTED", "STATE", ""], rows);
}

function nextStep({ orphans, intents, unreadable }: Report): string {
  const proven = orphans.filter(isProven).length;
  if (proven > 0) {
    return (
      `${count(proven, "orphan")}: \`pulumi up\` takes over those that the program still declares, ` +
      "`pulumi-redis-cloud reconcile --delete` removes them all."
    );
  }
  if (orphans.length > 0) return "No orphans, except perhaps those found by name only.";
  const isForgettable = intents.some(({ state }) => state !== "atWork") || unreadable.length > 0;
  if (isForgettable) return "No orphans. The next `pulumi up`, or --forget, closes the open intents.";
  return intents.length > 0 ? "No orphans. A run is in progress." : "No orphans, and nothing is open.";
}

function outcome({ deleted, refused }: Removal): string {
  const left = refused.map(({ orphan, reason }) => `${describeTarget(orphan)} was not deleted: ${reason}.`);
  return [`${count(deleted.length, "orphan")} deleted.`, ...left].join("\n");
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

import { appendFileSync } from "node:fs";
import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { describeTarget, type Target, targetOf } from "../lifecycle/kind";

import { isLeaving } from "../lifecycle/states";
import type { Call } from "../operations/call";
import type { Problem } from "../operations/declaration";
import { containsUnknown, defaultsOf, type Properties, URN, withoutUnknown } from "../operations/properties";
import { holderOf, nameIsTaken } from "../operations/uniqueness/holders";
import { registryOf } from "../operations/uniqueness/registry";

/** A line of the file from the provider's process to the program's, which knows when all is compared. */
export interface CollisionEntry {
  /** The name's holder, e.g. `database 12 of subscription 7`. */
  readonly holder: string;
  /** The problem unless the program renames the holder; absent if it does. */
  readonly problem?: string;
}

/** Holders of names that others are to have, which the engine has not compared yet. */
const open = new Set<string>();
/** The collision file of this preview; undefined in an update. */
let collected: string | undefined;

/**
 * Claims the unique values, and reports those that another resource of the program declares too. A preview also records
 * the name's holder at the server: only when all is compared is it known whether the program renames it.
 *
 * @param file where a preview collects collisions.
 */
export async function checkUnique(
  call: Call,
  olds: Properties,
  inputs: Properties,
  file: unknown,
): Promise<readonly Problem[]> {
  const { declaration, urn } = call;
  collected = typeof file === "string" ? file : undefined;
  const given = withoutUnknown(inputs);
  const registry = registryOf(call.account);
  const problems = registry.claim(declaration, urn, given, { isWhole: !containsUnknown(inputs) });
  if (problems.length > 0) return problems;
  if (file === undefined && olds[URN] === undefined) registry.noteToCreate(urn);
  if (typeof file === "string") await noteCollision(call, olds, inputs, file);
  return [];
}

async function noteCollision(call: Call, olds: Properties, inputs: Properties, file: string): Promise<void> {
  const { declaration } = call;
  const { name, adopt } = inputs;
  const scope = declaration.unique?.scope(withoutUnknown(inputs));
  if (scope === undefined || typeof name !== "string" || adopt !== undefined || containsUnknown(name)) return;
  // A resource that already had the name in the same scope is its own holder; `create` recovers an auto-name.
  const isSame = olds.name === name && declaration.unique?.scope(olds) === scope;
  if (isSame || defaultsOf(inputs).includes("name")) return;
  const holder = await foreignHolder(call, inputs, name);
  if (holder === undefined) return;
  const compared = registryOf(call.account).comparedAs(holder);
  if (compared !== undefined) return;
  open.add(describeTarget(holder));
  append(file, { holder: describeTarget(holder), problem: nameIsTaken(call, name, holder) });
}

async function foreignHolder(call: Call, inputs: Properties, name: string): Promise<Target | undefined> {
  const { declaration, urn } = call;
  const target = targetOf(declaration.kind, inputs);
  const holder = await holderOf(call, target, name, 0);
  if (holder === undefined || isLeaving(target.kind, holder.status)) return undefined;
  // Its own: it is replaced, was created with its subscription, or an earlier run was interrupted.
  if (registryOf(call.account).isOf(urn, holder.target)) return undefined;
  if ((await declaration.find?.({ ...inputs }, call.session)) !== undefined) return undefined;
  const journal = await call.journal();
  return journal.creation() === undefined ? holder.target : undefined;
}

/** Records how an existing resource is compared: which name it is to have, and whether it is replaced. */
export function noteCompared(
  call: Call,
  target: Target,
  { olds, news }: { readonly olds: Properties; readonly news: Properties },
  result: DiffResult,
): void {
  const { name } = news;
  registryOf(call.account).noteCompared(
    {
      call,
      target,
      wantedName: typeof name === "string" && !containsUnknown(name) ? name : undefined,
      heldName: olds.name,
      isReplaced: (result.replaces ?? []).length > 0,
      inputs: withoutUnknown(news),
    },
    { isChanged: result.changes === true && collected === undefined },
  );
  // The holder is part of the program, which renames it or declares the name twice.
  if (open.delete(describeTarget(target)) && collected !== undefined)
    append(collected, { holder: describeTarget(target) });
}

function append(file: string, entry: CollisionEntry): void {
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
  } catch {
    // The program has ended and removed the file: nothing reads it.
  }
}

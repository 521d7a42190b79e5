import { appendFileSync } from "node:fs";
import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { named, type Target, targetOf } from "../lifecycle/kind";

import { isLeaving } from "../lifecycle/states";
import type { Call } from "../operations/call";
import type { Problem } from "../operations/declaration";
import { containsUnknown, defaultsOf, known, type Properties, URN } from "../operations/properties";
import { holderOf, nameIsTaken } from "../operations/uniqueness/holders";
import { registryOf } from "../operations/uniqueness/registry";

/** A line of the file between the provider's process and the program's, which knows when all is compared. */
export interface CollisionEntry {
  /** What holds the name, e.g. `database 12 of subscription 7`. */
  readonly holder: string;
  /** What is wrong unless the program renames the holder; absent when it does. */
  readonly problem?: string;
}

/** Holders of names that others are to have, of which the engine has told nothing yet. */
const open = new Set<string>();
/** The file of this process' preview; undefined in an update. */
let collected: string | undefined;

/**
 * Claims what is unique, and looks at who holds the name at the server: a problem where another resource of the program
 * declares the same. Whether the program renames another holder may be known only when all of it is compared.
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
  const given = known(inputs);
  const registry = registryOf(call.account);
  const problems = registry.claim(declaration, urn, given);
  if (problems.length > 0) return problems;
  if (file === undefined && olds[URN] === undefined) registry.noteToCreate(urn);
  if (typeof file === "string") await noteCollision(call, olds, inputs, file);
  return [];
}

async function noteCollision(call: Call, olds: Properties, inputs: Properties, file: string): Promise<void> {
  const { declaration } = call;
  const { name, adopt } = inputs;
  const scope = declaration.unique?.scope(known(inputs));
  if (scope === undefined || typeof name !== "string" || adopt !== undefined || containsUnknown(name)) return;
  // A resource that is called so in the same place before is its own holder; an auto-name is recovered by `create`.
  const isSame = olds.name === name && declaration.unique?.scope(olds) === scope;
  if (isSame || defaultsOf(inputs).includes("name")) return;
  const holder = await foreignHolder(call, inputs, name);
  if (holder === undefined) return;
  const compared = registryOf(call.account).comparedAs(holder);
  if (compared !== undefined) return;
  open.add(named(holder));
  append(file, { holder: named(holder), problem: nameIsTaken(call, name, holder) });
}

async function foreignHolder(call: Call, inputs: Properties, name: string): Promise<Target | undefined> {
  const { declaration, urn } = call;
  const target = targetOf(declaration.kind, inputs);
  const holder = await holderOf(call, target, name, 0);
  if (holder === undefined || isLeaving(target.kind, holder.status)) return undefined;
  // Its own: it is replaced, it was created with its subscription, or an earlier run was interrupted.
  if (registryOf(call.account).isOf(urn, holder.target)) return undefined;
  if ((await declaration.find?.({ ...inputs }, call.session)) !== undefined) return undefined;
  const journal = await call.journal();
  return journal.creation() === undefined ? holder.target : undefined;
}

/** Records what the engine learned of an existing resource: which name it is to have, and whether it goes. */
export function noteCompared(call: Call, target: Target, news: Properties, result: DiffResult): void {
  const { name } = news;
  registryOf(call.account).noteCompared(
    {
      call,
      target,
      wantedName: typeof name === "string" && !containsUnknown(name) ? name : undefined,
      isReplaced: (result.replaces ?? []).length > 0,
      inputs: known(news),
    },
    { isChanged: result.changes === true && collected === undefined },
  );
  // It is a resource of the program, which renames it, or declares the name twice.
  if (open.delete(named(target)) && collected !== undefined) append(collected, { holder: named(target) });
}

function append(file: string, entry: CollisionEntry): void {
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
  } catch {
    // The program ended, and the file with it: nobody is left to tell.
  }
}

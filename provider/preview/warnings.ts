import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { describeTarget, type Target } from "../lifecycle/kind";
import type { Call } from "../operations/call";
import { changes } from "../operations/changes";
import type { Field } from "../operations/field";
import { containsUnknown, type Properties, withoutUnknown } from "../operations/properties";

/** Announces what a creation destroys. */
export function warnBeforeCreation({ declaration, announce }: Call, inputs: Properties): void {
  const warning = declaration.warning?.(withoutUnknown(inputs));
  if (warning !== undefined) announce(warning, "warning");
}

/** Announces what a preview does not show by itself: data loss and its reasons, and changes without effect. */
export function announceWarnings(
  { declaration, announce }: Call,
  target: Target,
  olds: Properties,
  news: Properties,
  { replaces = [] }: DiffResult,
): void {
  const { replace, none } = changes(declaration, olds, news);
  if (replaces.length > 0) {
    const reasons = replaces.map((argument) => reason(argument)).join("; ");
    const what = declaration.kind.isAction ? "running again" : "replacing";
    announce(`${what} ${describeTarget(target)} ${declaration.loss}: ${reasons}`, "warning");
  }
  for (const argument of none) {
    if (declaration.fields[argument]?.onCreation !== true) continue;
    announce(`${argument} is used on creation only: changing it has no effect`, "warning");
  }

  function reason(argument: string): string {
    if (argument === "status") return `its status is ${olds.status === "active" ? "deleting" : olds.status}`;
    const field = declaration.fields[argument];
    if (containsUnknown(news[argument])) return `${argument} refers to a resource that is replaced`;
    const why = !replace.includes(argument)
      ? "is one of replaceOnChanges"
      : declaration.kind.isAction
        ? "changed"
        : "cannot be changed";
    const difference =
      typeof field?.change === "function" && field.change.reason?.(olds[argument], news[argument]);
    if (difference) return `${argument} ${why} (${difference})`;
    const { path, before, after } = changedPart(argument, field, olds[argument], news[argument]);
    const isShown = !field?.secret && [before, after].every(isPlain);
    return `${path} ${why}${isShown ? ` (${inWords(before)} => ${inWords(after)})` : ""}`;
  }
}

/** The part of an argument that forces a replacement, if only some parts do; else the whole argument. */
function changedPart(
  argument: string,
  field: Field<unknown, unknown> | undefined,
  before: unknown,
  after: unknown,
) {
  const parts = typeof field?.change === "function" ? Object.entries(field.change.parts ?? {}) : [];
  const [olds, news] = [before, after].map((value) => (isPlain(value) ? {} : (value as Properties)));
  const [part] = parts.find(([name, change]) => change === "replace" && olds?.[name] !== news?.[name]) ?? [];
  return part === undefined
    ? { path: argument, before, after }
    : { path: `${argument}.${part}`, before: olds?.[part], after: news?.[part] };
}

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;
const inWords = (value: unknown): string => (value == null ? "none" : String(value));

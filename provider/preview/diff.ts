import type { DiffResult } from "@pulumi/pulumi/dynamic";
import { changes, NO_DRIFT } from "../operations/changes";
import type { AnyDeclaration } from "../operations/declaration";
import { type Properties, UNFINISHED, UNSETTLED } from "../operations/properties";
import { replacedOnChange } from "./replaceOnChanges";

/**
 * Computes the diff for the engine. A replacement deletes first: names of databases and cloud accounts are unique, and
 * a subscription costs money as long as it exists.
 */
export function diff(
  declaration: AnyDeclaration,
  olds: Properties,
  news: Properties,
  { isGone, uncertain, undone, moved, blocking = [], status = String(olds.status) } = NO_DRIFT,
): DiffResult {
  const { update, replace, none } = changes(declaration, olds, news);
  const { failed, deleting } = declaration.kind.states;
  const isLost = isGone || failed.has(status) || deleting.has(status);
  const isUnfinished = olds[UNFINISHED] !== undefined || undone !== undefined;
  const isUnsettled = olds[UNSETTLED] !== undefined || uncertain.length > 0;
  const onChange = replacedOnChange([...Object.keys(update), ...none], olds, news);
  const replaces = [...replace, ...onChange, ...blocking, ...(isLost ? ["status"] : [])];
  return {
    changes:
      isUnfinished ||
      isUnsettled ||
      moved !== undefined ||
      replaces.length + none.length + Object.keys(update).length > 0,
    replaces,
    deleteBeforeReplace: true,
  };
}

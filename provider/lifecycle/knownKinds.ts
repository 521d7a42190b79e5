import type { Kind } from "./kind";

const kinds = new Map<string, Kind>();

/** Records a kind of resource that this process manages. */
export function noteKind(kind: Kind): void {
  kinds.set(kind.name, kind);
}

/** The kinds of resource that this process manages. The tasks of other clients are recognized by them. */
export const knownKinds = (): readonly Kind[] => [...kinds.values()];

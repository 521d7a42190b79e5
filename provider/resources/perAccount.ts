import type { ResourceSession } from "../operations/session";

/** Returns a function for what this process keeps of each account, made when it is first asked for. */
export function perAccount<T>(make: () => T): (session: ResourceSession) => T {
  // An account has one catalog.
  const kept = new WeakMap<ResourceSession["catalog"], T>();
  return ({ catalog }) => {
    const existing = kept.get(catalog);
    if (existing !== undefined) return existing;
    const made = make();
    kept.set(catalog, made);
    return made;
  };
}

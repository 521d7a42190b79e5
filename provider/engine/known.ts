import type { Target } from "../lifecycle/operation";

/** Resources that the engine has shown to know in this process: those it created, or called with their IDs. */
const resources = new Set<string>();

const keyOf = ({ kind, subscriptionId, id }: Target): string => `${kind} ${subscriptionId ?? ""}/${id}`;

export const noteKnown = (target: Target): void => {
  resources.add(keyOf(target));
};

/** Whether a resource of this ID cannot be one that the engine never learned of. */
export const isKnown = (target: Target): boolean => resources.has(keyOf(target));

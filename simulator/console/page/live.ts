import type { ConsoleChanges, ConsoleState } from "../types";
import { modelOf, withChanges } from "./model";
import type { Store } from "./store";

/**
 * Follows the simulator: each connection begins with the whole state.
 *
 * @param onConnection called when the connection is there, or lost
 */
export function follow(store: Store, onConnection: (isConnected: boolean) => void): () => void {
  const source = new EventSource("/console/api/events");
  source.addEventListener("state", ({ data }) => {
    store.set(modelOf(JSON.parse(data) as ConsoleState, performance.now()));
    onConnection(true);
  });
  source.addEventListener("changes", ({ data }) => {
    if (!store.model) return;
    store.set(withChanges(store.model, JSON.parse(data) as ConsoleChanges, performance.now()));
  });
  source.addEventListener("error", () => onConnection(false));
  return () => source.close();
}

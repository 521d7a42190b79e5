import { useEffect, useState } from "preact/hooks";
import type { Model } from "./model";

/** Holds the model, and tells the page when to draw it again: once per frame at most. */
export class Store {
  private readonly listeners = new Set<() => void>();
  private frame = 0;

  constructor(private current: Model | undefined = undefined) {}

  get model(): Model | undefined {
    return this.current;
  }

  set(model: Model): void {
    this.current = model;
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      for (const listener of this.listeners) listener();
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

/** The present model of a store; draws the component again when it changes. */
export function useModel(store: Store): Model | undefined {
  const [model, setModel] = useState(store.model);
  useEffect(() => {
    setModel(store.model);
    return store.subscribe(() => setModel(store.model));
  }, [store]);
  return model;
}

import type { Resource } from "./resource";

/** The resources of one kind in an account, by their IDs and by their subscriptions. */
export class Collection<R extends Resource = Resource> {
  private readonly byId = new Map<string, R>();
  private readonly bySubscription = new Map<number, Set<R>>();

  /** @param kind name of the kind */
  constructor(
    readonly kind: string,
    resources: readonly R[] = [],
  ) {
    for (const resource of resources) this.add(resource);
  }

  /** A number and its decimal form, as in a path, are the same ID. */
  get(id: R["id"] | string): R | undefined {
    return this.byId.get(String(id));
  }

  /** All resources, in the order of their creation. */
  values(): IterableIterator<R> {
    return this.byId.values();
  }

  /** The resources of a subscription, in the order of their creation. */
  inSubscription(subscriptionId: number): R[] {
    return [...(this.bySubscription.get(subscriptionId) ?? [])];
  }

  add(resource: R): void {
    this.byId.set(String(resource.id), resource);
    const { subscriptionId } = resource;
    if (subscriptionId === undefined) return;
    const siblings = this.bySubscription.get(subscriptionId);
    if (siblings) siblings.add(resource);
    else this.bySubscription.set(subscriptionId, new Set([resource]));
  }

  remove(resource: R): void {
    this.byId.delete(String(resource.id));
    if (resource.subscriptionId !== undefined) {
      this.bySubscription.get(resource.subscriptionId)?.delete(resource);
    }
  }
}

/**
 * The other side of connections: the owners of the networks to which subscriptions are connected, whose cloud the
 * simulator does not have.
 */
export interface Peer {
  /**
   * Does what the owner of the other network does, now.
   *
   * @param kind name of the kind of resource, as in the simulator's record
   * @param action such as `accept`
   * @param request identifies the resource; the rest depends on the action
   * @param accountId the account that has the resource; the first one by default
   * @returns what the other side learns
   * @throws ApiError 400 or 409 when the request, or the state of the resource, does not allow it; 404 when there is no
   *   such resource, kind or action
   */
  act(kind: string, action: string, request: object, accountId?: number): Promise<object>;
  /** The other side accepts the connection. */
  accept(kind: string, id: number | string, accountId?: number): Promise<object>;
  /** The other side rejects the connection. */
  reject(kind: string, id: number | string, accountId?: number): Promise<object>;
  /** The owner of a key grants a subscription's principal, of its `customerManagedKeyAccessDetails`, access to it. */
  grantKey(principal: string, resourceName: string, accountId?: number): Promise<object>;
}

import type { Account } from "./account";
import { ApiError } from "./http/errors";
import type { ResourceKind } from "./kind";
import type { PeerAction } from "./peerAction";

/** The parts of the simulator that the other side needs. */
interface Backend {
  readonly accounts: readonly Account[];
  readonly kinds: readonly ResourceKind[];
  bringUpToDate(account: Account): Promise<void>;
  saveChanges(): void;
}

/**
 * The other side of connections: the owners of the networks to which subscriptions are connected, whose cloud the
 * simulator does not have.
 */
export class Peer {
  constructor(private readonly backend: Backend) {}

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
  async act(kind: string, action: string, request: object, accountId?: number): Promise<object> {
    const account = this.backend.accounts.find(
      (one) => accountId === undefined || one.accountId === accountId,
    );
    if (account === undefined) throw new ApiError(404, `There is no account ${accountId}.`);
    await this.backend.bringUpToDate(account);
    const answer = this.perform(account, kind, action, request);
    this.backend.saveChanges();
    return answer;
  }

  /** The other side accepts the connection. */
  accept(kind: string, id: number | string, accountId?: number): Promise<object> {
    return this.act(kind, "accept", { id }, accountId);
  }

  /** The other side rejects the connection. */
  reject(kind: string, id: number | string, accountId?: number): Promise<object> {
    return this.act(kind, "reject", { id }, accountId);
  }

  /** The owner of a key grants a subscription's principal, of its `customerManagedKeyAccessDetails`, access to it. */
  grantKey(principal: string, resourceName: string, accountId?: number): Promise<object> {
    return this.act("subscription", "grantKey", { principal, resourceName }, accountId);
  }

  /** The same for an account that is up to date. */
  perform(account: Account, kindName: string, action: string, request: unknown): object {
    const all = this.backend.kinds.flatMap((kind) =>
      Object.keys(kind.peer ?? {}).map((name) => `${kind.name}/${name}`),
    );
    const kind = this.backend.kinds.find(({ name }) => name === kindName);
    if (kind?.peer === undefined || !Object.hasOwn(kind.peer, action)) {
      throw new ApiError(404, `The other side has no ${kindName}/${action}. There are: ${all.join(", ")}.`);
    }
    const answer = (kind.peer[action] as PeerAction)(account, request);
    account.changed = true;
    return answer;
  }
}

import type { Account } from "./account";
import { ApiError } from "./http/errors";
import type { ResourceKind } from "./kind";
import type { Peer } from "./peer";
import type { PeerAction } from "./peerAction";

/** The parts of the simulator that the other side needs. */
interface Backend {
  readonly accounts: readonly Account[];
  readonly kinds: readonly ResourceKind[];
  bringUpToDate(account: Account): Promise<void>;
  saveChanges(): void;
}

/** Finds the resource that the other side acts on, and lets its kind do the rest. */
export class OtherSide implements Peer {
  constructor(private readonly backend: Backend) {}

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

  accept(kind: string, id: number | string, accountId?: number): Promise<object> {
    return this.act(kind, "accept", { id }, accountId);
  }

  reject(kind: string, id: number | string, accountId?: number): Promise<object> {
    return this.act(kind, "reject", { id }, accountId);
  }

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

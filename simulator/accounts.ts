import { Account, type AccountContext, type SavedAccount } from "./account";
import { addExistingResources } from "./copy/existing";
import type { AccountSettings } from "./resources/accountOptions";

/** The accounts of a simulator, each of which can be put into another state. */
export class Accounts {
  /** In the order of the settings. A reset replaces an account in this list. */
  readonly all: Account[];
  /** What of the accounts' existing resources the simulator cannot represent, and why. */
  readonly leftOut: string[] = [];

  /** @param now simulated milliseconds since 1970 */
  constructor(
    settings: readonly AccountSettings[],
    private readonly context: AccountContext,
    private readonly now: () => number,
    saved: readonly SavedAccount[] = [],
  ) {
    this.all = settings.map((account) => {
      const own = saved.find(({ accountId }) => accountId === account.accountId);
      const { opened, leftOut } = this.open(account, own);
      this.leftOut.push(...leftOut);
      return opened;
    });
  }

  /**
   * Replaces an account by a new one, or by a saved one whose times are those of this simulator.
   *
   * @throws RangeError without such an account
   */
  replace(accountId: number, saved?: SavedAccount): void {
    const index = this.all.findIndex((account) => account.accountId === accountId);
    const old = this.all[index];
    if (!old) throw new RangeError(`there is no account ${accountId}`);
    old.end();
    this.all[index] = this.open(old.options, saved).opened;
  }

  /** A saved account, or a new one with the resources that exist in it from the start. */
  private open(settings: AccountSettings, saved: SavedAccount | undefined) {
    const opened = new Account(settings, this.context, this.now(), saved);
    const { existing } = settings;
    return { opened, leftOut: saved || !existing ? [] : addExistingResources(opened, existing) };
  }
}

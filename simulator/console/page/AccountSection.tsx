import { useRef } from "preact/hooks";
import type { ResourceState } from "../types";
import { send } from "./api";
import { readJson, saveJson } from "./files";
import { Introduction } from "./Introduction";
import type { AccountModel, Model } from "./model";
import { ResourceRow } from "./ResourceRow";
import { SubscriptionCard } from "./SubscriptionCard";

interface Props {
  model: Model;
  account: AccountModel;
  isReplay: boolean;
  tell(text: string, isError?: boolean): void;
}

const NONE: readonly ResourceState[] = [];

/** Everything that the account holds. */
export function AccountSection({ model, account, isReplay, tell }: Props) {
  const parents = new Set(model.kinds.filter(({ isParent }) => isParent).map(({ name }) => name));
  const subscriptions = account.own.filter(({ kind }) => parents.has(kind));
  const others = account.own.filter(({ kind }) => !parents.has(kind));
  const count = [...account.contents.values()].reduce((sum, all) => sum + all.length, 0);
  return (
    <section class="panel" aria-labelledby="account-title">
      <div class="title">
        <h2 id="account-title">{account.name}</h2>
        <span class="count">{`${subscriptions.length} subscriptions, ${count} resources in them`}</span>
        {!isReplay && <AccountActions account={account} tell={tell} />}
      </div>
      {subscriptions.length === 0 && <Introduction url={model.url} isReplay={isReplay} />}
      <div class="cards">
        {subscriptions.map((subscription) => (
          <SubscriptionCard
            key={subscription.id}
            subscription={subscription}
            contents={account.contents.get(Number(subscription.id)) ?? NONE}
            time={model.time}
            kinds={model.kinds}
            tell={isReplay ? undefined : tell}
          />
        ))}
      </div>
      {others.length > 0 && (
        <details class="others">
          <summary>{`Account-wide: ${others.length} cloud accounts, ACL rules, roles and users`}</summary>
          <ul class="rows">
            {others.map((one) => (
              <ResourceRow
                key={`${one.kind} ${one.id}`}
                resource={one}
                time={model.time}
                kinds={model.kinds}
                tell={isReplay ? undefined : tell}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function AccountActions({ account: { accountId, name }, tell }: Pick<Props, "account" | "tell">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = `/accounts/${accountId}`;
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      tell(done);
    } catch (error) {
      tell((error as Error).message, true);
    }
  };
  const reset = () => {
    dialog.current?.close();
    void attempt(() => send("POST", `${path}/reset`), "The account is empty.");
  };
  return (
    <div class="actions">
      <button
        type="button"
        class="quiet"
        onClick={() =>
          void attempt(
            async () => saveJson(await send("GET", `${path}/export`), `account-${accountId}.json`),
            "The account was exported, without its secrets.",
          )
        }
      >
        Export
      </button>
      <label class="button quiet">
        Load…
        <input
          class="hidden"
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file)
              void attempt(
                async () => send("POST", `${path}/load`, await readJson(file)),
                `${file.name} was loaded.`,
              );
            currentTarget.value = "";
          }}
        />
      </label>
      <button type="button" class="quiet danger" onClick={() => dialog.current?.showModal()}>
        Reset…
      </button>
      <dialog ref={dialog} aria-labelledby="reset-title">
        <h2 id="reset-title">{`Reset ${name}?`}</h2>
        <p>
          Its tasks, its subscriptions and everything in them are removed at once. Real databases lose their
          data.
        </p>
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
          <button type="button" class="danger" onClick={reset}>
            Reset
          </button>
        </div>
      </dialog>
    </div>
  );
}

import { useEffect, useMemo, useState } from "preact/hooks";
import type { ExportedRecord } from "../../record";
import type { ConsoleState } from "../types";
import { AccountSection } from "./AccountSection";
import { send } from "./api";
import { Faults } from "./Faults";
import { Header } from "./Header";
import { follow } from "./live";
import { type Notice, Notices } from "./Notices";
import { Player } from "./player";
import { Replay } from "./Replay";
import { Requests } from "./Requests";
import { Store, useModel } from "./store";
import { TimelinePanel } from "./TimelinePanel";
import { Vitals } from "./Vitals";

/** The page: a simulator as it runs, or the record of one. */
export function App() {
  const live = useMemo(() => new Store(), []);
  const [player, setPlayer] = useState<Player>();
  const [isConnected, setConnected] = useState(true);
  const [notice, setNotice] = useState<Notice>();
  const [accountId, setAccountId] = useState<number>();
  const model = useModel(player?.store ?? live);

  const tell = (text: string, isError = false) => setNotice({ text, isError });
  const open = (record: ExportedRecord, name: string) => {
    setPlayer(new Player(record, name));
    tell(`${name} is replayed.`);
  };
  useEffect(() => {
    let end: (() => void) | undefined;
    void begin().catch((error: Error) => tell(error.message, true));
    return () => end?.();

    async function begin() {
      const { mode } = await send<Pick<ConsoleState, "mode">>("GET", "/state");
      if (mode === "recorded") open(await send<ExportedRecord>("GET", "/record"), "The record");
      else end = follow(live, setConnected);
    }
  }, [live]);

  const account = model?.accounts.find((one) => one.accountId === accountId) ?? model?.accounts[0];
  return (
    <>
      <Header
        {...{ model, isConnected, open, tell, account }}
        isReplay={player !== undefined}
        selectAccount={setAccountId}
      />
      {player && <Replay player={player} close={live.model && (() => setPlayer(undefined))} />}
      {model && account && (
        <main class="page">
          <Vitals {...{ model, account }} />
          <div class="columns">
            <div class="column">
              <AccountSection {...{ model, account, tell }} isReplay={player !== undefined} />
              <TimelinePanel {...{ model, account }} />
            </div>
            <div class="column side">
              <Requests {...{ model, account }} isReplay={player !== undefined} />
              {!player && <Faults faults={model.faults} tell={tell} />}
            </div>
          </div>
        </main>
      )}
      {!model && (
        <main class="loading">
          <p>Waiting for the simulator…</p>
        </main>
      )}
      <Notices notice={notice} />
    </>
  );
}

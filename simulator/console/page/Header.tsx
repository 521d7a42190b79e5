import type { ExportedRecord } from "../../record";
import { send } from "./api";
import { Clock } from "./Clock";
import { readJson } from "./files";
import type { AccountModel, Model } from "./model";

interface Props {
  model?: Model;
  account?: AccountModel;
  isConnected: boolean;
  isReplay: boolean;
  selectAccount(accountId: number): void;
  open(record: ExportedRecord, name: string): void;
  tell(text: string, isError?: boolean): void;
}

const SPEEDS = [1, 10, 60, 300, 600, 3600];

/** The name of the page, simulated time with its controls, and the account that is shown. */
export function Header({ model, account, isConnected, isReplay, selectAccount, open, tell }: Props) {
  const openFile = async (file: File) => {
    try {
      const json = await readJson<ExportedRecord>(file);
      if (json.format !== "redis-cloud-simulator-record")
        throw new Error(`${file.name} is no simulator's record`);
      open(json, file.name);
    } catch (error) {
      tell(String((error as Error).message), true);
    }
  };
  return (
    <header class="top">
      <div class="brand">
        <span class="logo" aria-hidden="true" />
        <div>
          <h1>Redis Cloud simulator</h1>
          <p class="faint">
            {isReplay ? "replay of a record" : (model?.url ?? "")}
            {!isReplay && !isConnected && <strong class="lost"> — connection lost, trying again</strong>}
          </p>
        </div>
      </div>
      {model && <Clock model={model} />}
      {model && !isReplay && <TimeControls model={model} tell={tell} />}
      <div class="end">
        {model && model.accounts.length > 1 && (
          <label class="field">
            <span>Account</span>
            <select
              value={account?.accountId}
              onChange={({ currentTarget }) => selectAccount(Number(currentTarget.value))}
            >
              {model.accounts.map(({ accountId, name }) => (
                <option key={accountId} value={accountId}>{`${name} (${accountId})`}</option>
              ))}
            </select>
          </label>
        )}
        <label class="button quiet">
          Replay a record…
          <input
            class="hidden"
            type="file"
            accept="application/json,.json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void openFile(file);
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
    </header>
  );
}

function TimeControls({ model, tell }: { model: Model; tell: Props["tell"] }) {
  const { paused, timeScale } = model.time;
  const change = (path: string, body: object) =>
    void send("POST", path, body).catch((error: Error) => tell(error.message, true));
  const speeds = [...new Set([...SPEEDS, timeScale])].sort((one, other) => one - other);
  return (
    <fieldset class="time-controls">
      <legend class="hidden">Simulated time</legend>
      <button type="button" class="primary" onClick={() => change("/time", { paused: !paused })}>
        <span aria-hidden="true">{paused ? "▶ " : "❚❚ "}</span>
        {paused ? "Continue" : "Pause"}
      </button>
      <button
        type="button"
        title="Move time to the next change of a task or a resource"
        onClick={() => change("/time/step", {})}
      >
        <span aria-hidden="true">▶❚ </span>Step
      </button>
      <label class="field">
        <span>Speed</span>
        <select
          value={timeScale}
          onChange={({ currentTarget }) => change("/time", { timeScale: Number(currentTarget.value) })}
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>{`× ${speed}`}</option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

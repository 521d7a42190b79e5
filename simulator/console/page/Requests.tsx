import { useState } from "preact/hooks";
import type { ExchangeSummary } from "../types";
import { timeOfDay } from "./format";
import { memo } from "./memo";
import type { AccountModel, Model } from "./model";
import { RequestDialog } from "./RequestDialog";

interface Props {
  model: Model;
  account: AccountModel;
  isReplay: boolean;
}

/** Rows: sixteen are in sight. With many requests, all of those are drawn again a few times a second. */
const MOST_SHOWN = { atTop: 20, scrolled: 50 };

/** The requests to the API, the latest first. */
export function Requests({ model, account, isReplay }: Props) {
  const [text, setText] = useState("");
  const [status, setStatus] = useState("");
  const [method, setMethod] = useState("");
  const [opened, setOpened] = useState<ExchangeSummary>();
  const [isScrolled, setScrolled] = useState(false);
  const found = model.requests.filter(
    (one) =>
      (one.accountId ?? account.accountId) === account.accountId &&
      (method === "" || (method === "GET") === (one.method === "GET")) &&
      isOfStatus(one, status) &&
      (text === "" || one.path.includes(text) || one.taskId?.startsWith(text)),
  );
  return (
    <section class="panel requests" aria-labelledby="requests-title">
      <div class="title">
        <h2 id="requests-title">Requests</h2>
        <span class="count">{`${found.length} of the latest ${model.requests.length}`}</span>
      </div>
      <div class="filters">
        <input
          type="search"
          placeholder="resource or task, e.g. subscriptions/100"
          aria-label="Only requests with this in their path, or with this task"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value.trim())}
        />
        <select
          aria-label="Method"
          value={method}
          onChange={({ currentTarget }) => setMethod(currentTarget.value)}
        >
          <option value="">reads and changes</option>
          <option value="GET">reads</option>
          <option value="other">changes</option>
        </select>
        <select
          aria-label="Status"
          value={status}
          onChange={({ currentTarget }) => setStatus(currentTarget.value)}
        >
          <option value="">any status</option>
          <option value="2">2xx</option>
          <option value="4">4xx</option>
          <option value="429">429</option>
          <option value="5">5xx</option>
          <option value="0">connection reset</option>
          <option value="fault">struck by a fault</option>
        </select>
      </div>
      {found.length === 0 && <p class="empty">No request yet.</p>}
      <ol
        class="list"
        tabIndex={0}
        aria-label="Requests, the latest first"
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > 0)}
      >
        {found
          .slice(-(isScrolled ? MOST_SHOWN.scrolled : MOST_SHOWN.atTop))
          .reverse()
          .map((exchange) => (
            <RequestRow key={exchange.number} exchange={exchange} open={setOpened} />
          ))}
      </ol>
      {opened && <RequestDialog summary={opened} isReplay={isReplay} close={() => setOpened(undefined)} />}
    </section>
  );
}

function isOfStatus({ status, fault }: ExchangeSummary, wanted: string): boolean {
  if (wanted === "") return true;
  if (wanted === "fault") return fault !== undefined;
  return wanted === "0" ? status === 0 : String(status).startsWith(wanted);
}

const RequestRow = memo(function RequestRow({
  exchange,
  open,
}: {
  exchange: ExchangeSummary;
  open(exchange: ExchangeSummary): void;
}) {
  const { method, path, status, at, fault, dryRun } = exchange;
  const family = status === 0 ? "reset" : `s${Math.floor(status / 100)}`;
  return (
    <li>
      <button type="button" class="request" onClick={() => open(exchange)}>
        <span class="faint">{timeOfDay(at)}</span>
        <span class={method === "GET" ? "method" : "method change"}>{method}</span>
        <span class="path" title={path}>
          {path.replace(/^\/v1/, "")}
        </span>
        {dryRun && <span class="tag">dry run</span>}
        {fault && <span class="tag failed">{fault}</span>}
        <span class={`code ${family}`}>{status === 0 ? "reset" : status}</span>
      </button>
    </li>
  );
});

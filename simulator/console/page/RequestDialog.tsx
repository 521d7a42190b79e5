import { useEffect, useRef, useState } from "preact/hooks";
import type { Exchange, ExchangeSummary } from "../types";
import { send } from "./api";
import { dateTime } from "./format";
import { Copy } from "./parts";

interface Props {
  summary: ExchangeSummary;
  isReplay: boolean;
  close(): void;
}

/** A request with its answer. */
export function RequestDialog({ summary, isReplay, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [exchange, setExchange] = useState<Exchange>();
  const [problem, setProblem] = useState(isReplay ? "A record contains no bodies." : "");
  const { number, method, path, status, at, durationMs, taskId, fault } = summary;
  useEffect(() => {
    dialog.current?.showModal();
    if (isReplay) return;
    send<Exchange>("GET", `/requests/${number}`).then(setExchange, (error: Error) =>
      setProblem(error.message),
    );
  }, [number]);
  return (
    <dialog ref={dialog} class="exchange" aria-labelledby="request-title" onClose={close}>
      <div class="title">
        <h2 id="request-title">{`${method} ${path}`}</h2>
        <button type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          ✕
        </button>
      </div>
      <p class="faint">
        {[
          status === 0 ? "connection reset" : `status ${status}`,
          dateTime(at),
          ...(isReplay ? [] : [`${durationMs} ms`]),
          ...(taskId ? [`task ${taskId}`] : []),
          ...(fault ? [`struck by ${fault}`] : []),
        ].join(" · ")}
      </p>
      {problem && <p>{problem}</p>}
      {exchange && (
        <>
          <Copy text={exchange.curl} label="as curl" shown="Copy as curl" />
          {exchange.request !== undefined && <Body title="Request" content={exchange.request} />}
          {exchange.answer === undefined ? (
            <p>{exchange.note}</p>
          ) : (
            <Body title="Answer" content={exchange.answer} />
          )}
        </>
      )}
    </dialog>
  );
}

function Body({ title, content }: { title: string; content: unknown }) {
  const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
  return (
    <section>
      <h3>{title}</h3>
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </section>
  );
}

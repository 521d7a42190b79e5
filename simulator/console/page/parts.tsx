import { useState } from "preact/hooks";
import type { TimeState } from "../types";
import { stateInWords, toneOf } from "./format";
import { memo } from "./memo";

/** A state, as a coloured dot and in words. */
export function StateLabel({ status }: { status: string }) {
  return (
    <span class={`state ${toneOf(status)}`}>
      <span class="dot" aria-hidden="true" />
      {stateInWords(status)}
    </span>
  );
}

/** How far something is on its way to the next state: the browser moves it, at the speed of simulated time. */
export const Progress = memo(
  function Progress({ since, due, time }: { since?: number; due?: number; time: TimeState }) {
    if (due === undefined) return null;
    const from = since ?? time.now;
    const done = Math.min(Math.max((time.now - from) / Math.max(due - from, 1), 0), 1);
    const restMs = Math.max(due - time.now, 0) / time.timeScale;
    return (
      <span class="progress" aria-hidden="true">
        <span
          key={`${since} ${due} ${time.paused} ${time.timeScale}`}
          style={{
            "--done": String(done),
            animationDuration: `${Math.round(restMs)}ms`,
            animationPlayState: time.paused ? "paused" : "running",
          }}
        />
      </span>
    );
  },
  (one, other) =>
    one.since === other.since &&
    one.due === other.due &&
    one.time.paused === other.time.paused &&
    one.time.timeScale === other.time.timeScale &&
    // While time stands still it only moves by steps.
    (!one.time.paused || one.time.now === other.time.now),
);

/** A button that copies a text. */
export function Copy({ text, label, shown = "Copy" }: { text: string; label: string; shown?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button
      type="button"
      class="copy"
      title={`Copy ${label}`}
      aria-label={`Copy ${label}`}
      onClick={() => void copy()}
    >
      {copied ? "Copied" : shown}
    </button>
  );
}

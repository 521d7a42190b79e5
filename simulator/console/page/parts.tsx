import { useState } from "preact/hooks";
import { stateInWords, toneOf } from "./format";

/** A state, as a coloured dot and in words. */
export function StateLabel({ status }: { status: string }) {
  return (
    <span class={`state ${toneOf(status)}`}>
      <span class="dot" aria-hidden="true" />
      {stateInWords(status)}
    </span>
  );
}

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

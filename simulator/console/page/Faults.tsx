import { useState } from "preact/hooks";
import type { FaultRuleStatus } from "../../faults/faults";
import { send } from "./api";

interface Props {
  faults: readonly FaultRuleStatus[];
  tell(text: string, isError?: boolean): void;
}

/** What fails next, by one click. */
const NEXT = [
  { label: "Next request: 503", rule: { fault: "refused-request", status: 503, times: 1 } },
  {
    label: "Next change: answer lost",
    rule: { fault: "reset-connection", when: "after", method: "POST", times: 1 },
  },
  { label: "Next task fails", rule: { fault: "processing-error", error: "GENERAL_ERROR", times: 1 } },
  { label: "Next provisioning fails", rule: { fault: "provisioning-error", times: 1 } },
] as const;

const EXAMPLE = '{"fault": "slow-answer", "seconds": 20, "path": "/subscriptions/**"}';

/** The fault rules: added by a click or as JSON, switched off and on, removed. */
export function Faults({ faults, tell }: Props) {
  const [text, setText] = useState("");
  const attempt = async (work: Promise<unknown>, done?: () => void) => {
    try {
      await work;
      done?.();
    } catch (error) {
      tell((error as Error).message, true);
    }
  };
  const addText = () => {
    try {
      void attempt(send("POST", "/faults", JSON.parse(text)), () => setText(""));
    } catch {
      tell("The rule is not valid JSON.", true);
    }
  };
  return (
    <section class="panel faults" aria-labelledby="faults-title">
      <div class="title">
        <h2 id="faults-title">Faults</h2>
        <span class="count">
          {faults.length === 0 ? "none" : `${faults.length} ${faults.length === 1 ? "rule" : "rules"}`}
        </span>
      </div>
      <div class="next">
        {NEXT.map(({ label, rule }) => (
          <button key={label} type="button" onClick={() => void attempt(send("POST", "/faults", rule))}>
            {label}
          </button>
        ))}
      </div>
      <ul class="rules">
        {faults.map((status) => (
          <Rule key={status.id} status={status} attempt={attempt} />
        ))}
      </ul>
      <details>
        <summary>Add a rule</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            addText();
          }}
        >
          <textarea
            aria-label="Fault rule as JSON"
            rows={3}
            spellcheck={false}
            placeholder={EXAMPLE}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button type="submit">Add</button>
        </form>
      </details>
    </section>
  );
}

function Rule({
  status: { id, rule, enabled, strikes },
  attempt,
}: {
  status: FaultRuleStatus;
  attempt(work: Promise<unknown>): Promise<void>;
}) {
  const { fault, ...conditions } = rule;
  const isUsedUp = rule.times !== undefined && strikes >= rule.times;
  const details = Object.entries(conditions).map(([name, value]) => `${name} ${value}`);
  return (
    <li class={enabled && !isUsedUp ? "rule" : "rule off"}>
      <label class="check">
        <input
          type="checkbox"
          checked={enabled}
          onChange={({ currentTarget }) =>
            void attempt(send("PATCH", `/faults/${id}`, { enabled: currentTarget.checked }))
          }
        />
        <span>
          <strong>{fault}</strong> <span class="faint">{details.join(", ")}</span>
        </span>
      </label>
      <span class="count">{isUsedUp ? "done" : `${strikes} ×`}</span>
      <button
        type="button"
        class="quiet"
        aria-label={`Remove rule ${fault}`}
        onClick={() => void attempt(send("DELETE", `/faults/${id}`))}
      >
        ✕
      </button>
    </li>
  );
}

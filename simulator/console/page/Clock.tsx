import { useEffect, useRef } from "preact/hooks";
import { dateTime } from "./format";
import { type Model, nowOf } from "./model";

const INTERVAL_MS = 100;

/** Simulated time. It writes its text itself, so that nothing else is drawn again for it. */
export function Clock({ model }: { model: Model }) {
  const text = useRef<HTMLTimeElement>(null);
  const { time, receivedAt } = model;
  useEffect(() => {
    const show = () => {
      if (text.current) text.current.textContent = dateTime(nowOf({ time, receivedAt }, performance.now()));
    };
    show();
    const timer = setInterval(show, INTERVAL_MS);
    return () => clearInterval(timer);
  }, [time, receivedAt]);
  return (
    <div class={time.paused ? "clock paused" : "clock"}>
      <time ref={text} />
      <span class="faint">
        {time.paused ? "simulated time stands still" : `simulated time, × ${time.timeScale}`}
      </span>
    </div>
  );
}

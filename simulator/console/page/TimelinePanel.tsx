import { useEffect, useRef, useState } from "preact/hooks";
import type { AccountModel, Model } from "./model";
import { type Drawing, drawTimeline } from "./timeline";

/** Real milliseconds between two drawings, and how much longer they are apart than a drawing takes. */
const SHORTEST_INTERVAL_MS = 500;
const PATIENCE = 25;

/** The latest run as it grows, in the drawing of the `timeline` command. */
export function TimelinePanel({ model, account }: { model: Model; account: AccountModel }) {
  const [all, setAll] = useState(false);
  const [drawing, setDrawing] = useState<Drawing>();
  const view = useRef<HTMLElement>(null);
  const next = useRef({ at: 0, timer: 0 });
  const { changes } = account;
  const { kinds, time } = model;

  useEffect(() => {
    const draw = () => {
      const start = performance.now();
      setDrawing(drawTimeline(changes, kinds, time.timeScale, all));
      next.current.at = start + Math.max(SHORTEST_INTERVAL_MS, PATIENCE * (performance.now() - start));
    };
    clearTimeout(next.current.timer);
    next.current.timer = window.setTimeout(draw, Math.max(0, next.current.at - performance.now()));
  }, [changes, kinds, time.timeScale, all]);

  useEffect(() => {
    const { current } = view;
    if (!current) return;
    const isAtEnd = current.scrollHeight - current.scrollTop - current.clientHeight < 80;
    current.innerHTML = drawing?.svg ?? "";
    if (!drawing?.growing) current.scrollTop = 0;
    else if (isAtEnd) current.scrollTop = current.scrollHeight;
  }, [drawing?.svg]);

  return (
    <section class="panel timeline-panel" aria-labelledby="timeline-title">
      <div class="title">
        <h2 id="timeline-title">Timeline</h2>
        {drawing && (
          <span class="count" data-growing={drawing.growing}>
            {drawing.growing ? "grows while the run is under way" : "finished, with its critical path"}
          </span>
        )}
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
          />
          all runs
        </label>
      </div>
      {!drawing && <p class="empty">The first task begins a timeline: one row for each operation.</p>}
      <section class="drawing" ref={view} tabIndex={0} aria-label="Timeline of the run" hidden={!drawing} />
    </section>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { type AccountModel, type Model, nowOf } from "./model";
import { type Run, Runs } from "./timeline";
import { TimelineView } from "./timelineView";

/** Real milliseconds between two drawings, and how much longer they are apart than a drawing takes. */
const SHORTEST_INTERVAL_MS = 1000;
const PATIENCE = 25;

/** The latest run as it grows, in the drawing of the `timeline` command. */
export function TimelinePanel({ model, account }: { model: Model; account: AccountModel }) {
  const [all, setAll] = useState(false);
  const [state, setState] = useState<"empty" | "growing" | "finished">("empty");
  const section = useRef<HTMLElement>(null);
  const view = useRef<TimelineView>(null);
  const next = useRef({ at: 0, timer: 0 });
  const runs = useRef<Runs>(null);
  const latest = useRef(model);
  latest.current = model;
  const { changes } = account;
  const { kinds, time } = model;
  const stoppedAt = time.paused ? time.now : undefined;

  useEffect(() => {
    let isCurrent = true;
    const schedule = () => {
      clearTimeout(next.current.timer);
      // What stands still is drawn at once: nothing else will.
      const delay = stoppedAt === undefined ? next.current.at - performance.now() : 0;
      next.current.timer = window.setTimeout(prepare, Math.max(0, delay));
    };
    const draw = (run: Run | undefined, spentMs: number) => {
      if (!section.current) return;
      const start = performance.now();
      view.current ??= new TimelineView(section.current);
      view.current.show(run);
      setState(run ? (run.growing ? "growing" : "finished") : "empty");
      const end = performance.now();
      next.current.at = start + Math.max(SHORTEST_INTERVAL_MS, PATIENCE * (spentMs + end - start));
      if (run?.growing && stoppedAt === undefined && isCurrent) schedule();
    };
    const prepare = () => {
      const start = performance.now();
      next.current.at = start + SHORTEST_INTERVAL_MS;
      const now = nowOf(latest.current, start);
      runs.current = (runs.current ?? new Runs(kinds)).grownTo(changes, kinds);
      const run = runs.current.drawn({ now, timeScale: time.timeScale }, all);
      const spentMs = performance.now() - start;
      // In a frame of its own, so that the page can answer the visitor in between.
      requestAnimationFrame(() => setTimeout(() => draw(run, spentMs)));
    };
    schedule();
    return () => {
      isCurrent = false;
    };
  }, [changes, kinds, time.timeScale, stoppedAt, all]);

  return (
    <section class="panel timeline-panel" aria-labelledby="timeline-title">
      <div class="title">
        <h2 id="timeline-title">Timeline</h2>
        {state !== "empty" && (
          <span class="count" data-growing={state === "growing"}>
            {state === "growing" ? "grows while the run is under way" : "finished, with its critical path"}
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
      {state === "empty" && (
        <p class="empty">The first task begins a timeline: one row for each operation.</p>
      )}
      <section
        class="drawing"
        ref={section}
        tabIndex={0}
        aria-label="Timeline of the run"
        onScroll={() => view.current?.scroll()}
        hidden={state === "empty"}
      />
    </section>
  );
}

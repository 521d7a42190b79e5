import { useEffect, useRef } from "preact/hooks";
import type { TimeState } from "../types";
import { memo } from "./memo";

/** Real milliseconds between two moves of a bar. */
const INTERVAL_MS = 250;

/** Moves each of the bars that are on their way; together, so that the page is drawn once for all of them. */
const moves = new Set<() => void>();
let timer: number | undefined;

function startMoving(move: () => void): () => void {
  moves.add(move);
  timer ??= window.setInterval(() => {
    for (const each of moves) each();
  }, INTERVAL_MS);
  return () => {
    moves.delete(move);
    if (moves.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

interface Props {
  since?: number;
  due?: number;
  time: TimeState;
}

/**
 * How far something is on its way to the next state.
 *
 * Not an animation of the browser: hundreds of those cost it more than everything else on the page.
 */
export const Progress = memo(
  function Progress({ since, due, time }: Props) {
    const bar = useRef<HTMLSpanElement>(null);
    const from = since ?? time.now;
    const scale = (now: number) =>
      due === undefined ? "" : `scaleX(${Math.min(Math.max((now - from) / Math.max(due - from, 1), 0), 1)})`;

    useEffect(() => {
      const restMs = ((due ?? 0) - time.now) / time.timeScale;
      if (time.paused || restMs < INTERVAL_MS) return;
      const start = performance.now();
      return startMoving(() => {
        if (!bar.current) return;
        bar.current.style.transform = scale(time.now + (performance.now() - start) * time.timeScale);
      });
    });

    if (due === undefined) return null;
    return (
      <span class="progress" aria-hidden="true">
        <span ref={bar} style={{ transform: scale(time.now) }} />
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

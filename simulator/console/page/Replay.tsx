import { useEffect, useState } from "preact/hooks";
import { dateTime } from "./format";
import type { Player } from "./player";

const FACTORS = [0.25, 1, 4, 16];

/** The controls of a replay. */
export function Replay({ player, close }: { player: Player; close?(): void }) {
  const [, redraw] = useState(0);
  const [first] = useState(player.speed);
  useEffect(() => player.subscribe(() => redraw((count) => count + 1)), [player]);
  useEffect(() => {
    player.play();
    return () => player.pause();
  }, [player]);
  return (
    <section class="replay" aria-label="Replay">
      <button
        type="button"
        class="primary"
        onClick={() => (player.isPlaying ? player.pause() : player.play())}
      >
        {player.isPlaying ? "Pause" : "Play"}
      </button>
      <button type="button" onClick={() => player.step()}>
        Step
      </button>
      <input
        type="range"
        aria-label="Time of the record"
        aria-valuetext={dateTime(player.at)}
        min={player.from}
        max={player.to}
        value={player.at}
        onInput={({ currentTarget }) => player.seek(Number(currentTarget.value))}
      />
      <label class="field">
        <span>Speed</span>
        <select
          value={player.speed}
          onChange={({ currentTarget }) => player.setSpeed(Number(currentTarget.value))}
        >
          {FACTORS.map((factor) => (
            <option key={factor} value={first * factor}>{`× ${first * factor}`}</option>
          ))}
        </select>
      </label>
      <span class="faint">{player.name}</span>
      {close && (
        <button type="button" onClick={close}>
          Back to the simulator
        </button>
      )}
    </section>
  );
}

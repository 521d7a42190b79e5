import { useState } from "preact/hooks";
import type { KindState, ResourceState, TimeState } from "../types";
import { type Tone, toneOf } from "./format";
import { memo } from "./memo";
import { Progress } from "./Progress";
import { StateLabel } from "./parts";
import { PeerButtons, ResourceRow } from "./ResourceRow";

interface Props {
  subscription: ResourceState;
  contents: readonly ResourceState[];
  time: TimeState;
  kinds: readonly KindState[];
  /** Absent in a replay, which nobody can change. */
  tell?(text: string, isError?: boolean): void;
}

/** What a card shows of its contents until the visitor asks for all: twenty cards of fifty rows would slow the page down. */
const MOST_ROWS = 10;

const TONES: readonly Tone[] = ["ready", "busy", "waiting", "queued", "leaving", "failed"];

/** A subscription with everything in it. */
export const SubscriptionCard = memo(
  function SubscriptionCard({ subscription, contents, time, kinds, tell }: Props) {
    const [showsAll, setShowsAll] = useState(false);
    const shown = showsAll ? contents : contents.slice(0, MOST_ROWS);
    const rest = contents.length - shown.length;
    return (
      <article class={`card ${toneOf(subscription.status)}`} aria-label={`Subscription ${subscription.name}`}>
        <header>
          <h3>{subscription.name}</h3>
          <StateLabel status={subscription.status} />
          <p class="faint">{[subscription.id, ...subscription.facts].join(" · ")}</p>
          <Progress since={subscription.since} due={subscription.due} time={time} />
        </header>
        <PeerButtons resource={subscription} tell={tell} />
        <Strip contents={contents} />
        <ul class="rows" tabIndex={0} aria-label={`In ${subscription.name}`}>
          {shown.map((resource) => (
            <ResourceRow key={`${resource.kind} ${resource.id}`} {...{ resource, time, kinds, tell }} />
          ))}
          {rest > 0 && (
            <li class="rest">
              <button
                type="button"
                class="quiet"
                aria-label={`Show ${rest} more in ${subscription.name}`}
                onClick={() => setShowsAll(true)}
              >
                {`Show ${rest} more`}
              </button>
            </li>
          )}
        </ul>
      </article>
    );
  },
  (one, other) =>
    one.subscription === other.subscription &&
    one.contents === other.contents &&
    one.kinds === other.kinds &&
    isSameTime(one.time, other.time),
);

/** How many resources are in which states, as a bar. */
function Strip({ contents }: { contents: readonly ResourceState[] }) {
  const counts = TONES.map((tone) => ({
    tone,
    count: contents.filter(({ status }) => toneOf(status) === tone).length,
  })).filter(({ count }) => count > 0);
  return (
    <div class="strip" aria-hidden="true">
      {counts.map(({ tone, count }) => (
        <span key={tone} class={tone} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}

/** While time passes, progress moves by itself; only pauses, steps and speeds make a difference. */
const isSameTime = (one: TimeState, other: TimeState): boolean =>
  one.paused === other.paused && one.timeScale === other.timeScale && (!one.paused || one.now === other.now);

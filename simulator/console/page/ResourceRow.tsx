import type { KindState, ResourceState, TimeState } from "../types";
import { send } from "./api";
import { memo } from "./memo";
import { Progress } from "./Progress";
import { Copy, StateLabel } from "./parts";

interface Props {
  resource: ResourceState;
  time: TimeState;
  kinds: readonly KindState[];
  tell?(text: string, isError?: boolean): void;
}

/** A database, or anything else in a subscription or in the account. */
export const ResourceRow = memo(
  function ResourceRow({ resource, time, kinds, tell }: Props) {
    const { kind, name, id, status, facts, endpoints, since, due } = resource;
    const noun = kinds.find((one) => one.name === kind)?.noun ?? kind;
    // What there is most of needs no name.
    const isDatabase = kind === "database";
    return (
      <li class="row">
        <div class="line">
          <strong title={`${noun} ${id}`}>{name === "" ? id : name}</strong>
          <span class={isDatabase ? "faint size" : "faint"} title={facts.join(" · ")}>
            {isDatabase ? facts[0] : [noun, ...facts].join(" · ")}
          </span>
          <StateLabel status={status} />
        </div>
        <Endpoints endpoints={endpoints} name={name} />
        <PeerButtons resource={resource} tell={tell} />
        <Progress since={since} due={due} time={time} />
      </li>
    );
  },
  (one, other) =>
    one.resource === other.resource &&
    one.time.paused === other.time.paused &&
    one.time.timeScale === other.time.timeScale &&
    (!one.time.paused || one.time.now === other.time.now),
);

/** The first address, and buttons to copy each of them. */
function Endpoints({ endpoints, name }: { endpoints: ResourceState["endpoints"]; name: string }) {
  const [first] = endpoints;
  if (first === undefined) return null;
  return (
    <div class="line endpoint">
      <code title={endpoints.map(({ label, address }) => `${label}: ${address}`).join("\n")}>
        {first.address}
      </code>
      {endpoints.map(({ label, address }) => (
        <Copy
          key={label}
          text={address}
          label={`the ${label} endpoint of ${name}`}
          shown={endpoints.length === 1 ? "Copy" : label}
        />
      ))}
    </div>
  );
}

/** Lets the visitor act as the other side of a connection. */
export function PeerButtons({ resource, tell }: Pick<Props, "resource" | "tell">) {
  if (tell === undefined || resource.peerRequests.length === 0) return null;
  const { kind, name, id, accountId } = resource;
  const act = async (form: HTMLFormElement, action: string, request: object) => {
    const path = `/peer/${kind}/${action}?accountId=${accountId}`;
    try {
      await send("POST", path, { ...request, ...Object.fromEntries(new FormData(form)) });
      tell(`The other side: ${action} ${name || id}.`);
    } catch (error) {
      tell((error as Error).message, true);
    }
  };
  return (
    <div class="peer">
      <span class="faint">The other side:</span>
      {resource.peerRequests.map(({ action, request, ask = [] }) => (
        <form
          key={`${action} ${JSON.stringify(request)}`}
          onSubmit={(event) => {
            event.preventDefault();
            void act(event.currentTarget, action, request);
          }}
        >
          {ask.map((field) => (
            <input key={field} name={field} required placeholder={field} aria-label={field} />
          ))}
          <button type="submit" aria-label={`${action} ${name || id}`} title={JSON.stringify(request)}>
            {action}
          </button>
        </form>
      ))}
    </div>
  );
}

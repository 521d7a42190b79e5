import { Copy } from "./parts";

/** What an empty account shows: how to begin. */
export function Introduction({ url, isReplay }: { url: string; isReplay: boolean }) {
  if (isReplay) return <p class="empty">No subscription exists at this time of the record.</p>;
  const line = `export REDIS_CLOUD_BASE_URL=${url}`;
  return (
    <div class="empty">
      <p>
        <strong>Nothing is here yet.</strong> Set the keys that the simulator has printed, and this address;
        then run <code>pulumi up</code>, and watch.
      </p>
      <pre class="line">
        <code>{line}</code>
        <Copy text={line} label="the address of the API" />
      </pre>
    </div>
  );
}

import { createRequire } from "node:module";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Bounds of the interval between updates of a status that differ only in numbers. */
const FIRST_REPEAT_MS = 5_000;
const LONGEST_REPEAT_MS = 60_000;

/** The copy of gRPC that Pulumi's client uses: it accepts no other copy's credentials. */
const grpc: typeof import("@grpc/grpc-js") = createRequire(require.resolve("@pulumi/pulumi"))(
  "@grpc/grpc-js",
);

let engine: EngineClient | undefined;

/** Client of the engine that runs this provider process; the first argument is its address. */
function engineClient(): EngineClient | undefined {
  const address = process.argv[2];
  if (engine === undefined && address !== undefined && /:\d+$/.test(address)) {
    // By default, gRPC uses the proxy of `https_proxy` even for the local engine.
    const options = { "grpc.enable_http_proxy": 0 };
    engine = new EngineClient(address, grpc.credentials.createInsecure(), options);
  }
  return engine;
}

/** A `status` is replaced by the next one; the others are also listed in the run's diagnostics. */
type Weight = "status" | "info" | "warning";

/**
 * Shows the text on the resource's line of the progress display, in place of the previous one.
 *
 * @returns when the engine has received it.
 */
export function showStatus(urn: string, text: string, weight: Weight = "status"): Promise<void> {
  const request = new LogRequest();
  request.setSeverity(weight === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
  request.setMessage(text);
  request.setUrn(urn);
  request.setEphemeral(weight === "status");
  return new Promise((resolve) => {
    const engine = engineClient();
    // Failing to show a status is not an error.
    if (engine === undefined) resolve();
    else engine.log(request, () => resolve());
  });
}

type Show = (urn: string, text: string, weight?: Weight) => unknown;

/** Shows a message that stays in the run's output. */
export const announce =
  (urn: string | undefined, show: Show = showStatus) =>
  (text: string): void => {
    if (urn !== undefined) show(urn, text, "info");
  };

/** Messages already shown, by resource: a run calls `check` and `diff` more than once. */
const announced = new Set<string>();

/** Shows a message once per process. */
export function announceOnce(
  urn: string,
  text: string,
  weight: "info" | "warning",
  show: Show = showStatus,
): void {
  if (announced.has(urn + text)) return;
  announced.add(urn + text);
  show(urn, text, weight);
}

/**
 * Creates a status reporter for one resource. It shows a new status at once, and one that differs only in numbers at
 * growing intervals, since non-interactive displays print a line for each.
 */
export function statusReporter(urn: string | undefined, show: Show = showStatus): (text: string) => void {
  let last = { text: "", essence: "", at: 0, since: 0 };
  return (text) => {
    if (urn === undefined) return;
    if (text === last.text) return;
    const essence = text.replace(/\d+[hms]?/g, "");
    const now = Date.now();
    if (essence === last.essence) {
      const repeatMs = Math.min(LONGEST_REPEAT_MS, Math.max(FIRST_REPEAT_MS, (now - last.since) / 2));
      if (now - last.at < repeatMs) return;
    }
    last = { text, essence, at: now, since: essence === last.essence ? last.since : now };
    show(urn, text);
  };
}

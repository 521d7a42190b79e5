import { createRequire } from "node:module";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The same status is told again with its time at these ages at the latest, in milliseconds. */
const FIRST_REPEAT_MS = 5_000;
const LONGEST_REPEAT_MS = 60_000;

/** The copy that Pulumi's own client is made of: it accepts credentials of no other. */
const grpc: typeof import("@grpc/grpc-js") = createRequire(require.resolve("@pulumi/pulumi"))(
  "@grpc/grpc-js",
);

let engine: EngineClient | undefined;

/** The engine that runs this provider process; its address is the process's first argument. */
function connected(): EngineClient | undefined {
  const address = process.argv[2];
  if (engine === undefined && address !== undefined && /:\d+$/.test(address)) {
    // gRPC would go to the proxy of `https_proxy`, although the engine is on this machine.
    const options = { "grpc.enable_http_proxy": 0 };
    engine = new EngineClient(address, grpc.credentials.createInsecure(), options);
  }
  return engine;
}

/** A `status` is replaced by the next; the others are among the diagnostics at the end of the run, too. */
type Weight = "status" | "info" | "warning";

/**
 * Puts the text on the resource's own line of the progress display, in place of the one before.
 *
 * @returns when the engine has it.
 */
export function showStatus(urn: string, text: string, weight: Weight = "status"): Promise<void> {
  const request = new LogRequest();
  request.setSeverity(weight === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
  request.setMessage(text);
  request.setUrn(urn);
  request.setEphemeral(weight === "status");
  return new Promise((resolve) => {
    const engine = connected();
    // A status that cannot be shown is no reason to fail.
    if (engine === undefined) resolve();
    else engine.log(request, () => resolve());
  });
}

type Show = (urn: string, text: string, weight?: Weight) => unknown;

/** Tells what people should find in the run's output afterwards. */
export const announce =
  (urn: string | undefined, show: Show = showStatus) =>
  (text: string): void => {
    if (urn !== undefined) show(urn, text, "info");
  };

/** What was told of each resource in this process: a run asks for a diff, and checks, more than once. */
const told = new Set<string>();

/** The same, once. */
export function announceOnce(
  urn: string,
  text: string,
  weight: "info" | "warning",
  show: Show = showStatus,
): void {
  if (told.has(urn + text)) return;
  told.add(urn + text);
  show(urn, text, weight);
}

/**
 * A reporter for one resource. What changed is shown at once; the same with only other numbers is shown ever more
 * rarely, since displays without a cursor print a line for each.
 */
export function statusReporter(urn: string | undefined, show: Show = showStatus): (text: string) => void {
  let shown = { text: "", essence: "", at: 0, since: 0 };
  return (text) => {
    if (urn === undefined) return;
    if (text === shown.text) return;
    const essence = text.replace(/\d+[hms]?/g, "");
    const now = Date.now();
    if (essence === shown.essence) {
      const repeatMs = Math.min(LONGEST_REPEAT_MS, Math.max(FIRST_REPEAT_MS, (now - shown.since) / 2));
      if (now - shown.at < repeatMs) return;
    }
    shown = { text, essence, at: now, since: essence === shown.essence ? shown.since : now };
    show(urn, text);
  };
}

/** The colour family of a state. */
export type Tone = "ready" | "busy" | "leaving" | "waiting" | "failed" | "queued";

/** States in which somebody else has to act. */
const WAITING = /acceptance|^inactive$|^initialized$|encryption_key/;

/** The colour of a state, by the words that the API uses for all kinds of resources and for tasks. */
export function toneOf(status: string): Tone {
  if (/error|fail|reject/.test(status)) return "failed";
  if (WAITING.test(status)) return "waiting";
  if (/delet|gone/.test(status)) return "leaving";
  if (status === "active" || status === "processing-completed") return "ready";
  if (status === "received") return "queued";
  return "busy";
}

/** A state in words: `processing-in-progress` is `processing`. */
export const stateInWords = (status: string): string =>
  ({ "processing-in-progress": "processing", "processing-completed": "completed", received: "queued" })[
    status
  ] ?? status.replaceAll(/[-_]/g, " ");

/** Such as `2026-11-29 08:41:12`. */
export const dateTime = (at: number): string => new Date(at).toISOString().replace("T", " ").slice(0, 19);

/** Such as `08:41:12`. */
export const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, 19);

/** Splits a `commandType`: `databaseCreateRequest` is `database create`. */
export const commandInWords = (commandType: string): string =>
  commandType
    .replace(/Request$/, "")
    .replace(/\B[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();

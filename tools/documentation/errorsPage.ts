import { BY_CODE, BY_KIND, BY_LOCAL_CODE } from "../../provider/api/advice";
import { LifecycleError, NEXT_STEP, PASSING } from "../../provider/lifecycle/error";
import { databaseKind } from "../../provider/resources/database/kind";
import { DESCRIPTIONS } from "../../simulator/resources/refusals";
import { meaningOf } from "./errorCodes";
import { codeOf, tableOf, withCode } from "./markdown";

/** How an operation fails, by the word in the message. */
const OPERATIONS: Readonly<Record<keyof typeof NEXT_STEP, string>> = {
  "not-admitted": "The account's limits left no place for it in time.",
  "processing-error": "The API refused the task.",
  "subscription-error": "The subscription is in an error state and accepts no change.",
  "awaiting-key": "The subscription waits for its encryption key.",
  "awaiting-other-side": "The other side of a connection did not act in time.",
  "processing-timeout": "The task was submitted, and the API has not processed it in time.",
  "provisioning-timeout": "The API processed the task, and the resource was not ready in time.",
  "lost-sight": "The task was submitted, and its outcome could not be read.",
  gone: "The resource no longer exists.",
  "provisioning-error": "The resource ended in an error state.",
};

/** How a request fails. */
const REQUESTS: Readonly<Record<keyof typeof BY_KIND, string>> = {
  refused: "The API did not accept the request.",
  unauthorized: "401 or 403: the keys are wrong, or may not do this.",
  "not-found": "404.",
  "too-many": "429, also after waiting: the limit of requests, or too many subscriptions changing at once.",
  "not-sent": "Something on this machine prevents sending it: certificates, proxy, URL.",
  unavailable: "No connection, or a fault of the server, on a request that changes nothing.",
  "outcome-unknown": "The same on a request that changes something: it may have been accepted.",
  "invalid-answer": "The answer is not one of the API's, for instance an HTML page.",
};

const CODE = "DATABASE_PORT_IS_UNAVAILABLE";
const EXAMPLE = new LifecycleError({
  kind: "processing-error",
  operation: { action: "create", target: { kind: databaseKind, place: { subscriptionId: 7 } } },
  taskId: "5f1e6a0c",
  code: CODE,
  description: DESCRIPTIONS[CODE],
});

const LINE = /.{1,110}(?: |$)/g;
const linesOf = (text: string): readonly string[] => (text.match(LINE) ?? []).map((line) => line.trim());

const rows = <Word extends string>(
  meanings: Readonly<Record<Word, string>>,
  steps: Readonly<Record<Word, string>>,
) => (Object.keys(meanings) as Word[]).map((word) => [codeOf(word), meanings[word], withCode(steps[word])]);

/** The codes of each text. */
const byText = (texts: Readonly<Record<string, string>>) =>
  [...new Set(Object.values(texts))].map((text) => {
    const codes = Object.keys(texts).filter((code) => texts[code] === text);
    return [codes.map(codeOf).join(", "), withCode(text)];
  });

/** The page on errors that can happen to any resource. */
export function errorsPage(): string {
  const codes = Object.keys(BY_CODE).filter((code) => !PASSING.includes(code));
  return [
    "# Errors",
    "",
    "<!-- Made by `npm run docs` from provider/api/advice.ts and provider/lifecycle/error.ts: change those. -->",
    "",
    "An error names the resource, what was attempted, how it failed, the code and description of the API, and the next step:",
    "",
    "```",
    ...linesOf(EXAMPLE.message),
    "```",
    "",
    "The pages of the [resources](resources.md) list the codes of each. What was submitted before an error is never lost: see",
    "[Interrupted runs](interrupted-runs.md).",
    "",
    "## How an operation fails",
    "",
    ...tableOf(["In the message", "Meaning", "Next step"], rows(OPERATIONS, NEXT_STEP)),
    "## How a request fails",
    "",
    "The client repeats requests that time, or another try, can help. Only then one of these ends the operation:",
    "",
    ...tableOf(
      ["What happened", "Next step"],
      rows(REQUESTS, BY_KIND).map(([, meaning = "", step = ""]) => [meaning, step]),
    ),
    "## Codes of several resources",
    "",
    ...tableOf(
      ["Code", "Meaning", "Next step"],
      codes.map((code) => [codeOf(code), meaningOf(code), withCode(BY_CODE[code] ?? "")]),
    ),
    `The run waits by itself after ${PASSING.map(codeOf).join(", ")}, and sends the request again.`,
    "",
    "## Codes of this machine",
    "",
    "Of Node.js, OpenSSL and the proxy, before anything is sent:",
    "",
    ...tableOf(["Code", "Next step"], byText(BY_LOCAL_CODE)),
  ].join("\n");
}

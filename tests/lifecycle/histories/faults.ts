import fc from "fast-check";
import type { FaultRule } from "../../../simulator";

/** From 1. */
export const upTo = (max: number) => fc.integer({ min: 1, max });

export const when = fc.constantFrom("before" as const, "after" as const);
const seconds = upTo(300);
const method = fc.constantFrom("POST", "PUT", "DELETE", undefined);
const commandType = fc.constantFrom("*CreateRequest", "*UpdateRequest", "*DeleteRequest", undefined);
const taskState = fc.constantFrom("received" as const, "processing-completed" as const);
const error = fc.constantFrom("GENERAL_ERROR", "SUBSCRIPTION_NOT_ACTIVE", "TOO_MANY_PENDING_SUBSCRIPTIONS");

/** Longer than this nothing that exists stays hidden, and no request stays unanswered. */
const soon = upTo(15);

/**
 * What may end in `error`: what somebody waits for. Not so the databases of creation plans, which are deleted without
 * waiting, nor a subscription whose cluster grows, of which only a refresh could tell.
 */
const FAILING = [
  { kind: "database", name: "subscription-*" },
  { kind: "cloudAccount" },
  { kind: "aclRule" },
  { kind: "aclRole" },
  { kind: "aclUser" },
  { kind: "subscription", commandType: "subscription*" },
  { kind: "database", name: "global-*" },
  { kind: "essentialsSubscription" },
  { kind: "essentialsDatabase" },
  { kind: "privateLink" },
  { kind: "privateServiceConnect" },
  { kind: "endpointRedirection" },
] as const;

const fault: fc.Arbitrary<FaultRule> = fc.oneof(
  fc.record({
    fault: fc.constant("refused-request" as const),
    status: fc.constantFrom(429, 500, 502, 503),
    html: fc.boolean(),
    method,
  }),
  fc.record({ fault: fc.constant("slow-answer" as const), seconds: soon, when, method }),
  fc.record({ fault: fc.constant("reset-connection" as const), when, method }),
  fc.record({ fault: fc.constant("hidden-id" as const), seconds: soon, commandType }),
  fc.record({ fault: fc.constant("processing-error" as const), error, commandType }),
  fc
    .record({ fault: fc.constant("provisioning-error" as const), commandType })
    .chain((rule) => fc.constantFrom(...FAILING.map((selectors) => ({ ...rule, ...selectors })))),
  fc.record({ fault: fc.constant("provisioning-stall" as const), seconds, commandType }),
  fc.record({ fault: fc.constant("pending-subscription" as const), taskState, seconds }),
);

/** Each strikes a few times and then never again, so that a history can end well. */
export const faults: fc.Arbitrary<FaultRule[]> = fc.array(
  fc
    .record({ fault, after: fc.nat({ max: 12 }), times: upTo(2) })
    .map(({ fault, ...often }) => ({ ...fault, ...often })),
  { maxLength: 4 },
);

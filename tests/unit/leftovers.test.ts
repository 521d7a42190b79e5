import { describeLeftovers, leftovers } from "../../provider/pulumi/leftovers";
import type { Intent } from "../../provider/recovery/journal/intent";

const STACK = "urn:pulumi:dev::shop::";
const URN = `${STACK}pulumi-nodejs:dynamic/redis-cloud:Database::cache`;
const STARTED_AT = Date.parse("2026-05-01T12:00:00Z");

/** A creation that an interrupted run left open. */
const creation = (given: Partial<Intent> = {}): Intent => ({
  version: 1,
  urn: URN,
  baseUrl: "https://api.redislabs.com/v1",
  kind: "database",
  place: { subscriptionId: 7 },
  action: "create",
  token: "a-token",
  submittedAt: "2026-05-01T11:00:00.000Z",
  pid: 0,
  host: "another-machine",
  ...given,
});

const left = (intent: Intent, urns: readonly string[] = []) =>
  leftovers([intent], { stack: STACK, urns: new Set(urns), startedAt: STARTED_AT });

test("a creation of an earlier run whose resource is not declared is left over", () => {
  expect(left(creation())).toHaveLength(1);
});

test.each([
  { which: "an update or deletion: the state has the resource", intent: creation({ action: "delete" }) },
  { which: "of another stack", intent: creation({ urn: URN.replace("dev", "production") }) },
  { which: "of this run", intent: creation({ submittedAt: "2026-05-01T12:00:01.000Z" }) },
])("what is $which is not", ({ intent }) => {
  expect(left(intent)).toEqual([]);
});

test("what the program declares is not", () => {
  expect(left(creation(), [URN])).toEqual([]);
});

test("the message names the resources, with their IDs as far as they are known, and the command", () => {
  const many = Array.from({ length: 7 }, (_, index) => creation({ urn: `${URN}-${index}` }));
  expect(describeLeftovers([creation({ id: 12 }), ...many])).toMatch(
    /: Database cache \(ID 12\), Database cache-0, .*, Database cache-3 and 3 more\. .*reconcile/,
  );
});

import type { ResourceSession } from "../../provider/operations/session";
import { unavailableTarget } from "../../provider/resources/database/version";

/** A session on an account that offers these targets; undefined if they cannot be read. */
const offering = (targets: readonly string[] | undefined) =>
  ({ catalog: { read: async () => targets } }) as unknown as ResourceSession;

test("a version to which the API does not upgrade the database is refused, with those to which it does", async () => {
  const reason =
    "the database cannot be upgraded from 7.2 to 8.2: it can be upgraded to 7.4 (getAvailableTargetVersions()).";
  expect(await unavailableTarget("8.2", "7.2", "/databases/1", offering(["7.4"]))).toEqual([
    { property: "redisVersion", reason },
  ]);
});

test.each([[["7.4", "8.2"]], [undefined]])(
  "a target that the API offers, or does not tell of, is accepted: %j",
  async (targets) => {
    expect(await unavailableTarget("8.2", "7.2", "/databases/1", offering(targets))).toEqual([]);
  },
);

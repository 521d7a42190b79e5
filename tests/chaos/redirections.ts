import type { Simulator } from "../../simulator";
import type { EndpointRedirection } from "../../simulator/resources/endpointRedirection/state";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import { identityOf } from "./declared";
import { type Instance, isThere } from "./instances";
import type { Violation } from "./oracle";
import type { InForce } from "./session";

/*
 * Redirections of endpoints: they have no name, and the API has no list of them. One whose ID was lost with the answer to
 * its request stays, since nobody can know it.
 */

export type Redirection = Pick<
  EndpointRedirection,
  "id" | "status" | "sourceDatabaseId" | "targetDatabaseId"
>;

/** What is known of a run's redirections. */
export interface Redirections {
  readonly all: readonly Redirection[];
  /** The IDs of those that the engine knew at any time. */
  readonly known: ReadonlySet<string>;
}

const HAS_ENDED: ReadonlySet<string> = new Set(["failed", "reverted"]);

/** The redirections of the account. */
export const redirectionsIn = (simulator: Simulator): readonly Redirection[] =>
  simulator
    .state()
    .accounts.flatMap(
      ({ resources }) => resources.endpointRedirection ?? [],
    ) as unknown as readonly Redirection[];

/** Clients are redirected once where a program says so, as long as it does. */
export function redirectionViolations(
  { all, known }: Redirections,
  instances: readonly Instance[],
  inForce: readonly Pick<InForce, "program">[],
  after: readonly DeclaredOther[],
): Violation[] {
  const there = new Map(instances.filter(isThere).map(({ id, identity }) => [id, identity] as const));
  // One between databases that are gone redirects nobody.
  const holding = all.filter(
    ({ status, sourceDatabaseId, targetDatabaseId }) =>
      !HAS_ENDED.has(status) && there.has(sourceDatabaseId) && there.has(targetDatabaseId),
  );
  const declared = after.find(({ type }) => type === "EndpointRedirection");
  const isDeclared = ({ sourceDatabaseId, targetDatabaseId }: Redirection) =>
    declared !== undefined &&
    there.get(sourceDatabaseId) === databaseIn(after, declared.parent) &&
    there.get(targetDatabaseId) === databaseIn(after, declared.target);
  const [wanted, others] = [holding.filter(isDeclared), holding.filter((one) => !isDeclared(one))];
  const isAlways = inForce.every(({ program }) =>
    program.others.some(({ type }) => type === "EndpointRedirection"),
  );
  const hasFailed = instances.some(({ hasFailed }) => hasFailed);
  const reverted = all.filter(({ status }) => status === "reverted");
  return [
    ...(declared !== undefined && wanted.length === 0
      ? [{ what: "lost", text: `redirection ${declared.logicalName} is declared and not there` } as const]
      : []),
    ...wanted
      .slice(1)
      .map(({ id }): Violation => ({ what: "duplicate", text: `redirection ${id} was made beside another` })),
    ...wanted
      .filter(({ status }) => status !== "completed")
      .map(({ id, status }): Violation => ({ what: "different", text: `redirection ${id} is ${status}` })),
    ...others
      .filter(({ id }) => known.has(id))
      .map(({ id }): Violation => ({ what: "orphan", text: `redirection ${id} is there in the end` })),
    ...(isAlways && !hasFailed ? reverted : []).map(
      ({ id }): Violation => ({ what: "needless", text: `redirection ${id} was reverted without need` }),
    ),
  ];
}

function databaseIn(others: readonly DeclaredOther[], called: string | undefined): string | undefined {
  const database = others.find(({ logicalName }) => logicalName === called);
  return database && identityOf("database", database.logicalName, database.parent);
}

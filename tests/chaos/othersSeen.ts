import type { Simulator } from "../../simulator";
import type { Database } from "../../simulator/resources/database/state";
import type { EssentialsDatabase } from "../../simulator/resources/essentialsDatabase/state";
import type { EssentialsSubscription } from "../../simulator/resources/essentialsSubscription/state";
import type { PrivateLink } from "../../simulator/resources/privateLink/state";
import type { Subscription } from "../../simulator/resources/subscription/state";
import type { SubscriptionPeering } from "../../simulator/resources/subscriptionPeering/state";
import type { DeclaredOther } from "../engine/programs/chaos/program";
import { identityOf } from "./declared";
import type { Instance } from "./instances";
import type { Violation } from "./oracle";
import type { Session } from "./session";

/** What the account holds, as the simulator's state tells: lists of connections are tasks. */
const resourcesOf = <T>(simulator: Simulator, kind: string): readonly T[] =>
  simulator.state().accounts.flatMap(({ resources }) => resources[kind] ?? []) as unknown as T[];

const FIRST_REGIONS: ReadonlySet<string> = new Set(["us-east-1", "eu-west-1"]);

/** The regions that were added to subscriptions: they are part of these, so that the record does not tell of them. */
export function regionsIn(simulator: Simulator): Instance[] {
  return resourcesOf<Subscription>(simulator, "subscription").flatMap(({ id, regions = [], status }) =>
    regions
      .filter(({ region }) => !FIRST_REGIONS.has(region))
      .map(
        ({ region }): Instance => ({
          kind: "activeActiveRegion",
          id: region,
          subscriptionId: id,
          createdAs: region,
          name: region,
          identity: identityOf("activeActiveRegion", region),
          isPlanned: false,
          createdAt: 0,
          ...(status === "deleting" && { leftAt: 0 }),
          state: "active",
          hasFailed: false,
        }),
      ),
  );
}

const PLAN_OF_CARDS = [2, 3];
const POLICIES = ["allkeys-lru", "volatile-ttl", "noeviction"];
const PERSISTENCE = ["aof-every-write", "snapshot-every-1-hour"];

/** What its value makes of a resource, in words: as the program has it. */
export function otherWanted({ type, value }: DeclaredOther): string {
  switch (type) {
    case "EssentialsSubscription":
      return `card ${PLAN_OF_CARDS[value % 2]}`;
    case "EssentialsDatabase":
      return `${POLICIES[value % 3]}`;
    case "ActiveActiveDatabase":
      return value % 3 > 0 ? `${PERSISTENCE[value % 2]} in eu-west-1` : "nothing of its own in eu-west-1";
    case "ActiveActiveRegion":
      return `10.2.${value}.0/24`;
    case "SubscriptionPeering":
      return `172.16.${value}.0/24`;
    case "PrivateLink":
      return [value, value + 1].map((number) => String(100_000_000_000 + number)).join(" ");
    default:
      return "";
  }
}

/** The same of what the account holds. */
export function otherSeen(
  { type }: DeclaredOther,
  { id }: Instance,
  { simulator }: Session["cloud"],
): string {
  const one = <T extends { id: number | string }>(kind: string) =>
    resourcesOf<T>(simulator, kind).find((each) => each.id === id);
  switch (type) {
    case "EssentialsSubscription":
      return `card ${one<EssentialsSubscription>("essentialsSubscription")?.payment?.paymentMethodId}`;
    case "EssentialsDatabase":
      return `${one<EssentialsDatabase>("essentialsDatabase")?.dataEvictionPolicy}`;
    case "ActiveActiveDatabase": {
      const own = one<Database>("database")?.locals?.["eu-west-1"]?.dataPersistence;
      return `${own ?? "nothing of its own"} in eu-west-1`;
    }
    case "ActiveActiveRegion":
      return resourcesOf<Subscription>(simulator, "subscription")
        .flatMap(({ regions = [] }) => regions)
        .filter(({ region }) => region === id)
        .map(({ deploymentCIDR }) => deploymentCIDR)
        .join(" ");
    case "SubscriptionPeering":
      return `${one<SubscriptionPeering>("subscriptionPeering")?.aws?.vpcCidrs.join(" ")}`;
    case "PrivateLink":
      return `${one<PrivateLink>("privateLink")
        ?.principals.map(({ principal }) => principal)
        .sort()
        .join(" ")}`;
    default:
      return "";
  }
}

/**
 * Imports ran once for each time that a program asked for another one. A database that is created again gets its data
 * again.
 */
export function importViolations({ record, inForce }: Session, after: readonly DeclaredOther[]): Violation[] {
  const runs = record.changes.filter(({ kind, to }) => kind === "database" && to === "import-pending");
  const values = inForce.map(({ program }) => importIn(program.others)?.value);
  const due = values.filter((value, index) => value !== undefined && value !== values[index - 1]).length;
  const databases = [...new Set(runs.map(({ id }) => id))];
  const again = databases
    .map((id) => [id, runs.filter((run) => run.id === id)] as const)
    .filter(([, several]) => several.length > due);
  const isMissing = importIn(after) !== undefined && runs.length === 0;
  return [
    ...again.map(
      ([id, several]): Violation => ({
        what: "duplicate",
        text: `${several.length} imports into ${id}, and ${due} were due`,
      }),
    ),
    ...(isMissing ? [{ what: "lost", text: "the import never ran" } as const] : []),
  ];
}

const importIn = (others: readonly DeclaredOther[]): DeclaredOther | undefined =>
  others.find(({ type }) => type === "DatabaseImport");

import fc from "fast-check";
import type { Simulator } from "../../../simulator";
import { closeSimulators, configOf, redisCloud, refused, writes } from "../harness";
import { Stack } from "../stack";
import { randomCases } from "../thorough";
import { Deployment, type Previewed } from "./deployment";
import type { Edit } from "./drafts";
import { Judge, type Listed } from "./judge";
import type { Program } from "./program";
import { versions } from "./programs";

/** Random pairs of each kind, chosen to take about the same time. */
const PAIRS: Readonly<Record<Edit, number>> = {
  slight: randomCases({ some: 25, all: 200 }),
  great: randomCases({ some: 12, all: 100 }),
};

/** What was seen in all pairs: a test in which nothing changed would prove nothing. */
export interface Seen {
  updated: number;
  replaced: number;
  same: number;
}

/** In seconds, and short: how long things take is not what this is about. */
const DURATIONS = {
  taskProcessing: [0, 1],
  essentialsSubscriptionCreate: [1, 3],
  essentialsSubscriptionUpdate: [1, 3],
  essentialsSubscriptionDelete: [1, 3],
  essentialsDatabaseCreate: [1, 3],
  essentialsDatabaseUpdate: [1, 3],
  essentialsDatabaseUpgrade: [1, 3],
  essentialsDatabaseDelete: [1, 3],
  activeActiveRegionCreate: [1, 3],
  activeActiveRegionDelete: [1, 3],
  subscriptionCreate: [1, 3],
  subscriptionUpdate: [1, 3],
  subscriptionDelete: [1, 3],
  databaseCreate: [1, 3],
  databaseUpdate: [1, 3],
  databaseUpgrade: [1, 3],
  databaseDelete: [1, 3],
  cloudAccountCreate: [1, 3],
  cloudAccountUpdate: [1, 3],
  cloudAccountDelete: [1, 3],
  clusterGrowth: [1, 3],
  aclRuleCreate: [1, 3],
  aclRuleUpdate: [1, 3],
  aclRuleDelete: [1, 3],
  aclRoleCreate: [1, 3],
  aclRoleUpdate: [1, 3],
  aclRoleDelete: [1, 3],
  aclUserCreate: [1, 3],
  aclUserUpdate: [1, 3],
  aclUserDelete: [1, 3],
  aclFlip: [1, 2],
  aclSettle: [1, 3],
} as const;

const KEYS = [
  { apiKey: "key-of-default", apiSecretKey: "secret-of-default" },
  { apiKey: "key-of-elsewhere", apiSecretKey: "secret-of-elsewhere" },
];

/**
 * Plays random pairs of programs, the second of each an edit of the first: each run must make what is declared.
 * SEED=<number> in the environment repeats an earlier run; PAIR=<path>, from the report of a failure, begins with the one
 * that failed.
 */
export async function playPairs(edit: Edit): Promise<void> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${PAIRS[edit]} random pairs of programs, SEED=${seed}\n`);
  const seen: Seen = { updated: 0, replaced: 0, same: 0 };
  const property = fc.asyncProperty(versions(2, edit), fc.nat(), async (programs, seed) => {
    const wrong = await wrongIn(programs, seed, seen);
    const told = programs.map((program) => JSON.stringify(program));
    if (wrong.length > 0) throw new Error([...wrong, ...told].join("\n"));
  });
  await fc.assert(property, { numRuns: PAIRS[edit], seed, path: process.env.PAIR, endOnFailure: true });
  process.stdout.write(`${seen.updated} updated, ${seen.replaced} replaced, ${seen.same} the same\n`);
  expect(Math.min(seen.updated, seen.same)).toBeGreaterThan(0);
  // Few slight edits may replace nothing.
  if (edit === "great" || process.env.THOROUGH) expect(seen.replaced).toBeGreaterThan(0);
}

/** Plays the versions of a program one after the other, until something is wrong. */
async function wrongIn(programs: readonly Program[], seed: number, seen: Seen): Promise<readonly string[]> {
  const [, elsewhere] = KEYS;
  const accounts = KEYS.map((keys) => ({
    ...keys,
    // The programs have no resources that grant access.
    hasAccessToKeys: true,
    ...(keys === elsewhere && { billing: "contract" as const }),
  }));
  const { simulator } = await redisCloud({ seed, accounts, durations: DURATIONS });
  const config = { ...configOf(simulator), "redis-cloud:accounts": JSON.stringify({ elsewhere }) };
  const deployment = new Deployment(new Stack(config));
  const judge = new Judge(simulator);
  try {
    for (const [index, program] of programs.entries()) {
      const wrong = await wrongAfter(program, deployment, judge, simulator, seen).catch(told);
      // A port that the API chose may be the one that another database asks for.
      fc.pre(!refused(simulator).some(({ error }) => error === "DATABASE_PORT_IS_UNAVAILABLE"));
      if (wrong.length > 0) return [`program ${index + 1} of ${programs.length}:`, ...wrong];
    }
    return [];
  } finally {
    await closeSimulators();
    jest.clearAllTimers();
  }
}

const told = (error: Error): readonly string[] => [`it fails: ${error.message || error.stack}`];

async function wrongAfter(
  program: Program,
  deployment: Deployment,
  judge: Judge,
  simulator: Simulator,
  seen: Seen,
): Promise<readonly string[]> {
  const before = await deployment.preview(program);
  for (const { shows } of before.values()) seen[STATISTIC[shows]] += 1;
  await deployment.up(program);
  const written = writes(simulator).length;
  const after = await deployment.preview(program);
  return [
    ...judge.wrong(program, (name) => deployment.stack.state(name).id, listedIn(before)),
    ...[...after].flatMap(([name, { shows, lists }]) =>
      shows === "same" ? [] : [`${name}: then the preview shows ${shows} of ${lists}`],
    ),
    ...writes(simulator)
      .slice(written)
      .map((write) => `the preview sent ${write}`),
  ];
}

const STATISTIC = { same: "same", update: "updated", replace: "replaced" } as const;

const listedIn = (previewed: ReadonlyMap<string, Previewed>): Listed =>
  new Map([...previewed].map(([name, { lists }]) => [name, new Set(lists)]));

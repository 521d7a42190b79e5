import fc from "fast-check";
import type { DurationRange, FaultRule } from "../../../simulator";
import type { Program } from "./declared";
import { type Change, type Edit, edit, news, RETURNS, versionsOf } from "./edits";
import { faults, upTo, when } from "./faults";
import type { CrashInstant } from "./process";
import type { Beginning, Scene } from "./scenes";

/** One run of a program: how it is cut short, if it is, and whether its journal is lost afterwards. */
export interface Run {
  readonly program: Program;
  readonly crash?: CrashInstant;
  readonly losesJournal: boolean;
  /** Seconds until the next run begins. */
  readonly pause: number;
}

/** Runs of a program that changes, with crashes and faults; its last version is then run until it converges. */
export interface History {
  readonly runs: readonly Run[];
  /** Of the first run that destroys everything in the end. */
  readonly crashOfDestroy?: CrashInstant;
  /** From the run of this number on. */
  readonly faultsFrom: number;
  readonly faults: FaultRule[];
  /** Seconds from the beginning at which somebody else creates a subscription on the account. */
  readonly foreign: readonly number[];
  readonly seed: number;
  readonly pendingEvery: number;
  readonly durations: Readonly<Record<string, DurationRange>>;
}

/** Mostly early: a run may be short. */
const early = (soonest: number, latest: number) => fc.oneof(upTo(soonest), upTo(latest));

const crash: fc.Arbitrary<CrashInstant> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ at: fc.constant("write" as const), nth: early(1, 4), when }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant("request" as const), nth: early(10, 40), when }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant("checkpoint" as const), nth: early(1, 3) }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant("second" as const), nth: early(20, 90) }) },
);

const range = (longest: number): fc.Arbitrary<DurationRange> =>
  fc
    .tuple(fc.nat({ max: longest }), fc.nat({ max: longest }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

/** In seconds, and short: what matters is which of them is over first. */
const durations = fc.record({
  taskProcessing: range(12),
  subscriptionCreate: range(60),
  subscriptionUpdate: range(30),
  subscriptionDelete: range(40),
  databaseCreate: range(30),
  databaseUpdate: range(30),
  databaseDelete: range(20),
  cloudAccountCreate: range(20),
  cloudAccountUpdate: range(20),
  cloudAccountDelete: range(20),
  clusterGrowth: range(60),
  aclRuleCreate: range(20),
  aclRuleUpdate: range(20),
  aclRuleDelete: range(15),
  aclRoleCreate: range(20),
  aclRoleUpdate: range(20),
  aclRoleDelete: range(15),
  aclUserCreate: range(20),
  aclUserUpdate: range(20),
  aclUserDelete: range(15),
  databaseBackup: range(20),
  databaseImport: range(20),
  essentialsSubscriptionCreate: range(20),
  essentialsSubscriptionUpdate: range(20),
  essentialsSubscriptionDelete: range(15),
  essentialsDatabaseCreate: range(20),
  essentialsDatabaseUpdate: range(20),
  essentialsDatabaseDelete: range(15),
  activeActiveRegionCreate: range(60),
  activeActiveRegionDelete: range(40),
  peeringCreate: range(30),
  peeringAccept: range(20),
  privateLinkCreate: range(60),
  privateLinkDelete: range(40),
  privateLinkPrincipalCreate: range(20),
  privateServiceConnectCreate: range(60),
  privateServiceConnectDelete: range(40),
  privateServiceConnectEndpointProcessing: range(30),
  privateServiceConnectEndpointUpdate: range(20),
  privateServiceConnectEndpointDelete: range(15),
  transitGatewayShare: range(20),
  transitGatewayAccept: range(20),
  transitGatewayAttachmentCreate: range(40),
  transitGatewayAttachmentAccept: range(20),
  transitGatewayAttachmentUpdate: range(15),
  transitGatewayAttachmentDelete: range(40),
  endpointRedirectionCreate: range(60),
  endpointRedirectionRevert: range(40),
  aclFlip: range(4),
  aclSettle: range(8),
  visibility: range(2),
});

const sometimes = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);

/** What tells kinds of histories apart. */
interface Kind {
  /** Whether all goes well until the program's first version exists. */
  readonly isExisting: boolean;
  /** Whether the next run often begins on another machine, which has no journal. */
  readonly isElsewhere: boolean;
}

/** Without a journal only names that the provider made up are found again, and what is found by name is not replaced. */
const NEEDS_JOURNAL: readonly Change[] = ["rename", "replace", "move"];

const SCENES: readonly { readonly arbitrary: fc.Arbitrary<Scene>; readonly weight: number }[] = [
  { arbitrary: fc.constant("Pro"), weight: 8 },
  { arbitrary: fc.constant("Essentials"), weight: 2 },
  { arbitrary: fc.constant("Active-Active"), weight: 4 },
  { arbitrary: fc.constant("peerings"), weight: 2 },
  { arbitrary: fc.constant("a private link"), weight: 2 },
  { arbitrary: fc.constant("Private Service Connect"), weight: 2 },
  { arbitrary: fc.constant("a transit gateway"), weight: 2 },
  { arbitrary: fc.constant("keys"), weight: 1 },
  { arbitrary: fc.constant("actions"), weight: 2 },
  { arbitrary: fc.constant("redirections"), weight: 2 },
];

/** SCENE in the environment plays histories of this one only. */
const scene: fc.Arbitrary<Scene> =
  process.env.SCENE === undefined ? fc.oneof(...SCENES) : fc.constant(process.env.SCENE as Scene);

const beginning = ({ isElsewhere }: Kind): fc.Arbitrary<Beginning> =>
  fc.record({
    scene,
    databases: fc.nat({ max: 2 }),
    isNamed: isElsewhere ? fc.constant(false) : sometimes,
    isImpatient: sometimes,
    isActiveActive: sometimes,
    hasCloudAccount: sometimes,
    companions: fc.oneof(fc.constant(0), fc.nat({ max: 3 })),
  });

/** A run with the edit before it. */
interface Turn extends Omit<Run, "program"> {
  readonly edit: Edit;
}

/** The first of them brings something new, and crashes. */
function turns({ isElsewhere, isExisting }: Kind, scene: Scene) {
  const isAllowed = (change: Change) => !isElsewhere || !NEEDS_JOURNAL.includes(change);
  const ending = {
    losesJournal: isElsewhere ? fc.constantFrom(true, true, true, false) : fc.constant(false),
    pause: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 60 })),
  };
  const first = fc.record({ ...ending, edit: edit(news(scene).filter(isAllowed)), crash });
  const later = fc.record({
    ...ending,
    edit: fc.oneof(edit(news(scene).filter(isAllowed)), edit(RETURNS)),
    crash: fc.option(crash, { nil: undefined, freq: 3 }),
  });
  return fc
    .tuple(first, fc.array(later, { maxLength: isExisting ? 2 : 3 }))
    .map(([first, later]) => [first, ...later]);
}

const runsOf = (kind: Kind): fc.Arbitrary<readonly Run[]> =>
  beginning(kind).chain((begun) => turns(kind, begun.scene).map((turns) => runsFrom(kind, begun, turns)));

function runsFrom(kind: Kind, begun: Beginning, turns: readonly Turn[]): readonly Run[] {
  const undisturbed = { crash: undefined, losesJournal: false, pause: 0 };
  const runs = kind.isExisting ? [undisturbed, ...turns] : turns;
  const edits = (kind.isExisting ? turns : turns.slice(1)).map(({ edit }) => edit);
  const versions = versionsOf(begun, edits);
  return runs.map(({ crash, losesJournal, pause }, index) => {
    return { program: versions[index] ?? [], crash, losesJournal, pause };
  });
}

const historyOf = (kind: Kind): fc.Arbitrary<History> =>
  fc.record({
    runs: runsOf(kind),
    crashOfDestroy: fc.option(crash, { nil: undefined, freq: 1 }),
    faultsFrom: fc.constant(kind.isExisting ? 1 : 0),
    faults,
    foreign: fc.array(fc.nat({ max: 200 }), { maxLength: 1 }),
    seed: fc.nat({ max: 1_000_000 }),
    pendingEvery: fc.nat({ max: 3 }),
    durations,
  });

/** Histories on one machine, whose disk survives, and on many. */
export const ofNew = historyOf({ isExisting: false, isElsewhere: false });
export const ofExisting = historyOf({ isExisting: true, isElsewhere: false });
export const ofNewElsewhere = historyOf({ isExisting: false, isElsewhere: true });
export const ofExistingElsewhere = historyOf({ isExisting: true, isElsewhere: true });

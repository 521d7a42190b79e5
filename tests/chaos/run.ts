import { accountViolations } from "./account";
import { actionViolations, runsIn } from "./actions";
import { converge } from "./converge";
import { declaredIn, NOTHING } from "./declared";
import { type Kill, killDuring, LONGEST_GHOST_S, outlivedBy } from "./kill";
import {
  called,
  creationViolations,
  instancesOf,
  stateViolations,
  undeclared,
  type Violation,
} from "./oracle";
import { foreignViolations } from "./otherClient";
import { type Moment, type Plan, planFrom } from "./plan";
import { redirectionsIn, redirectionViolations } from "./redirections";
import { excerpt } from "./report";
import { secretsIn, secretsInFiles } from "./secrets";
import { Session } from "./session";

/** What became of a run. */
export interface Outcome {
  readonly plan: Plan;
  /** When it was killed; undefined when it escaped every time. */
  readonly killedAt?: Moment;
  readonly commands: number;
  readonly reconciled: number;
  /** The seconds by which the provider outlived its engine. */
  readonly outlivedS: number;
  readonly violations: readonly Violation[];
  /** What to look into when there are violations. */
  readonly excerpt: string;
  readonly seconds: number;
}

/** Plays one run. When the command ends before the moment comes, it is played again with an earlier one. */
export async function play(seed: number): Promise<Outcome> {
  const started = performance.now();
  const plan = planFrom(seed);
  const { moment } = plan;
  const moments = [
    moment,
    { ...moment, count: Math.ceil(moment.count / 3), delayMs: Math.round(moment.delayMs / 3) },
    { after: "writes", count: 1, delayMs: 0 } as const,
    // A fault may end the command before it writes anything.
    { after: "requests", count: 1, delayMs: 0 } as const,
  ];
  for (const moment of moments) {
    const played = await attempt(plan, moment);
    if (played) return { ...played, seconds: (performance.now() - started) / 1000 };
  }
  const escaped: Violation = { what: "unconverged", text: "every command ended before it was killed" };
  const seconds = (performance.now() - started) / 1000;
  return { plan, commands: 0, reconciled: 0, outlivedS: 0, violations: [escaped], excerpt: "", seconds };
}

async function attempt(plan: Plan, moment: Moment): Promise<Omit<Outcome, "seconds"> | undefined> {
  const session = await Session.begin(plan);
  try {
    if (plan.before) {
      const { exitCode } = await session.run(plan.before);
      if (exitCode !== 0) return failedBefore(session, plan);
    }
    session.cloud.simulator.faults.add(...plan.faults);
    const kill = await killDuring(session, plan, moment);
    return kill && (await afterKill(session, plan, moment, kill));
  } finally {
    await session.end();
  }
}

async function afterKill(session: Session, plan: Plan, moment: Moment, kill: Kill) {
  const { project } = session;
  const known = project.knownResources();
  if (!plan.isHasty) await kill.outlived;
  const before = secretsInFiles(project.folder, session.secrets);
  if (plan.isWiped) session.renew();
  const { commands, reconciled, violations } = await converge(session, plan, known);
  const outlivedS = await kill.outlived;
  await session.idle();
  session.cloud.simulator.faults.clear();
  const all = [
    ...violations,
    ...(await judge(session, plan)),
    ...processViolations(outlivedS, "the killed engine"),
    ...processViolations(await outlivedBy(project.providers()), "the last engine"),
    ...secretViolations(session, before),
  ];
  return {
    plan,
    killedAt: moment,
    commands,
    reconciled,
    outlivedS,
    violations: all,
    excerpt: excerpt(session),
  };
}

/** What the record and the API say in the end. */
async function judge(session: Session, { after = NOTHING }: Plan): Promise<Violation[]> {
  const { simulator } = session.cloud;
  const redirections = { all: redirectionsIn(simulator), known: session.redirectionsKnown };
  const declared = declaredIn(after);
  const instances = instancesOf(session);
  const orphans = undeclared(instances, declared);
  const there = instances.filter(({ leftAt }) => leftAt === undefined);
  return [
    ...creationViolations(instances, session.inForce),
    ...orphans.map((one): Violation => ({ what: "orphan", text: `${called(one)} is there in the end` })),
    ...(await accountViolations(session, declared, instances)),
    ...stateViolations(
      there.filter((one) => !orphans.includes(one)),
      session.project.knownResources(),
    ),
    ...actionViolations(runsIn(simulator), session.inForce, after.others),
    ...redirectionViolations(redirections, instances, session.inForce, after.others),
    ...(await foreignViolations(session.cloud, session.foreign)),
  ];
}

const processViolations = (outlivedS: number, engine: string): Violation[] =>
  outlivedS > LONGEST_GHOST_S
    ? [{ what: "process", text: `a provider outlived ${engine} by ${LONGEST_GHOST_S} s` }]
    : [];

function secretViolations(session: Session, before: readonly string[]): Violation[] {
  const { printed, secrets, project } = session;
  const found = [
    ...before,
    ...secretsInFiles(project.folder, secrets),
    ...printed.flatMap(({ command, output }) =>
      secretsIn(output, secrets).map((what) => `${what}, printed by ${command}`),
    ),
  ];
  return [...new Set(found)].map((text) => ({ what: "secret", text }));
}

function failedBefore(session: Session, plan: Plan): Omit<Outcome, "seconds"> {
  const violations: Violation[] = [{ what: "unconverged", text: "the first up failed, without any fault" }];
  return { plan, commands: 1, reconciled: 0, outlivedS: 0, violations, excerpt: excerpt(session) };
}

import type { StateChange } from "../../../simulator";
import { type Holding, holdings, isOurs } from "./account";
import type { Ended, Player } from "./player";
import { contentOf, type Declared, isCalled, logicalName, type Program } from "./program";

/** What is wrong after the last program converged: nothing may be missing, different, unknown or doubled. */
export async function wrongAtConvergence({ api, ended, simulator }: Player): Promise<readonly string[]> {
  const last = ended.at(-1);
  const program = last?.program ?? [];
  const all = await holdings(api, simulator);
  return [
    ...program.flatMap((one) => wrongAbout(one, all, last?.left.state.get(one.name)?.id)),
    ...orphans(program, all, ended),
    ...doubled(simulator.record.changes, ended),
    ...(last?.writes ?? []).map((write) => `a run that changed nothing sent ${write}`),
  ];
}

/** What is wrong after everything was destroyed. */
export async function wrongAfterDestroy(player: Player): Promise<readonly string[]> {
  const { api, ended, simulator } = player;
  const { changes } = simulator.record;
  return [
    ...orphans([], await holdings(api, simulator), ended),
    ...doubled(changes, ended),
    ...harmed(changes),
    ...strays(player),
  ];
}

function wrongAbout(declared: Declared, all: readonly Holding[], id?: string): readonly string[] {
  const held = all.find((one) => one.type === declared.type && one.id === id);
  if (held === undefined) return [`lost: ${declared.name} is declared, and the account has no ${id}`];
  const { name, status, content } = held;
  const wanted = contentOf(declared);
  return [
    ...(isCalled(declared, name) ? [] : [`wrong name: ${name} for ${declared.name}, ${declared.called}`]),
    ...(status === "active" ? [] : [`not active: ${name} is ${status}`]),
    ...(content === wanted ? [] : [`wrong content: ${name} has ${content}, and not ${wanted}`]),
  ];
}

/** What the engine does not know, but for what the program dropped before the engine ever learned of it. */
function orphans(program: Program, all: readonly Holding[], ended: readonly Ended[]): readonly string[] {
  const idsAfter = (run?: Ended) => [...(run?.left.state.values() ?? [])].map(({ id }) => id);
  const known = new Set(idsAfter(ended.at(-1)));
  const everKnown = new Set(ended.flatMap(idsAfter));
  const dropped = ended.flatMap(unlearned).filter((name) => declaredIn(program, name) === undefined);
  const isExcused = ({ id, name }: Holding): boolean => {
    const around = all.find((one) => one.type === "Subscription" && id.startsWith(`${one.id}/`));
    // What a subscription was created with goes with it.
    if (around !== undefined && isExcused(around)) return true;
    return dropped.includes(logicalName(name)) && !everKnown.has(id);
  };
  return all
    .filter((one) => !known.has(one.id) && !isExcused(one))
    .map(({ type, id, name }) => `orphan: ${type} ${id}, ${name}`);
}

/** Resources that were created more often than their program, and replacements, asked for. */
function doubled(changes: readonly StateChange[], ended: readonly Ended[]): readonly string[] {
  const names = changes
    .filter(({ kind, from }) => kind !== "task" && from === undefined)
    .filter((change) => isOurs(change) && !change.name.startsWith("creation-plan"))
    .map(({ name }) => logicalName(name));
  return [...new Set(names)].flatMap((name) => {
    const due = 1 + deletions(name, ended) + replacements(name, ended);
    const count = names.filter((other) => other === name).length;
    return count > due ? [`doubled: ${name} was created ${count} times, and ${due} were due`] : [];
  });
}

/** Resources whose creation the engine asked for: a run that crashes early asks for few of those it declares. */
const asked = ({ deeds }: Ended): readonly string[] =>
  deeds.filter(({ step }) => step === "create").map(({ name }) => name);

/** Resources that the engine had asked for, and knew nothing of when the run ended. */
const unlearned = (run: Ended): readonly string[] => asked(run).filter((name) => !run.left.state.has(name));

const declaredIn = (program: Program, name: string): Declared | undefined =>
  program.find((declared) => declared.name === name);

/** Whether another version of the program asks for another one: a user's name cannot be changed. */
const isReplaced = (before: Declared, after: Declared): boolean =>
  before.place !== after.place || (after.type === "AclUser" && before.called !== after.called);

/** How often the program asked for another one while the engine had not learned yet of the one before. */
function replacements(name: string, ended: readonly Ended[]): number {
  const isReplacedAfter = (run: Ended, index: number) => {
    const before = declaredIn(run.program, name);
    const next = ended.slice(index + 1).find((other) => asked(other).includes(name));
    const after = next && declaredIn(next.program, name);
    return (
      unlearned(run).includes(name) &&
      after !== undefined &&
      before !== undefined &&
      isReplaced(before, after)
    );
  };
  return ended.filter(isReplacedAfter).length;
}

/** How many resources of this name, or subscriptions around them, the engine had deleted. */
function deletions(name: string, ended: readonly Ended[]): number {
  const isAbout = (other: string) => other === name || name.startsWith(`${other}-`);
  const deleted = ended
    .flatMap(({ deeds }) => deeds)
    .filter((deed) => deed.step === "delete" && isAbout(deed.name))
    .map((deed) => `${deed.name} ${deed.id}`);
  return new Set(deleted).size;
}

/** What happened to resources of others. */
function harmed(changes: readonly StateChange[]): readonly string[] {
  const foreign = changes.filter((change) => change.kind !== "task" && !isOurs(change));
  const ids = new Set(foreign.map(({ id }) => id));
  const tasks = changes.filter(({ kind, subscriptionId = "" }) => kind === "task" && ids.has(subscriptionId));
  const ends = foreign.filter(({ to }) => /delet|gone|change/.test(to));
  return [...tasks, ...ends].map(({ name, id, to }) => `harmed: somebody else's ${name} ${id}: ${to}`);
}

/** Whether the account got requests other than those that processes sent while they lived. */
function strays({ ended, foreign, simulator }: Player): readonly string[] {
  const sent = ended.flatMap(({ writes }) => writes).length + foreign;
  const received = simulator.record.requests.filter(({ method }) => method !== "GET").length;
  return received > sent ? [`${received - sent} requests were sent after a crash`] : [];
}

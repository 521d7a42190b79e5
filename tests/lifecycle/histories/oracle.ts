import type { StateChange } from "../../../simulator";
import type { EndpointRedirection } from "../../../simulator/resources/endpointRedirection/state";
import { holdings, isOurs } from "./account";
import { runAgain } from "./actions";
import { type Declared, dependenciesOf, isCalled, logicalName, type Program } from "./declared";
import type { Ended, Player } from "./player";
import { contentOf, isReplaced, isSubscription } from "./program";
import { ACTIONS, TYPES } from "./types";
import { nameOfPeering, SERVICE } from "./types/connections";
import { ATTACHMENT } from "./types/gateways";
import { notReverted, REDIRECTION } from "./types/redirections";
import { type Holding, ofKind } from "./types/type";

/** What is wrong after the last program converged: nothing may be missing, different, unknown or doubled. */
export async function wrongAtConvergence({ api, ended, simulator }: Player): Promise<readonly string[]> {
  const last = ended.at(-1);
  const program = last?.program ?? [];
  const all = await holdings(api, simulator);
  const { changes } = simulator.record;
  return [
    ...program.flatMap((one) => {
      const id = last?.left.state.get(one.name)?.id;
      return one.type in ACTIONS ? wrongAboutRun(one, changes, id) : wrongAbout(one, all, id);
    }),
    ...orphans(program, all, ended),
    ...doubled(changes, ended),
    ...runAgain(changes, ended),
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
    ...runAgain(changes, ended),
    ...harmed(changes),
    ...notReverted(redirectionsIn(player), deletedIds(ended)),
    ...strays(player),
  ];
}

function wrongAbout(declared: Declared, all: readonly Holding[], id?: string): readonly string[] {
  const held = all.find((one) => one.type === declared.type && one.id === id);
  if (held === undefined) return [`lost: ${declared.name} is declared, and the account has no ${id}`];
  const { name, status, content } = held;
  const wanted = contentOf(declared);
  const isRight = !TYPES[declared.type].isNamed || isCalled(declared, name);
  return [
    ...(isRight ? [] : [`wrong name: ${name} for ${declared.name}, ${declared.called}`]),
    ...(status === "active" ? [] : [`not active: ${name} is ${status}`]),
    ...(content === wanted || wanted === undefined
      ? []
      : [`wrong content: ${name} has ${content}, and not ${wanted}`]),
  ];
}

/** An action was run by the task that the state has. */
function wrongAboutRun(
  { type, name }: Declared,
  changes: readonly StateChange[],
  id = "",
): readonly string[] {
  const isRun = changes.some(
    (change) =>
      change.name === ACTIONS[type] && change.to === "processing-completed" && id.endsWith(`/${change.id}`),
  );
  return isRun ? [] : [`lost: ${name} is declared, and was never run by ${id}`];
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/** What the engine does not know, but for what the program dropped before the engine ever learned of it. */
function orphans(program: Program, all: readonly Holding[], ended: readonly Ended[]): readonly string[] {
  const known = new Set([...(ended.at(-1)?.left.state.values() ?? [])].map(keyOf));
  const everKnown = knownAndNotDeleted(ended);
  const dropped = ended.flatMap(unlearned).filter((name) => declaredIn(program, name) === undefined);
  const isExcused = (one: Holding): boolean => {
    const around = all.find(({ type, id }) => isSubscription(type) && one.id.startsWith(`${id}/`));
    // What a subscription was created with goes with it.
    if (around !== undefined && isExcused(around)) return true;
    return dropped.includes(logicalName(one.name)) && !everKnown.has(keyOf(one));
  };
  return all
    .filter((one) => !TYPES[one.type].remains && !known.has(keyOf(one)) && !isExcused(one))
    .map(({ type, id, name }) => `orphan: ${type} ${id}, ${name}`);
}

/** What the engine ever knew. Names of regions, and the like, come back as IDs of others: not what it saw deleted. */
function knownAndNotDeleted(ended: readonly Ended[]): ReadonlySet<string> {
  const known = new Map<string, string>();
  for (const { deeds, left } of ended) {
    const isDeleted = (name: string, key: string) =>
      deeds.some(
        (deed) => deed.step === "delete" && deed.isDone && deed.name === name && key.endsWith(` ${deed.id}`),
      );
    for (const [key, name] of known) if (isDeleted(name, key)) known.delete(key);
    for (const [name, held] of left.state) known.set(keyOf(held), name);
  }
  return new Set(known.keys());
}

/** What programs do not create: tasks, and what the owner of a transit gateway shares. */
const NO_RESOURCES: ReadonlySet<string> = new Set(["task", "transitGateway", "transitGatewayInvitation"]);

/** The logical name of a resource that came to be. */
function nameOf({ kind, name }: StateChange): string {
  if (kind === "subscriptionPeering") return logicalName(nameOfPeering(name));
  if (kind === "endpointRedirection") return REDIRECTION;
  if (kind === "transitGatewayAttachment") return ATTACHMENT;
  return kind === "privateServiceConnect" ? SERVICE : logicalName(name);
}

/** Resources that were created more often than their program, and replacements, asked for. */
function doubled(changes: readonly StateChange[], ended: readonly Ended[]): readonly string[] {
  const names = changes
    .filter(({ kind, from }) => !NO_RESOURCES.has(kind) && from === undefined)
    .filter((change) => isOurs(change) && !change.name.startsWith("creation-plan"))
    .map(nameOf);
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

/**
 * How many resources of this name, or what they are in, the engine had deleted. A repeated deletion counts once. Regions,
 * and the like, get the same ID when they are created again: the next deletion counts again.
 */
function deletions(name: string, ended: readonly Ended[]): number {
  const around = surroundings(name, ended);
  const [deleted, created] = [new Set<string>(), new Map<string, number>()];
  for (const { step, name: one, id } of ended.flatMap(({ deeds }) => deeds)) {
    const before = created.get(one) ?? 0;
    if (step === "create") created.set(one, before + 1);
    if (step === "delete" && around.has(one)) deleted.add(`${one} ${id} ${before}`);
  }
  return deleted.size;
}

/** A resource, and all that it ever depended on, by their names. */
function surroundings(name: string, ended: readonly Ended[]): ReadonlySet<string> {
  const found = new Set([name]);
  const all = ended.flatMap(({ program }) => program);
  for (const one of found)
    for (const declared of all)
      if (declared.name === one) for (const other of dependenciesOf(declared)) found.add(other);
  return found;
}

const redirectionsIn = ({ simulator }: Player): readonly EndpointRedirection[] =>
  ofKind(simulator.state().accounts[0]?.resources ?? {}, "endpointRedirection");

const deletedIds = (ended: readonly Ended[]): ReadonlySet<string> =>
  new Set(
    ended
      .flatMap(({ deeds }) => deeds)
      .flatMap((deed) => (deed.step === "delete" && deed.isDone ? (deed.id ?? []) : [])),
  );

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

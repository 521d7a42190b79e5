import fc from "fast-check";
import type { Declared, Program } from "./declared";
import { consistent, contentOf } from "./program";
import {
  type Beginning,
  databaseOf,
  declared,
  firstSubscription,
  isDatabase,
  isSubscriptionIn,
  names,
  nextCompanion,
  regionsOf,
  type Scene,
} from "./scenes";
import { ACTIONS, TYPES } from "./types";

const MOST_SUBSCRIPTIONS = 2;
const MOST_DATABASES = 3;
const MOST_COMPANIONS = 3;
const OVERRIDES = 3;

const nth = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];
const isNamed = ({ type }: Declared): boolean => TYPES[type].isNamed ?? false;
const isMovable = ({ type }: Declared): boolean => TYPES[type].isMovable ?? false;
const hasContent = (declared: Declared): boolean =>
  contentOf(declared) !== undefined || declared.type in ACTIONS;

/** The first of these names that no version had. */
const unused = (before: readonly Program[], name: (index: number) => string): string => {
  const used = before.flatMap(names);
  for (let index = 0; ; index++) if (!used.includes(name(index))) return name(index);
};

function changed(
  program: Program,
  on: number,
  which: (declared: Declared) => boolean,
  change: (declared: Declared) => Partial<Declared>,
): Program {
  const chosen = nth(program.filter(which), on);
  return program.map((one) => (one === chosen ? { ...one, ...change(one) } : one));
}

type AccessControl = "AclRule" | "AclRole" | "AclUser";
const MISSING_FIRST: readonly AccessControl[] = ["AclRule", "AclRole", "AclUser"];
const PREFIX = { AclRule: "acl-rule", AclRole: "acl-role", AclUser: "acl-user" } as const;

const accessControl = (type: AccessControl, name: string, program: Program, on: number): Declared =>
  declared(type, name, type === "AclRule" ? {} : { uses: everythingFor(type, program, on) });

/** What a role or a user may refer to: all databases and a rule, or one of the roles. */
function everythingFor(type: "AclRole" | "AclUser", program: Program, on: number): readonly string[] {
  const ofType = (other: Declared["type"]) => names(program.filter((one) => one.type === other));
  const one = (several: readonly string[]) => several.slice(on % Math.max(1, several.length)).slice(0, 1);
  return type === "AclUser" ? one(ofType("AclRole")) : [...ofType("Database"), ...one(ofType("AclRule"))];
}

/** Makes the next version; `before` are all until now, the latest last. */
type Edited = (program: Program, on: number, before: readonly Program[], scene: Scene) => Program;

const addSubscription = (program: Program, before: readonly Program[]): Program => {
  if (program.filter(isSubscriptionIn).length >= MOST_SUBSCRIPTIONS) return program;
  const added = declared(
    "Subscription",
    unused(before, (index) => `subscription-${index}`),
  );
  return [...program, added, databaseOf(added, 0)];
};

const EDITS = {
  nothing: (program) => program,
  resize: (program, on) => changed(program, on, hasContent, ({ size }) => ({ size: size + 1 })),
  rename: (program, on) => changed(program, on, isNamed, ({ called }) => ({ called: called + 1 })),
  replace: (program, on) => changed(program, on, isMovable, ({ place }) => ({ place: place + 1 })),
  remove: (program, on) => {
    const gone = nth(program, on)?.name;
    return program.filter(({ name, parent }) => name !== gone && parent !== gone);
  },
  "go back": (program, _on, before) => before.at(-2) ?? program,
  "add again": (program, on, before) => {
    const missing = before.flat().filter(({ name }) => !names(program).includes(name));
    const found = nth(missing, on);
    const parent = missing.findLast(({ name }) => name === found?.parent);
    return [...program, ...[parent, found].filter((one) => one !== undefined)];
  },
  "add a subscription": (program, _on, before) => addSubscription(program, before),
  /** A database goes to another subscription, which is added where there is none. */
  move: (program, on, before) => {
    const moved = nth(
      program.filter(({ type }) => type === "Database"),
      on,
    );
    const isOther = (one: Declared) => isSubscriptionIn(one) && one.name !== moved?.parent;
    if (moved === undefined) return program;
    const around = program.some(isOther) ? program : addSubscription(program, before);
    const parent = around.find(isOther)?.name;
    return around.map((one) => (one === moved ? { ...one, parent } : one));
  },
  "add a database": (program, on, before) => {
    const parent = nth(program.filter(isSubscriptionIn), on);
    if (parent === undefined || program.filter(isDatabase).length >= MOST_DATABASES) return program;
    const name = unused(before, (index) => `${parent.name}-${index}`);
    return [...program, databaseOf(parent, 0, name)];
  },
  "add a companion": (program, _on, before, scene) => {
    const added = nextCompanion(scene, program, (name) => unused(before, name));
    return added === undefined ? program : [...program, added];
  },
  /** A database gets settings of its own in regions, or takes them back. */
  override: (program, on) =>
    changed(
      program,
      on,
      ({ type }) => type === "ActiveActiveDatabase",
      ({ override = 0 }) => {
        const next = (override + 1) % OVERRIDES;
        return { override: next, uses: next === 0 || on % 2 === 0 ? [] : regionsOf(program) };
      },
    ),
  "add access control": (program, on, before) => {
    const counts = MISSING_FIRST.map((type) => program.filter((one) => one.type === type).length);
    const type = MISSING_FIRST[counts.indexOf(Math.min(...counts))] ?? "AclRule";
    const name = unused(before, (index) => `${PREFIX[type]}-${index}`);
    return [...program, accessControl(type, name, program, on)];
  },
  grant: (program, on) =>
    changed(
      program,
      on,
      ({ type }) => type === "AclRole",
      ({ uses = [] }) => ({
        uses: on % 2 === 0 ? uses.slice(0, 1) : everythingFor("AclRole", program, on),
      }),
    ),
} satisfies Record<string, Edited>;

export type Change = keyof typeof EDITS;

/** A change of a program, to the resource number `on` of those to which it can be made. */
export interface Edit {
  readonly change: Change;
  readonly on: number;
}

export const edit = (changes: readonly Change[]): fc.Arbitrary<Edit> =>
  fc.record({ change: fc.constantFrom(...changes), on: fc.nat({ max: 5 }) });

const ALWAYS: readonly Change[] = [
  "resize",
  "resize",
  "rename",
  "replace",
  "remove",
  "remove",
  "add a database",
];
const OF_PRO: readonly Change[] = [
  "rename",
  "move",
  "move",
  "add a subscription",
  "add access control",
  "add access control",
  "grant",
];
const OF_OTHERS: readonly Change[] = ["add a companion", "add a companion"];
const OF_ACTIVE_ACTIVE: readonly Change[] = [...OF_OTHERS, "override", "override"];

/** Changes to what was not before. */
export function news(scene: Scene): readonly Change[] {
  if (scene === "Pro") return [...ALWAYS, ...OF_PRO];
  return [...ALWAYS, ...(scene === "Active-Active" ? OF_ACTIVE_ACTIVE : OF_OTHERS)];
}

/** Changes to what was before. */
export const RETURNS: readonly Change[] = ["nothing", "go back", "go back", "add again"];

/** The versions of a program: how it begins, and after each edit. */
export function versionsOf(beginning: Beginning, edits: readonly Edit[]): readonly Program[] {
  const versions = [consistent(firstVersion(beginning))];
  for (const { change, on } of edits) {
    const make: Edited = EDITS[change];
    versions.push(consistent(make(versions.at(-1) ?? [], on, versions, beginning.scene)));
  }
  return versions;
}

function firstVersion(beginning: Beginning): Program {
  const { scene, databases, isNamed, isImpatient, hasCloudAccount, companions } = beginning;
  const common = { called: isNamed ? 1 : 0, impatient: isImpatient };
  const main = { ...firstSubscription(beginning), ...common };
  const count = countOf(scene, databases);
  const started: Declared[] = [main];
  // Databases may need what goes beside them.
  if (scene === "keys") started.push(...companionsOf(beginning, started, 1));
  started.push(...Array.from({ length: count }, (_, index) => ({ ...databaseOf(main, index), ...common })));
  if (scene !== "Pro") return [...started, ...companionsOf(beginning, started, MOST_COMPANIONS - companions)];
  if (hasCloudAccount) started.push(declared("CloudAccount", "cloud-account-0", common));
  for (const type of MISSING_FIRST.slice(0, companions))
    started.push({ ...accessControl(type, `${PREFIX[type]}-0`, started, 0), ...common });
  return started;
}

/** How many databases a program begins with: an action needs one, and a redirection is from the first one. */
function countOf(scene: Scene, databases: number): number {
  if (scene === "redirections") return 1;
  return scene === "actions" ? Math.max(1, databases) : databases;
}

function companionsOf(
  { scene, isImpatient }: Beginning,
  started: Program,
  count: number,
): readonly Declared[] {
  const added: Declared[] = [];
  for (let index = 0; index < count; index++) {
    const program = [...started, ...added];
    const next = nextCompanion(scene, program, (name) => unused([program], name));
    if (next !== undefined) added.push({ ...next, impatient: isImpatient });
  }
  return added;
}

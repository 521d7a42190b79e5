import fc from "fast-check";
import { consistent, type Declared, type Program } from "./program";

const MOST_SUBSCRIPTIONS = 2;
const MOST_DATABASES = 3;

const isDatabase = ({ type }: Declared): boolean => type === "Database";
const isSubscription = ({ type }: Declared): boolean => type === "Subscription";
const isAny = (): boolean => true;
const isAccessControl = ({ type }: Declared): boolean => type.startsWith("Acl");
const nth = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];
const names = (program: Program): readonly string[] => program.map(({ name }) => name);

const declared = (type: Declared["type"], name: string, rest: Partial<Declared> = {}): Declared => ({
  type,
  name,
  called: 0,
  size: 1,
  place: 0,
  impatient: false,
  ...rest,
});

const databaseOf = (parent: Declared, index: number): Declared =>
  declared("Database", `${parent.name}-${index}`, { parent: parent.name, impatient: parent.impatient });

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

const hasContent = (declared: Declared): boolean => isDatabase(declared) || isAccessControl(declared);

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
type Edited = (program: Program, on: number, before: readonly Program[]) => Program;

const EDITS = {
  nothing: (program) => program,
  resize: (program, on) => changed(program, on, hasContent, ({ size }) => ({ size: size + 1 })),
  rename: (program, on) => changed(program, on, isAny, ({ called }) => ({ called: called + 1 })),
  replace: (program, on) =>
    changed(
      program,
      on,
      (one) => !isAccessControl(one),
      ({ place }) => ({ place: place + 1 }),
    ),
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
  "add a subscription": (program, _on, before) => {
    if (program.filter(isSubscription).length >= MOST_SUBSCRIPTIONS) return program;
    const added = declared(
      "Subscription",
      unused(before, (index) => `subscription-${index}`),
    );
    return [...program, added, databaseOf(added, 0)];
  },
  "add a database": (program, on, before) => {
    const parent = nth(program.filter(isSubscription), on);
    if (parent === undefined || program.filter(isDatabase).length >= MOST_DATABASES) return program;
    const name = unused(before, (index) => `${parent.name}-${index}`);
    return [...program, { ...databaseOf(parent, 0), name }];
  },
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

/** Changes to what was not before. */
export const NEWS: readonly Change[] = [
  "resize",
  "resize",
  "rename",
  "rename",
  "replace",
  "remove",
  "remove",
  "add a subscription",
  "add a database",
  "add access control",
  "add access control",
  "grant",
];
/** Changes to what was before. */
export const RETURNS: readonly Change[] = ["nothing", "go back", "go back", "add again"];

/** What a program begins with. */
export interface Beginning {
  readonly databases: number;
  readonly isNamed: boolean;
  readonly isImpatient: boolean;
  readonly hasCloudAccount: boolean;
  /** How much of a rule, a role and a user there is. */
  readonly accessControl: number;
}

/** The versions of a program: how it begins, and after each edit. */
export function versionsOf(beginning: Beginning, edits: readonly Edit[]): readonly Program[] {
  const { databases, isNamed, isImpatient, hasCloudAccount, accessControl: count } = beginning;
  const common = { called: isNamed ? 1 : 0, impatient: isImpatient };
  const main = declared("Subscription", "subscription-0", common);
  const first: Program = [
    main,
    ...Array.from({ length: databases }, (_, index) => ({ ...databaseOf(main, index), ...common })),
    ...(hasCloudAccount ? [declared("CloudAccount", "cloud-account-0", common)] : []),
  ];
  const started = [...first];
  for (const type of MISSING_FIRST.slice(0, count))
    started.push({ ...accessControl(type, `${PREFIX[type]}-0`, started, 0), ...common });
  const versions = [consistent(started)];
  for (const { change, on } of edits)
    versions.push(consistent(EDITS[change](versions.at(-1) ?? [], on, versions)));
  return versions;
}

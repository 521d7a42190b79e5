import type { DeclaredOther, Program } from "../engine/programs/chaos/program";
import { actionViolations } from "./actions";
import { NOTHING } from "./declared";
import type { Instance } from "./instances";
import { type Redirection, redirectionViolations } from "./redirections";

/*
 * The oracle sees what is wrong with resources that have no name, or are none: each test plants it.
 */

const inForce = (...several: (readonly DeclaredOther[])[]) =>
  several.map((others) => ({ program: { ...NOTHING, others } satisfies Program }));
const whats = (violations: readonly { readonly what: string }[]) => violations.map(({ what }) => what);

describe.each([
  "DatabaseImport",
  "DatabaseBackup",
  "EssentialsDatabaseImport",
  "EssentialsDatabaseBackup",
] as const)("%s", (type) => {
  const declared = (value: number): DeclaredOther => ({ type, logicalName: "once", parent: "cache", value });
  const run = { type, databaseId: 2 };
  const [first, second] = [inForce([declared(1)]), inForce([declared(1)], [declared(2)])];

  test("it runs once, again when a program asks for it, and on each database that is created", () => {
    expect(actionViolations([run], first, [declared(1)])).toEqual([]);
    expect(actionViolations([run], [...first, ...first], [declared(1)])).toEqual([]);
    expect(actionViolations([run, run], second, [declared(2)])).toEqual([]);
    expect(actionViolations([run, { ...run, databaseId: 3 }], first, [declared(1)])).toEqual([]);
  });

  test("once more than it was asked for is a duplicate, and never is a loss", () => {
    expect(whats(actionViolations([run, run], first, [declared(1)]))).toEqual(["duplicate"]);
    expect(whats(actionViolations([run, run, run], second, [declared(2)]))).toEqual(["duplicate"]);
    expect(whats(actionViolations([], first, [declared(1)]))).toEqual(["lost"]);
  });
});

describe("redirections", () => {
  const DATABASES: readonly DeclaredOther[] = [
    { type: "Database", logicalName: "old", parent: "from", value: 1 },
    { type: "Database", logicalName: "new", parent: "to", value: 1 },
  ];
  const MOVE: DeclaredOther = {
    type: "EndpointRedirection",
    logicalName: "move",
    parent: "old",
    target: "new",
    value: 1,
  };
  const WITH: readonly DeclaredOther[] = [...DATABASES, MOVE];
  const instances = [
    { id: 1, identity: "database from/old" },
    { id: 2, identity: "database to/new" },
  ] as Instance[];
  const one: Redirection = { id: "first", status: "completed", sourceDatabaseId: 1, targetDatabaseId: 2 };
  const another = { ...one, id: "second" };
  const known = new Set([one.id]);

  const violations = (all: readonly Redirection[], after: readonly DeclaredOther[] = WITH, before = after) =>
    whats(redirectionViolations({ all, known }, instances, inForce(before, after), after));
  const is = (status: Redirection["status"]): Redirection => ({ ...one, status });

  test("one that is declared is there once; one that is not, or not any more, is reverted", () => {
    expect(violations([one])).toEqual([]);
    expect(violations([is("failed"), another])).toEqual([]);
    expect(violations([is("reverted")], DATABASES)).toEqual([]);
    expect(violations([is("reverted"), another], WITH, DATABASES)).toEqual([]);
  });

  test("one whose ID was lost with the answer stays", () => {
    expect(violations([another], DATABASES)).toEqual([]);
  });

  test("what is lost, made twice, left over, under way or reverted for nothing is told", () => {
    expect(violations([])).toEqual(["lost"]);
    expect(violations([one, another])).toEqual(["duplicate"]);
    expect(violations([one], DATABASES)).toEqual(["orphan"]);
    expect(violations([is("in-progress")])).toEqual(["different"]);
    expect(violations([is("reverted"), another])).toEqual(["needless"]);
  });
});

import { RedisCloudApiError } from "../../provider/api/error";
import type { Account } from "../../provider/lifecycle/account";
import { describeTarget, pulumiIdOf, type Target } from "../../provider/lifecycle/kind";
import { isLeaving } from "../../provider/lifecycle/states";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { argumentsBeyondDefaults } from "../../provider/operations/observe";
import { withoutUnknown } from "../../provider/operations/properties";
import { ResourceSession } from "../../provider/operations/session";
import { ALL, type Declarations, ofKind } from "../declarations";
import { inventory, isInside } from "../inventory";

const TIMEOUT_MS = 600_000;

/** A resource of the account, and arguments that declare its current state. */
export interface Content {
  readonly target: Target;
  readonly declaration: AnyDeclaration;
  /** Its Pulumi ID. */
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A resource that no program of this package can declare. */
export interface LeftOut {
  readonly target: Target;
  /** What it is, and why it is left out. */
  readonly reason: string;
}

/** Resources to generate a program for. */
export interface Contents {
  /** Parents and referenced resources come first. */
  readonly declarable: readonly Content[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads the account's resources. Children of a resource that is left out are left out, too. */
export async function contentsOf(account: Account, declarations = ALL): Promise<Contents> {
  const targets = await inventory(account, declarations, Date.now(), ({ isDefault }) => !isDefault);
  const all = (
    await Promise.all(targets.map((target) => contentOf(account, targetIn(target), declarations)))
  ).filter((content) => content !== undefined);
  const leftOut = all.filter((content) => "reason" in content);
  const outside = ({ target }: Content) => leftOut.find((outer) => isInside(target, outer.target))?.target;
  const contents = all.filter((content): content is Content => !("reason" in content));
  return {
    declarable: contents.filter((content) => outside(content) === undefined),
    leftOut: [
      ...leftOut,
      ...contents.flatMap((content) => {
        const { target } = content;
        const outer = outside(content);
        return outer === undefined
          ? []
          : { target, reason: `${describeTarget(target)}: its ${outer.kind.noun} is left out` };
      }),
    ],
  };
}

const targetIn = ({ kind, place, id }: Target): Target => ({ kind, place, id });

async function contentOf(
  account: Account,
  target: Target,
  declarations: Declarations,
): Promise<Content | LeftOut | undefined> {
  const declaration = ofKind(target.kind.name, declarations) as AnyDeclaration;
  const out = (why: string): LeftOut => ({ target, reason: `${describeTarget(target)}: ${why}` });
  let answer: unknown;
  try {
    answer = await declaration.observe(target, {}, reading(account), "all");
  } catch (error) {
    const isOdd = error instanceof RedisCloudApiError && error.kind === "invalid-answer";
    if (!isOdd) throw error;
    return out("the API reports it in a form that this package does not support");
  }
  if (answer === undefined) return undefined;
  const { status } = declaration.outputs(answer, target);
  if (isLeaving(target.kind, String(status))) return undefined;
  const unmanaged = declaration.unmanaged?.(answer);
  if (unmanaged !== undefined) return out(unmanaged);
  const held = argumentsBeyondDefaults(declaration, answer);
  const args = declarable(declaration, held);
  const missing = undeclarable(declaration, held, args);
  if (missing.length > 0) return out(`its ${missing.join(" and ")} cannot be declared unchanged`);
  return { target, declaration, id: pulumiIdOf(target), name: String(args.name ?? target.id), args };
}

/** The arguments that a program may declare. */
function declarable(declaration: AnyDeclaration, held: Record<string, unknown>): Record<string, unknown> {
  const args = Object.fromEntries(
    Object.entries(held).filter(([name, value]) => {
      const { schema, secret, deprecated } = declaration.fields[name] ?? {};
      return !secret && !deprecated && schema?.safeParse(value).success;
    }),
  );
  const refused = declaration.rules?.(withoutUnknown(args), () => false, {}) ?? [];
  const names = refused.map(({ property }) => property.replace(/[.[].*/, ""));
  return Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name)));
}

/** Arguments that a program needs but cannot declare: required ones, and invalid ones whose change replaces. */
function undeclarable({ fields, kind }: AnyDeclaration, held: object, args: object): readonly string[] {
  return Object.entries(fields)
    .filter(
      ([name, { secret }]) =>
        !(name in args) && !secret && !kind.parents.some(({ argument }) => argument === name),
    )
    .filter(([name, { schema, change }]) => {
      const isRequired = !schema.safeParse(undefined).success;
      return (
        isRequired || (name in held && change === "replace" && !schema.safeParse(held[name as never]).success)
      );
    })
    .map(([name]) => name);
}

const reading = (account: Account): ResourceSession =>
  new ResourceSession(account, {
    timeoutMs: TIMEOUT_MS,
    report: () => undefined,
    announce: () => undefined,
    maySubmit: () => Promise.reject(new Error("nothing is changed here")),
    observe: () => undefined,
  });

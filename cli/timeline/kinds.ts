import { isSubscription, type Kind, kindsOf } from "../../provider/lifecycle/kind";
import { inWords, type TimelineKinds } from "../../timeline/kinds";
import { ALL, type Declarations, ofKind } from "../declarations";

/** The kinds of these declarations, for timelines. */
export function timelineKindsOf(declarations: Declarations): TimelineKinds {
  return {
    nounOf: (name) => ofKind(name, declarations)?.kind.noun ?? inWords(name),
    ofCommand: (commandType) => kindOfCommand(commandType, declarations)?.name,
    isOutermostParent: (name) => isOutermostParent(name, declarations),
    isLimited: (name) => {
      const declaration = ofKind(name, declarations);
      return declaration !== undefined && isSubscription(declaration.kind);
    },
  };
}

/** All kinds of this package. */
export const ALL_KINDS = timelineKindsOf(ALL);

/** The kind that declares the `commandType`, or whose name is its prefix. */
export function kindOfCommand(commandType: string, declarations: Declarations): Kind | undefined {
  const kinds = declarations.map(({ kind }) => kind);
  return (
    kinds.find(({ commands }) => Object.values(commands).some((one) => isOneOf(commandType, one))) ??
    kinds.find(({ name }) => new RegExp(`^${name}[A-Z]`).test(commandType))
  );
}

const isOneOf = (commandType: string, commands: string | ReadonlySet<string>): boolean =>
  typeof commands === "string" ? commands === commandType : commands.has(commandType);

const isOutermostParent = (name: string, declarations: Declarations): boolean =>
  ofKind(name, declarations)?.kind.parents.length === 0 &&
  declarations.some(({ kind }) => kind.parents.flatMap(kindsOf).some((parent) => parent.name === name));

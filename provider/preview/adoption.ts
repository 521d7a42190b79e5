import { describeTarget, type Kind, pulumiIdOf, type Target, targetOf } from "../lifecycle/kind";
import { isLeaving } from "../lifecycle/states";
import { ownerOf } from "../operations/adopt";
import type { Call } from "../operations/call";
import { changes } from "../operations/changes";
import type { AnyDeclaration, Problem } from "../operations/declaration";
import { inputsAsHeld } from "../operations/observe";
import { ADOPTED, DEFAULTS, defaultsOf, type Properties, withoutUnknown } from "../operations/properties";

/**
 * Checks and completes the arguments of a resource to adopt: without a declared name, it keeps its own. Updatable
 * differences are announced; the preview after the adoption shows them.
 */
export async function checkAdoption(
  call: Call,
  inputs: Properties,
): Promise<{ inputs: Properties; problems: readonly Problem[] }> {
  const { declaration, session } = call;
  const id = String(inputs.adopt);
  const refused = (reason: string) => ({ inputs, problems: [{ property: "adopt", reason }] });
  const target = targetNamed(declaration, id);
  if (target === undefined)
    return refused(`is not an ID of a ${declaration.kind.noun}: specify ${formOf(declaration.kind)}.`);
  const owner = ownerOf(call, id);
  // The adopted resource is being replaced, or was replaced before.
  if (owner?.urn === call.urn && !owner.isAdopted)
    return { inputs: { ...inputs, [ADOPTED]: true }, problems: [] };
  if (owner !== undefined && owner.urn !== call.urn)
    return refused(`${describeTarget(target)} is in the stack already: ${owner.urn.split("::").at(-1)}.`);
  const given = withoutUnknown(inputs);
  if ((await session.list(declaration.kind, target.place, 0)).get(target.id ?? "")?.isDefault === true)
    return refused(
      `${describeTarget(target)} comes with the account and cannot be changed: read it with a look-up.`,
    );
  const elsewhere = parentElsewhere(target, targetOf(declaration.kind, given).place);
  if (elsewhere !== undefined) return refused(elsewhere);
  const answer = await declaration.observe(target, given, session);
  if (answer === undefined || isLeaving(declaration.kind, statusIn(declaration, target, answer)))
    return refused(
      `there is no ${describeTarget(target)} in this account. Without adopt, a new one is created.`,
    );
  const completed = { ...inputs, ...ownName(declaration, inputs, target, answer) };
  const held = inputsAsHeld(declaration, withoutUnknown(completed), answer);
  const { update, replace } = changes(declaration, held, withoutUnknown(completed));
  const fixed = replace.filter((argument) => argument !== "account" && !(argument in target.place));
  if (fixed.length > 0)
    return refused(
      `${describeTarget(target)} differs in arguments that cannot be changed: ${fixed.join(", ")}. Declare the current values.`,
    );
  const differing = Object.keys(update);
  const outlook =
    differing.length === 0
      ? "it is as declared"
      : `the next update changes ${differing.join(", ")}, as the next preview shows`;
  call.announce(`adopts ${describeTarget(target)} and changes nothing; ${outlook}`, "info");
  return { inputs: completed, problems: [] };
}

/** The form of a Pulumi ID, for messages. */
function formOf(kind: Kind): string {
  const { name, parents, idType } = kind;
  const own = idType === "number" ? "number" : "ID";
  if (parents.length === 0) return `its ${own}${idType === "number" ? ", such as 1234" : ""}`;
  const optional = parents.find((parent) => parent.optional !== undefined)?.argument;
  const parts = [...parents.map(({ argument }) => argument), ...(kind.isOnePerPlace ? [] : [`${name}Id`])];
  const required = parts.filter((part) => part !== optional);
  const example =
    idType === "number" ? `, such as ${required.map((_, index) => EXAMPLES[index]).join("/")}` : "";
  const form = (some: readonly string[]) => some.map((part) => `<${part}>`).join("/");
  return optional === undefined ? form(parts) + example : `${form(required)} or ${form(parts)}${example}`;
}

const EXAMPLES = ["1234", "5678", "9012"];

function targetNamed({ kind }: AnyDeclaration, id: string): Target | undefined {
  const target = targetOf(kind, {}, id);
  const isWhole = kind.parents.every(
    ({ argument, optional }) => optional !== undefined || target.place[argument] !== undefined,
  );
  const isId = kind.parents.length === 0 && kind.idType === "string" ? /^\w/ : /^[1-9A-Za-z]/;
  return isWhole && isId.test(id) && pulumiIdOf(target) === id ? target : undefined;
}

/** The problem if the arguments name another parent than the ID. */
function parentElsewhere(target: Target, given: Target["place"]): string | undefined {
  const parent = target.kind.parents.find(
    ({ argument }) => given[argument] !== undefined && given[argument] !== target.place[argument],
  );
  return (
    parent &&
    `${describeTarget(target)} is not in ${parent.noun} ${given[parent.argument]}, contrary to ${parent.argument}.`
  );
}

const statusIn = (declaration: AnyDeclaration, target: Target, answer: unknown): string =>
  String(declaration.outputs(answer, target).status);

function ownName(declaration: AnyDeclaration, inputs: Properties, target: Target, answer: unknown) {
  if (!defaultsOf(inputs).includes("name")) return {};
  const { name } = inputsAsHeld(declaration, inputs, answer);
  return typeof name === "string" ? { name, [DEFAULTS]: ["name"] } : { name: String(target.id) };
}

import { readFileSync } from "node:fs";
import path from "node:path";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { errorCodesOf, hasForms } from "./errorCodes";
import { codeOf, tableOf } from "./markdown";
import type { Resource } from "./resources";
import { argumentsTable, outputsTable } from "./table";

/**
 * The page of a resource. What is particular to it (example, notes) is written by hand, in `pages/<Resource>.md`; the rest
 * is what its declaration says.
 *
 * @param repository the folder with the sources
 */
export function resourcePage(resource: Resource, repository: string): string {
  const { name, declaration } = resource;
  const file = path.join(repository, "tools", "documentation", "pages", `${name}.md`);
  return [
    `# ${name}`,
    "",
    `<!-- Made by \`npm run docs\` from provider/resources and tools/documentation/pages/${name}.md: change those. -->`,
    "",
    readFileSync(file, "utf8"),
    "## Arguments",
    "",
    "_On change_: the resource is **updated** in place, or **replaced** by a new one after the old one is deleted, or nothing",
    "happens (**state only**). [Every resource](../resources.md#arguments-of-every-resource) also takes `account`, `adopt` and",
    `\`timeouts\` (by default ${timeoutsOf(declaration)}).`,
    "",
    ...argumentsTable(resource),
    `Replacing it ${declaration.loss}.`,
    "",
    "## Outputs",
    "",
    "Every argument is an output, too. Beside them:",
    "",
    ...outputsTable(resource),
    ...existing(resource),
    ...states(declaration),
    ...errors(declaration),
  ].join("\n");
}

const timeoutsOf = ({ timeouts }: AnyDeclaration): string =>
  (["create", "update", "delete"] as const).map((action) => `${action} ${timeouts[action]}`).join(", ");

/** What its Pulumi ID looks like: the IDs of its parents, and its own. */
export function idForm({ declaration: { kind }, outputs }: Resource): string {
  const parents = kind.parents.map(({ argument, optional }, index) => {
    const separator = index === 0 ? "" : "/";
    return optional ? `[${separator}<${argument}>]` : `${separator}<${argument}>`;
  });
  if (kind.isOnePerPlace) return parents.join("");
  const output = kind.isAction ? "taskId" : [...outputs.keys()].find((name) => name.endsWith("Id"));
  return `${parents.join("")}${parents.length === 0 ? "" : "/"}<${kind.idArgument ?? output}>`;
}

function existing(resource: Resource): readonly string[] {
  const { name, declaration } = resource;
  const { kind, deleteRequest, isSetting } = declaration;
  const form = idForm(resource);
  const isGenerated = deleteRequest !== undefined && !isSetting && kind.name !== "endpointRedirection";
  const brackets = form.includes("[") ? " The part in brackets is for Active-Active subscriptions." : "";
  return [
    "## Import",
    "",
    `The Pulumi ID is \`${form}\`.${brackets} To bring an existing one under Pulumi, declare it with \`adopt: "<its ID>"\``,
    `([Adopting](../adopting.md))${isGenerated ? "; `generate` writes that program for a whole account" : ""}.`,
    `\`${name}.get("name", "<its ID>")\` reads it without managing it.`,
    "",
  ];
}

function states({ kind }: AnyDeclaration): readonly string[] {
  const { pending, ready, resting, deleting, failed } = kind.states;
  const ended = kind.isAction
    ? "it failed: the next `pulumi up` runs it again"
    : "it failed: the next `pulumi up` replaces it";
  const meanings = [
    [pending, "it is being created or changed: the run waits"],
    [ready, "it is ready: the run goes on"],
    [resting, "it waits for you, and the run goes on without waiting"],
    [deleting, "it is being deleted"],
    [failed, ended],
  ] as const;
  const rows = meanings
    .filter(([names]) => names.size > 0)
    .map(([names, meaning]) => [[...names].map(codeOf).join(", "), meaning]);
  return [
    "## States",
    "",
    ...tableOf(["`status`", "Meaning"], rows),
    ...(kind.hasStateOfParent && !kind.isAction
      ? ["While it is created or deleted, its subscription is `pending` and accepts no other change.", ""]
      : []),
  ];
}

function errors(declaration: AnyDeclaration): readonly string[] {
  const codes = errorCodesOf(declaration);
  const withStep = codes.filter(({ nextStep }) => nextStep !== "");
  const others = codes.filter(({ nextStep }) => nextStep === "");
  const forms =
    "Codes that end with `_NOT_ALLOWED_WITH_…_SUBSCRIPTION` say that the subscription is of the other kind: an argument for a " +
    "region belongs to Active-Active subscriptions, and only to them.";
  return [
    "## What can go wrong",
    "",
    codes.length === 0
      ? "[Errors](../errors.md) lists what can happen to any resource. Of this one, the API's answer says in words what is wrong."
      : "[Errors](../errors.md) lists what can happen to any resource. An error of this one names the API's code:",
    "",
    ...tableOf(
      ["Code", "Meaning", "Next step"],
      withStep.map(({ code, meaning, nextStep }) => [codeOf(code), meaning, nextStep]),
    ),
    ...(others.length === 0
      ? []
      : [
          "After these, nothing was changed: correct what the message says, and run again. The preview reports what can be known",
          "before a run.",
          "",
          ...tableOf(
            ["Code", "Meaning"],
            others.map(({ code, meaning }) => [codeOf(code), meaning]),
          ),
        ]),
    ...(hasForms(declaration) ? [forms, ""] : []),
  ];
}

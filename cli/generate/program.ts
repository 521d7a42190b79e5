import { inspect } from "node:util";
import type { ResourceKind } from "../../provider/lifecycle/states";
import { DECLARATIONS } from "../declarations";
import type { Content, Contents } from "./contents";
import { uniqueNames, variable } from "./names";

const CLASSES: Readonly<Record<ResourceKind, string>> = {
  cloudAccount: "CloudAccount",
  subscription: "Subscription",
  database: "Database",
};

/** A piece of the program, in place of a value. */
class Code {
  constructor(private readonly text: string) {}

  [inspect.custom](): string {
    return this.text;
  }
}

/** Config values that the program needs: what the API does not tell. */
export const secretsOf = (contents: readonly Content[]): readonly string[] =>
  named(contents).flatMap(({ content, variable }) =>
    untoldOf(content).map((argument) => configKey(variable, argument)),
  );

/**
 * A program that adopts the resources as they are.
 *
 * @param account the name in `redis-cloud:accounts`; without it, the default account.
 */
export function programOf({ declarable, leftOut }: Contents, account?: string): string {
  const all = named(declarable);
  const variables = new Map(all.map(({ content, variable }) => [content.id, variable]));
  const needsConfig = all.some(({ content }) => untoldOf(content).length > 0);
  const head = [
    ...(needsConfig ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    'import * as rediscloud from "pulumi-redis-cloud";',
    ...(needsConfig ? ["", "const config = new pulumi.Config();"] : []),
  ];
  const declared = all.map(({ content, logicalName, variable }) => {
    const { kind, subscriptionId } = content.target;
    const args = {
      adopt: content.id,
      ...(account !== undefined && { account }),
      ...(subscriptionId !== undefined && {
        subscriptionId: new Code(`${variables.get(String(subscriptionId))}.id`),
      }),
      ...content.args,
      ...Object.fromEntries(untoldOf(content).map((argument) => [argument, secret(variable, argument)])),
    };
    const isReferred = kind !== "database";
    const left = isReferred ? `const ${variable} = ` : "";
    return `\n${left}new rediscloud.${CLASSES[kind]}(${JSON.stringify(logicalName)}, ${literal(args)});`;
  });
  const rest = leftOut.map(({ reason }) => `// ${reason}`);
  const comment = rest.length > 0 ? ["", "// Left out, since this package does not manage it:", ...rest] : [];
  return `${[...head, ...comment, ...declared].join("\n")}\n`;
}

interface Named {
  readonly content: Content;
  readonly logicalName: string;
  readonly variable: string;
}

/** Logical names are unique by type, variables in all. */
function named(contents: readonly Content[]): readonly Named[] {
  const logicalNames = uniqueNames(
    contents.map(({ target: { kind, subscriptionId, id }, name }) => ({
      scope: kind,
      name,
      longer: `${name}-${subscriptionId === undefined ? "" : `${subscriptionId}-`}${id}`,
    })),
  );
  const variables = uniqueNames(
    contents.map(({ target: { kind, id } }, index) => {
      const name = variable(logicalNames[index] ?? "", kind);
      return { scope: "", name, longer: `${name}${CLASSES[kind]}${id}` };
    }),
  );
  return contents.map((content, index) => ({
    content,
    logicalName: logicalNames[index] ?? content.id,
    variable: variables[index] ?? "",
  }));
}

/** Required arguments that the API does not tell: the keys of a cloud account. */
function untoldOf({ target, args }: Content): readonly string[] {
  const { fields } = DECLARATIONS[target.kind];
  return Object.entries(fields)
    .filter(([argument, { schema, secret }]) => secret && !(argument in args) && !schema.isOptional())
    .map(([argument]) => argument);
}

const configKey = (variable: string, argument: string): string =>
  `${variable}${argument.charAt(0).toUpperCase()}${argument.slice(1)}`;

const secret = (variable: string, argument: string): Code =>
  new Code(`config.requireSecret("${configKey(variable, argument)}")`);

/** As it is written in a program. */
const literal = (value: unknown): string =>
  inspect(value, {
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: 100,
    compact: false,
  });

import { inspect } from "node:util";
import { kindsOf, pulumiIdOf, type Target } from "../../provider/lifecycle/kind";
import type { LinkTo } from "../../provider/operations/field";
import type { Content, Contents } from "./contents";
import { uniqueNames, variable } from "./names";

/** Source code in place of a value. */
class Code {
  constructor(private readonly text: string) {}

  [inspect.custom](): string {
    return this.text;
  }
}

/** Config values that the program needs: the API does not return them. */
export const secretsOf = (contents: readonly Content[]): readonly string[] =>
  assignNames(contents).flatMap(({ content, variable }) =>
    unreportedArguments(content).map((argument) => configKey(variable, argument)),
  );

/**
 * Generates a program that adopts the resources unchanged.
 *
 * @param account the name in `redis-cloud:accounts`; without it, the default account.
 */
export function programOf({ declarable, leftOut }: Contents, account?: string): string {
  const all = assignNames(declarable);
  const needsConfig = all.some(({ content }) => unreportedArguments(content).length > 0);
  const head = [
    ...(needsConfig ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    'import * as rediscloud from "pulumi-redis-cloud";',
    ...(needsConfig ? ["", "const config = new pulumi.Config();"] : []),
  ];
  const links = new Links(all);
  const written = all.map((one) => ({ one, args: literal(argumentsOf(one, links, account)) }));
  const declared = written.map(({ one: { content, logicalName, variable }, args }) => {
    const left = links.used.has(variable) ? `const ${variable} = ` : "";
    return `\n${left}new rediscloud.${content.declaration.typeName}(${JSON.stringify(logicalName)}, ${args});`;
  });
  const rest = leftOut.map(({ reason }) => `// ${reason}`);
  const comment =
    rest.length > 0 ? ["", "// Left out, because this package does not manage it:", ...rest] : [];
  return `${[...head, ...comment, ...declared].join("\n")}\n`;
}

function argumentsOf({ content, variable }: Named, links: Links, account: string | undefined): object {
  const { target, declaration, args } = content;
  const present = target.kind.parents.filter(({ argument }) => argument in target.place);
  const parents = present.map((parent, index) => {
    const { argument } = parent;
    const outer = present.slice(0, index).map((one) => [one.argument, target.place[one.argument]]);
    const id = target.place[argument];
    const [link] = kindsOf(parent).flatMap(
      (kind) => links.toId({ kind, place: Object.fromEntries(outer), id }, parent.output) ?? [],
    );
    return [argument, link ?? id] as const;
  });
  const own = Object.entries(args).map(
    ([name, value]) =>
      [name, (value == null ? undefined : declaration.fields[name]?.link?.(value, links)) ?? value] as const,
  );
  return {
    adopt: content.id,
    ...(account !== undefined && { account }),
    ...Object.fromEntries([...parents, ...own]),
    ...Object.fromEntries(
      unreportedArguments(content).map((argument) => [argument, secret(variable, argument)]),
    ),
  };
}

/** References to other resources of the program. */
class Links implements LinkTo {
  /** Variables that are referred to. */
  readonly used = new Set<string>();

  constructor(private readonly all: readonly Named[]) {}

  id(kind: string, id: unknown): unknown {
    return this.output(kind, id, "id");
  }

  output(kind: string, id: unknown, property: string): unknown {
    return this.find(property, ({ target }) => target.kind.name === kind && target.id === id);
  }

  name(kind: string, name: unknown): unknown {
    return this.find("name", (content) => content.target.kind.name === kind && content.args.name === name);
  }

  toId(target: Target, property = "id"): unknown {
    const id = pulumiIdOf(target);
    return this.find(
      property,
      (content) => content.target.kind.name === target.kind.name && content.id === id,
    );
  }

  private find(property: string, isIt: (content: Content) => boolean): Code | undefined {
    const found = this.all.find(({ content }) => isIt(content));
    if (found === undefined) return undefined;
    this.used.add(found.variable);
    return new Code(`${found.variable}.${property}`);
  }
}

interface Named {
  readonly content: Content;
  readonly logicalName: string;
  readonly variable: string;
}

/** Assigns names: logical ones unique per type, variables overall. */
function assignNames(contents: readonly Content[]): readonly Named[] {
  const logicalNames = uniqueNames(
    contents.map(({ target: { kind }, id, name }) => ({
      scope: kind.name,
      name,
      longer: `${name}-${id.replaceAll("/", "-")}`,
    })),
  );
  const variables = uniqueNames(
    contents.map(({ target: { kind, id }, declaration }, index) => {
      const name = variable(logicalNames[index] ?? "", kind.name);
      return { scope: "", name, longer: `${name}${declaration.typeName}${id}` };
    }),
  );
  return contents.map((content, index) => ({
    content,
    logicalName: logicalNames[index] ?? content.id,
    variable: variables[index] ?? "",
  }));
}

/** Required secret arguments that the API does not return, such as keys and passwords. */
function unreportedArguments({ declaration: { fields }, args }: Content): readonly string[] {
  return Object.entries(fields)
    .filter(([argument, { schema, secret }]) => secret && !(argument in args) && !schema.isOptional())
    .map(([argument]) => argument);
}

const configKey = (variable: string, argument: string): string =>
  `${variable}${argument.charAt(0).toUpperCase()}${argument.slice(1)}`;

const secret = (variable: string, argument: string): Code =>
  new Code(`config.requireSecret("${configKey(variable, argument)}")`);

/** The value as source code. */
const literal = (value: unknown): string =>
  inspect(value, {
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: 100,
    compact: false,
  });

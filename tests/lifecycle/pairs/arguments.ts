import fc from "fast-check";

/** How an argument of a random program is drawn. */
export interface Argument<Value> {
  readonly values: fc.Arbitrary<Value>;
  /** The API's default, spelled out. */
  readonly byDefault?: Value;
  /** The same value in other words. */
  respelled?(value: Value): fc.Arbitrary<Value>;
  /** Replaces: were it edited as often as others, hardly anything would ever be updated. */
  readonly replaces?: true | undefined;
}

/** A random draft: what is drawn of a resource, before it is made valid. */
export type ArgumentsOf<Draft> = {
  readonly [Name in keyof Required<Draft>]: Argument<NonNullable<Draft[Name]>>;
};

/** How much an edit changes: how likely an argument is to be kept, to 1 that it is not. */
export type Kept = number;

/** Draws each argument: left out, with its default spelled out, or with a value. */
export const drawn = <Draft extends object>(table: ArgumentsOf<Draft>): fc.Arbitrary<Draft> =>
  each(table, (argument) =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: anew(argument) }),
  );

/** Draws each argument of the next version: kept, left out, said in other words, or with another value. */
export const edited = <Draft extends object>(
  table: ArgumentsOf<Draft>,
  before: Draft,
  kept: Kept,
): fc.Arbitrary<Draft> =>
  each(table, (argument, name) => {
    const value: unknown = before[name];
    return fc.oneof(
      { weight: argument.replaces ? 8 * kept : kept, arbitrary: fc.constant(value) },
      { weight: 1, arbitrary: fc.oneof(...changes(argument, value)) },
    );
  });

function changes(argument: Argument<unknown>, value: unknown): fc.Arbitrary<unknown>[] {
  const again = value === undefined ? undefined : argument.respelled?.(value);
  return [anew(argument), fc.constant(undefined), ...(again === undefined ? [] : [again])];
}

function anew({ values, byDefault }: Argument<unknown>): fc.Arbitrary<unknown> {
  if (byDefault === undefined) return values;
  return fc.oneof({ weight: 3, arbitrary: values }, { weight: 1, arbitrary: fc.constant(byDefault) });
}

function each<Draft extends object>(
  table: ArgumentsOf<Draft>,
  draw: (argument: Argument<unknown>, name: keyof Draft) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Draft> {
  const names = Object.keys(table) as (keyof Draft & string)[];
  const model = names.map((name) => [name, draw(table[name] as Argument<unknown>, name)] as const);
  return fc
    .record(Object.fromEntries(model))
    .map((draft) => only(draft, ([, value]) => value !== undefined) as Draft);
}

/** The entries that hold, as an object. */
export const only = (
  values: object,
  holds: (entry: readonly [name: string, value: unknown]) => boolean,
): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(holds));

/** The same items in any order. */
export const inAnyOrder = <Item>(items: Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray(items, { minLength: items.length });

/** Some of these, at least one, in any order. */
export const someOf = <Item>(...items: Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray(items, { minLength: 1 });

/** Ranges of addresses in any order: an address is the range of it alone. */
export const addressesRespelled = (ranges: string[]): fc.Arbitrary<string[]> =>
  fc
    .tuple(inAnyOrder(ranges), fc.boolean())
    .map(([shuffled, isRange]) =>
      shuffled.map((range) => (isRange ? range.replace(/^([^/]+)$/, "$1/32") : range.replace(/\/32$/, ""))),
    );

import { z } from "zod";

/** An item of a list, with the words in which the API told what is read of it. */
export interface CachedItem<Item> {
  readonly words?: string;
  readonly item: Item;
}

/**
 * A list that is long, read often, and holds little that is new: what the API tells in the same words as the last time
 * is not checked again, and is the same object.
 */
export class CachedList<Item extends object, Id extends keyof Item> {
  /** Of the list, as it is part of an answer. */
  readonly schema: z.ZodType<readonly CachedItem<Item>[]>;
  private readonly names: string[];
  private before: ReadonlyMap<unknown, CachedItem<Item>> = new Map();

  /**
   * @param item schema of an item.
   * @param id the property that names it.
   */
  constructor(
    private readonly item: z.ZodType<Item>,
    private readonly id: Id,
  ) {
    this.names = namesIn(item);
    this.schema = z
      .custom<readonly unknown[]>(Array.isArray, "Invalid input: expected array")
      .transform((list, context) => list.map((told, index) => this.told(told, index, context)));
  }

  /** The whole list, by what names its items. What is no longer in it is forgotten. */
  byId(list: readonly CachedItem<Item>[]): ReadonlyMap<Item[Id], Item> {
    this.before = new Map(list.map((told) => [told.item[this.id], told]));
    return new Map(list.map(({ item }) => [item[this.id], item]));
  }

  private told(value: unknown, index: number, context: z.RefinementCtx): CachedItem<Item> {
    const words = this.wordsOf(value);
    const before = this.before.get((value as Item | null)?.[this.id]);
    if (words !== undefined && words === before?.words) return before;
    const { success, data, error } = this.item.safeParse(value);
    if (success) return { words, item: data };
    for (const { path, message } of error.issues)
      context.addIssue({ code: "custom", path: [index, ...path], message });
    return z.NEVER;
  }

  /** Undefined for what is nested too deep to be put into words, as an odd answer may be. */
  private wordsOf(value: unknown): string | undefined {
    try {
      return JSON.stringify(value, this.names);
    } catch {
      return undefined;
    }
  }
}

/** The names of all that is read by the schema: what else the API tells, such as how much memory is used, may change. */
function namesIn(schema: z.ZodType): string[] {
  const names = new Set<string>();
  z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema: { properties = {} } }) => {
      for (const name of Object.keys(properties)) names.add(name);
    },
  });
  return [...names];
}

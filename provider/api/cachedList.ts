import { z } from "zod";

/** An item of a list, with the JSON text of the properties that are read. */
export interface CachedItem<Item> {
  readonly words?: string;
  readonly item: Item;
}

/**
 * A list that is long, read often, and changes little: an item with the same JSON text as the last time is not
 * validated again, and is the same object.
 */
export class CachedList<Item extends object, Id extends keyof Item> {
  /** Schema of the list, as part of an answer. */
  readonly schema: z.ZodType<readonly CachedItem<Item>[]>;
  private readonly names: string[];
  private before: ReadonlyMap<unknown, CachedItem<Item>> = new Map();

  /**
   * @param item schema of an item.
   * @param id the property that identifies an item.
   */
  constructor(
    private readonly item: z.ZodType<Item>,
    private readonly id: Id,
  ) {
    this.names = namesIn(item);
    this.schema = z
      .custom<readonly unknown[]>(Array.isArray, "Invalid input: expected array")
      .transform((list, context) => list.map((parsed, index) => this.parsed(parsed, index, context)));
  }

  /** Returns the whole list, by ID, and caches it. Items that are no longer in it are dropped. */
  byId(list: readonly CachedItem<Item>[]): ReadonlyMap<Item[Id], Item> {
    this.before = new Map(list.map((parsed) => [parsed.item[this.id], parsed]));
    return new Map(list.map(({ item }) => [item[this.id], item]));
  }

  private parsed(value: unknown, index: number, context: z.RefinementCtx): CachedItem<Item> {
    const words = this.wordsOf(value);
    const before = this.before.get((value as Item | null)?.[this.id]);
    if (words !== undefined && words === before?.words) return before;
    const { success, data, error } = this.item.safeParse(value);
    if (success) return { words, item: data };
    for (const { path, message } of error.issues)
      context.addIssue({ code: "custom", path: [index, ...path], message });
    return z.NEVER;
  }

  /** Returns the JSON text of an item; undefined when it is nested too deeply to be serialised. */
  private wordsOf(value: unknown): string | undefined {
    try {
      return JSON.stringify(value, this.names);
    } catch {
      return undefined;
    }
  }
}

/** Returns the names of all properties in the schema: others, such as the memory in use, may change at any time. */
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

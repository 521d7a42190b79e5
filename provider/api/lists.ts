import type { z } from "zod";
import { type CachedItem, CachedList } from "./cachedList";
import { RedisCloudApiError } from "./error";

/** An ID that the API gives to a resource. */
export type ResourceId = number | string;

/** The IDs of what a resource is in, by the name of the argument that holds them, e.g. `{ subscriptionId: 7 }`. */
export type Place = Readonly<Record<string, ResourceId>>;

/** A resource as a list of the account has it. */
export interface ListedResource {
  /** Provisioning state. */
  readonly status: string;
  /** What it is recognised by: its name or, of a kind without names, a natural key. */
  readonly name?: string;
  /** Whether it comes with the account: nobody creates, adopts, changes or deletes it. */
  readonly isDefault?: boolean;
}

/** Reads a path of the API. */
export type Read = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape>>;

/** What a list is read with. */
export interface ListReader {
  readonly get: Read;
  /** Runs a read that the API serves as a task, and returns the task's `response.resource`. */
  readonly getByTask: Read;
}

/** A list of the account, for each place one. */
export interface ListSource<Item extends ListedResource = ListedResource> {
  /** Unique among the sources of an account. */
  readonly name: string;
  /** Prepares to read the list of a place; the result reads it once. */
  openList(reader: ListReader, place: Place): () => Promise<ReadonlyMap<ResourceId, Item>>;
}

/** Reads a list that comes in one answer. */
export function plainList<Item extends ListedResource, Id extends keyof Item>({
  path,
  item,
  id,
  answer,
}: {
  path: (place: Place) => string;
  /** Schema of an item. */
  item: z.ZodType<Item>;
  /** The property of an item that is its ID. */
  id: Id;
  /** Schema of the answer, from that of its list. */
  answer: (list: z.ZodType<readonly CachedItem<Item>[]>) => z.ZodType<readonly CachedItem<Item>[]>;
}): ListSource<Item>["openList"] {
  return (reader, place) => {
    const list = new CachedList(item, id);
    const shape = answer(list.schema);
    return async () =>
      list.byId(await reader.get(path(place), shape)) as unknown as ReadonlyMap<ResourceId, Item>;
  };
}

const PAGE_SIZE = 100;

/** Reads all pages of a list. A page that does not exist, and a list that is empty, may be answered by 404. */
export function pagedList<Item extends ListedResource, Id extends keyof Item>({
  path,
  item,
  id,
  answer,
}: Parameters<typeof plainList<Item, Id>>[0]): ListSource<Item>["openList"] {
  return (reader, place) => {
    const list = new CachedList(item, id);
    const shape = answer(list.schema);
    const readPage = async (offset: number): Promise<readonly CachedItem<Item>[]> => {
      try {
        return await reader.get(`${path(place)}?offset=${offset}&limit=${PAGE_SIZE}`, shape);
      } catch (error) {
        if (error instanceof RedisCloudApiError && error.kind === "not-found") return [];
        throw error;
      }
    };
    return async () => {
      const found = new Map<Item[Id], CachedItem<Item>>();
      for (let offset = 0; ; offset += PAGE_SIZE) {
        const page = await readPage(offset);
        const foundBefore = found.size;
        for (const told of page) found.set(told.item[id], told);
        // A server that repeats itself would be asked forever.
        if (page.length < PAGE_SIZE || found.size === foundBefore) break;
      }
      return list.byId([...found.values()]) as unknown as ReadonlyMap<ResourceId, Item>;
    };
  };
}

import type { z } from "zod";
import { type CachedItem, CachedList } from "./cachedList";
import { RedisCloudApiError } from "./error";

/** An ID that the API gives to a resource. */
export type ResourceId = number | string;

/** The IDs of a resource's parents, by the name of the argument that holds them, e.g. `{ subscriptionId: 7 }`. */
export type Place = Readonly<Record<string, ResourceId>>;

/** A resource as a list of the account contains it. */
export interface ListedResource {
  /** Provisioning state. */
  readonly status: string;
  /** Why it is in a failed state, where the API tells. */
  readonly reason?: string;
  /** Its name or, for a kind without names, a natural key. */
  readonly name?: string;
  /** Its cloud provider, e.g. `AWS`; undefined where the list does not tell, or until it has one. */
  readonly cloud?: string;
  /** Whether it comes with the account: it is never created, adopted, changed or deleted. */
  readonly isDefault?: boolean;
}

/** Reads a path of the API. */
export type Read = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape>>;

/** Functions to read a list with. */
export interface ListReader {
  readonly get: Read;
  /** Runs a read that the API serves as a task, and returns the task's `response.resource`. */
  readonly getByTask: Read;
}

/** A part of another list. */
export interface PartOf<Item extends ListedResource> {
  readonly list: ListSource<Item>;
  /** @param place the place of the part. */
  has(item: Item, place: Place): boolean;
  /**
   * The place of the whole list.
   *
   * @default that of the part
   */
  placeOf?(place: Place): Place;
}

/** The source of an account's lists of one kind, one list for each place. */
export interface ListSource<Item extends ListedResource = ListedResource> {
  /** Unique among the sources of an account. */
  readonly name: string;
  /** For a kind that shares its list with another one: the whole list, and which of its items are of this kind. */
  readonly partOf?: PartOf<Item>;
  /**
   * Whether the API serves the list as a task: each read costs a place in the account's processing queue, so it is made
   * seldom, and a recent one counts as current.
   */
  readonly isReadByTask?: true;
  /**
   * For a kind that the API does not list: reads the resource with this ID; undefined if there is none. Its list is empty,
   * unless it is asked for one resource.
   */
  readOne?(reader: ListReader, id: ResourceId): Promise<Item | undefined>;
  /** Returns a function that reads the list of a place once for each call. */
  openList(reader: ListReader, place: Place): () => Promise<ReadonlyMap<ResourceId, Item>>;
}

/** Returns an `openList` for a list that comes in one answer. */
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
  /** Returns the schema of the answer, given that of its list. */
  answer: (list: z.ZodType<readonly CachedItem<Item>[]>) => z.ZodType<readonly CachedItem<Item>[]>;
}): ListSource<Item>["openList"] {
  return (reader, place) => {
    const list = new CachedList(item, id);
    const shape = answer(list.schema);
    return async () =>
      list.byId(await reader.get(path(place), shape)) as unknown as ReadonlyMap<ResourceId, Item>;
  };
}

/** The `openList` of a kind that the API does not list. */
export const noList = () => async () => new Map<ResourceId, never>();

const PAGE_SIZE = 100;

/** Returns an `openList` that reads all pages. The API may answer 404 for a missing page and for an empty list. */
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
        for (const cached of page) found.set(cached.item[id], cached);
        // A server that repeats a page would be asked forever.
        if (page.length < PAGE_SIZE || found.size === foundBefore) break;
      }
      return list.byId([...found.values()]) as unknown as ReadonlyMap<ResourceId, Item>;
    };
  };
}

/**
 * Returns an `openList` for a list that the API serves as a task.
 *
 * @param absent codes of tasks that fail because there is nothing to list.
 */
export function listByTask<Item extends ListedResource, Id extends keyof Item>({
  path,
  item,
  id,
  answer,
  absent,
}: Parameters<typeof plainList<Item, Id>>[0] & {
  readonly absent: readonly string[];
}): ListSource<Item>["openList"] {
  return (reader, place) => {
    const read = plainList({ path, item, id, answer })({ ...reader, get: reader.getByTask }, place);
    return () =>
      read().catch((error: { readonly code?: string }) => {
        if (isMissing(error) || absent.includes(error.code ?? "")) return new Map();
        throw error;
      });
  };
}

/** Whether the place of the list is gone. */
const isMissing = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "not-found";

import { isDeepStrictEqual } from "node:util";

/**
 * What an account answers: the body of each GET by its path below `/v1`, with its query. Where the API answers with a
 * task, the task's `response.resource`. A path that is missing or `null` answers 404.
 */
export type Answers = Readonly<Record<string, unknown>>;

/** A GET that tells what there is in an account. */
export interface Read {
  readonly path: string;
  /** For a read that the API serves as a task. */
  readonly byTask?: {
    /** Name of the kind of resource that it tells of. */
    readonly kind: string;
    /** Codes of tasks that fail because there is nothing. */
    readonly absent: readonly string[];
  };
}

const PAGE_SIZE = 100;

/** The value of a field of an answer; undefined where it has none. */
export function fieldOf(answer: unknown, name: string): unknown {
  return typeof answer === "object" && answer !== null
    ? (answer as Record<string, unknown>)[name]
    : undefined;
}

/** The items of a list in an answer. */
export function itemsOf(answer: unknown, name: string): readonly unknown[] {
  const items = fieldOf(answer, name);
  return Array.isArray(items) ? items : [];
}

/** A list that the API serves in pages. */
export interface PagedList {
  readonly path: string;
  /** The items on a page. */
  items(page: unknown): readonly unknown[];
}

/** The reads of all pages, as far as the answers show that there is another one. */
export function pageReads(answers: Answers, { path, items }: PagedList): Read[] {
  const reads: Read[] = [];
  let before: readonly unknown[] = [];
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const page = pagePath(path, offset);
    reads.push({ path: page });
    const present = items(answers[page]);
    // A server that repeats a page would be asked forever.
    if (present.length < PAGE_SIZE || isDeepStrictEqual(present, before)) return reads;
    before = present;
  }
}

/** The items on all pages. A list may also be given whole, without a query in its path. */
export function itemsOnPages(answers: Answers, { path, items }: PagedList): unknown[] {
  const pages = pageReads(answers, { path, items }).map((read) => answers[read.path]);
  return [answers[path], ...pages].flatMap((page) => [...items(page)]);
}

const pagePath = (path: string, offset: number): string => `${path}?offset=${offset}&limit=${PAGE_SIZE}`;

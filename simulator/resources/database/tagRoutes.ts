import { Hono } from "hono";
import { bodyOf } from "../../http/body";
import { type Environment, type RouteContext, selfLinks } from "../../http/environment";
import { ApiError, notFound } from "../../http/errors";
import type { DatabaseTag } from "./state";
import { databaseTagCreateRequest, databaseTagsUpdateRequest, databaseTagUpdateRequest } from "./tagRequests";

/** What of a database these routes read and write. */
interface Tagged {
  tags?: DatabaseTag[];
}
type FindDatabase = (context: RouteContext) => { database: Tagged };

/**
 * Tags of a database. Unlike other writes they are answered at once, with 200 and without a task. Keys are converted to
 * lower case; recorded.
 *
 * @param path of the tags of a database
 * @param find the database in a path, or an error
 */
export function tagRoutesOf(path: string, find: FindDatabase): Hono<Environment> {
  return new Hono<Environment>({ strict: false })
    .get(path, (context) => listAnswer(context, find(context).database.tags))
    .put(path, async (context) => {
      const { database } = find(context);
      const { tags } = await bodyOf(context, databaseTagsUpdateRequest);
      const keys = tags.map(({ key }) => key.toLowerCase());
      if (new Set(keys).size < keys.length) throw new ApiError(400, "A tag key is given twice.");
      context.get("account").changed = true;
      const before = database.tags ?? [];
      database.tags = tags.map(({ key, value }) => {
        const present = before.find((tag) => tag.key === key.toLowerCase());
        return newTag(context, key, value, present);
      });
      return listAnswer(context, database.tags);
    })
    .post(path, async (context) => {
      const { database } = find(context);
      const { key, value } = await bodyOf(context, databaseTagCreateRequest);
      const tag = newTag(context, key, value);
      const { tags = [] } = database;
      if (tags.some((other) => other.key === tag.key)) throw new ApiError(400, "The tag key exists already.");
      database.tags = [...tags, tag];
      return context.json({ ...tag, links: selfLinks(context) });
    })
    .put(`${path}/:tagKey`, async (context) => {
      const tag = tagInPath(context, find);
      const { value } = await bodyOf(context, databaseTagUpdateRequest);
      Object.assign(tag, newTag(context, tag.key, value, tag));
      return context.json({ ...tag, links: selfLinks(context) });
    })
    .delete(`${path}/:tagKey`, (context) => {
      const { database } = find(context);
      const removed = tagInPath(context, find);
      database.tags = database.tags?.filter((tag) => tag !== removed);
      context.get("account").changed = true;
      return context.json({});
    });
}

function tagInPath(context: RouteContext, find: FindDatabase): DatabaseTag {
  const key = context.req.param("tagKey")?.toLowerCase();
  const tag = find(context).database.tags?.find((one) => one.key === key);
  if (!tag) throw notFound("Tag was not found.");
  return tag;
}

/** A tag that is written now; one that keeps its value keeps its times. */
function newTag(context: RouteContext, key: string, value: string, present?: DatabaseTag): DatabaseTag {
  const account = context.get("account");
  account.changed = true;
  const now = new Date(account.now).toISOString();
  return {
    key: key.toLowerCase(),
    value,
    createdAt: present?.createdAt ?? now,
    updatedAt: present?.value === value ? present.updatedAt : now,
  };
}

/** Recorded: without any tags so far the answer has links only; after tags were removed it has an empty list. */
function listAnswer(context: RouteContext, tags: DatabaseTag[] | undefined) {
  if (!tags) return context.json({ links: selfLinks(context) });
  return context.json({
    accountId: context.get("account").accountId,
    tags: tags.map((tag) => ({ ...tag, links: [] })),
    links: selfLinks(context),
  });
}

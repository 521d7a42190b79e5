import { activeDatabase, activeSubscription, type Client, pass, processed } from "./client";

/** Simulated seconds after which a created or changed role or user stays `active`. */
export const SETTLED = 20 + 4 + 6;

export const PASSWORD = "Open-sesame-1";

/** The items of an access control list. */
export type Listed = Record<string, unknown> & { id: number; name: string; status: string };

export const rules = async (api: Client): Promise<Listed[]> =>
  (await api.get("/acl/redisRules")).body.redisRules;
export const roles = async (api: Client): Promise<Listed[]> => (await api.get("/acl/roles")).body.roles;
export const users = async (api: Client): Promise<Listed[]> => (await api.get("/acl/users")).body.users;

/** The states of these roles or users, by their names. */
export const statesOf = (listed: Listed[]) =>
  Object.fromEntries(listed.map(({ name, status }) => [name, status]));

/** The database to which a role applies. */
export interface Place {
  subscriptionId: number;
  databaseId: number;
}

/** Creates a subscription with a database. */
export async function activePlace(api: Client): Promise<Place> {
  const subscriptionId = await activeSubscription(api);
  const path = await activeDatabase(api, subscriptionId, { name: "orders" });
  return { subscriptionId, databaseId: Number(path.split("/").at(-1)) };
}

/** A request for a role with one rule for one database. */
export const roleRequest = (place: Place, ruleName = "Read-Only", name = "reader") => ({
  name,
  redisRules: [{ ruleName, databases: [place] }],
});

/** Creates a rule, role or user, waits until it is active for good, and returns its path. */
export async function settled(api: Client, list: string, request: object): Promise<string> {
  const task = await processed(api, await api.post(list, request));
  expect(task.status).toBe("processing-completed");
  await pass(SETTLED);
  return `${list}/${task.response.resourceId}`;
}

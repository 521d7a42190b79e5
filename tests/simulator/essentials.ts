import { type Client, pass, processed } from "./client";

/** IDs of plans in us-east-1 on AWS, and two elsewhere, by what is particular to them. */
export const PLAN = {
  free: 98_001,
  small: 98_002,
  single: 98_003,
  /** The only one with room for several databases, apart from pay-as-you-go. */
  several: 98_004,
  multi: 98_005,
  multiLarge: 98_006,
  cache: 98_007,
  flex: 98_008,
  flexLarge: 98_009,
  payAsYouGo: 98_010,
  elsewhere: 98_103,
  google: 98_303,
} as const;

export const SUBSCRIPTIONS = "/fixed/subscriptions";

/** A request for a paid subscription that the API accepts. */
export const essentialsRequest = (changes: object = {}) => ({
  name: "small",
  planId: PLAN.single,
  paymentMethodId: 2,
  ...changes,
});

/** Creates an Essentials subscription and waits until it is active; returns its path. */
export async function activeEssentials(api: Client, changes: object = {}): Promise<string> {
  const task = await processed(api, await api.post(SUBSCRIPTIONS, essentialsRequest(changes)));
  expect(task.response?.error).toBeUndefined();
  await pass(30);
  return `${SUBSCRIPTIONS}/${task.response.resourceId}`;
}

/** The same on the free plan. */
export const activeFree = (api: Client): Promise<string> =>
  activeEssentials(api, { planId: PLAN.free, paymentMethodId: undefined });

/** Creates a database in the subscription at this path and waits until it is active; returns its path. */
export async function activeEssentialsDatabase(
  api: Client,
  subscription: string,
  request: object = {},
): Promise<string> {
  const list = `${subscription}/databases`;
  const task = await processed(api, await api.post(list, { name: "cache", ...request }));
  expect(task.response?.error).toBeUndefined();
  await pass(60);
  return `${list}/${task.response.resourceId}`;
}

import { failureOf, type RedisCloud, refused, writes } from "./harness";
import { seconds } from "./virtualTime";

/** The code with which the API refuses the request. */
export async function codeOf({ api, simulator }: RedisCloud, path: string, body: object): Promise<unknown> {
  const method = path.endsWith("/upgrade") ? "POST" : "PUT";
  const { httpStatus } = await api.send(method, path, body);
  await seconds(60);
  return httpStatus === 202 ? refused(simulator).at(-1)?.error : httpStatus;
}

/** The error of the provider, which submits nothing. */
export async function refusedInCheck(
  { simulator }: RedisCloud,
  change: () => Promise<unknown>,
): Promise<string> {
  const before = writes(simulator);
  const { message, reasons } = await failureOf(change());
  expect(reasons).toBeUndefined();
  expect(writes(simulator)).toEqual(before);
  return message;
}

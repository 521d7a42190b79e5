import { z } from "zod";
import { maybe } from "../../api/answers";
import type { Problem, Step } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { databasesIn } from "./list";
import type { ObservedDatabase } from "./observed";
import type { DatabaseInputs } from "./types";

/*
 * The API accepts a password only while the default user is enabled, and not in the request that disables the user.
 */

type Changed = Partial<DatabaseInputs>;

/** Request bodies of a change: two if both the password and the user change, in the order that the API accepts. */
function bodiesOf(changed: Changed): readonly Changed[] {
  const { password, enableDefaultUser, ...others } = changed;
  if (password === undefined || enableDefaultUser === undefined)
    return Object.keys(changed).length === 0 ? [] : [changed];
  return enableDefaultUser
    ? [{ ...others, enableDefaultUser }, { password }]
    : [{ ...others, password }, { enableDefaultUser }];
}

/**
 * Request bodies for a database whose user stays disabled. The password, which an earlier run may not have set, would
 * need a request of its own; it is not needed while the user is disabled.
 */
function bodiesWhileOff({ password, ...others }: Changed): readonly Changed[] {
  return [others, { password }].filter((body) => Object.values(body).some((value) => value !== undefined));
}

const isUserOff = ({ security }: ObservedDatabase): boolean => security.enableDefaultUser === false;

/** The PUT requests of an update. */
export function putSteps(path: string, changed: Changed, inputs: Changed): readonly Step<ObservedDatabase>[] {
  const staysOff = inputs.enableDefaultUser === false && changed.enableDefaultUser === undefined;
  const bodies = staysOff ? bodiesWhileOff(changed) : bodiesOf(changed);
  return bodies.map((body) => ({
    request: { method: "PUT", path, body },
    fields: Object.keys(body),
    ...(staysOff && body.password !== undefined ? { isDone: isUserOff } : {}),
  }));
}

const securityAnswer = z.looseObject({
  security: maybe(z.looseObject({ enableDefaultUser: maybe(z.boolean()), password: maybe(z.string()) })),
});

/**
 * Rejects a change of the password while the user is disabled and stays so. After failed updates, only the account
 * knows whether it is disabled.
 */
export async function verifyPassword(
  { password, enableDefaultUser }: Changed,
  session: ResourceSession,
  before: Changed,
): Promise<readonly Problem[]> {
  const { subscriptionId, name } = before;
  const isOff = enableDefaultUser === false && before.enableDefaultUser === false;
  if (!isOff || subscriptionId === undefined || password === undefined || password === before.password)
    return [];
  const listed = (await databasesIn(subscriptionId, session)).find((database) => database.name === name);
  if (listed === undefined) return [];
  const path = `/subscriptions/${subscriptionId}/databases/${listed.databaseId}`;
  const { security } = (await session.find(path, securityAnswer)) ?? {};
  if (security?.enableDefaultUser !== false || security.password === password) return [];
  const reason =
    "cannot be changed while the default user is disabled (the API's rule): leave it unchanged, or set " +
    "enableDefaultUser: true together with the new password, and disable the user again in the next `pulumi up`.";
  return [{ property: "password", reason }];
}

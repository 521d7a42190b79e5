import { z } from "zod";
import { informative, maybe } from "../api/answers";
import { reading } from "./account";
import { type LookupArgs, matches, outputForm, requireSingle } from "./lookup";

/** The account whose keys are configured. */
export interface AccountInfo {
  readonly id: number;
  readonly name?: string;
  /** When it was created, in ISO 8601. */
  readonly createdTimestamp?: string;
  /** When it last changed, in ISO 8601. */
  readonly updatedTimestamp?: string;
  /** E.g. `active`. */
  readonly marketplaceStatus?: string;
  readonly pocStatus?: string;
  /** The account key in use, without its value. */
  readonly key: {
    readonly name?: string;
    /** Addresses that may use it. */
    readonly allowedSourceIps: readonly string[];
    /** When it was created, in ISO 8601. */
    readonly createdTimestamp?: string;
    readonly ownerName?: string;
    readonly ownerEmail?: string;
    /** The address that this look-up came from. */
    readonly httpSourceIp?: string;
  };
}

const owner = z.object({ name: informative(z.string()), email: informative(z.string()) });

/** `GET /`. */
const accountAnswer = z.looseObject({
  account: z.looseObject({
    id: z.number(),
    name: informative(z.string()),
    createdTimestamp: informative(z.string()),
    updatedTimestamp: informative(z.string()),
    marketplaceStatus: informative(z.string()),
    pocStatus: informative(z.string()),
    key: informative(
      z.object({
        name: informative(z.string()),
        allowedSourceIps: informative(z.array(z.string())),
        createdTimestamp: informative(z.string()),
        owner: informative(owner),
        httpSourceIp: informative(z.string()),
      }),
    ),
  }),
});

/** The account whose keys are configured, and the key itself, without its value. API: `GET /`. */
export async function getAccount(args: LookupArgs = {}): Promise<AccountInfo> {
  const { account } = await reading(args, ({ api }) => api.get("/", accountAnswer));
  const { id, name, createdTimestamp, updatedTimestamp, marketplaceStatus, pocStatus } = account;
  const { owner, allowedSourceIps = [], ...key } = account.key ?? {};
  return {
    id,
    name,
    createdTimestamp,
    updatedTimestamp,
    marketplaceStatus,
    pocStatus,
    key: { ...key, allowedSourceIps, ownerName: owner?.name, ownerEmail: owner?.email },
  };
}
export const getAccountOutput = outputForm(getAccount);

/** A member of the account's team. */
export interface UserInfo {
  readonly id: number;
  readonly name?: string;
  readonly email?: string;
  /** `Owner`, `Member`, `Viewer`, `Logs Viewer (API use only)`, `Manager` or `Billing Admin`. */
  readonly role?: string;
  /** How the user signed up. */
  readonly signUp?: string;
  /** E.g. `Local`. */
  readonly userType?: string;
  /** Whether the user has an API key. */
  readonly hasApiKey?: boolean;
  /** Which messages the user gets, and whether a second factor is required. */
  readonly options?: {
    readonly billing?: boolean;
    readonly emailAlerts?: boolean;
    readonly operationalEmails?: boolean;
    readonly mfaEnabled?: boolean;
  };
}

const flag = informative(z.boolean());

const userAnswer = z.object({
  id: z.number(),
  name: maybe(z.string()),
  email: maybe(z.string()),
  role: informative(z.string()),
  signUp: informative(z.string()),
  userType: informative(z.string()),
  hasApiKey: flag,
  options: informative(
    z.object({ billing: flag, emailAlerts: flag, operationalEmails: flag, mfaEnabled: flag }),
  ),
});

const usersAnswer = z.looseObject({ users: z.array(userAnswer) });

/** Which users to look up. */
export interface GetUsersArgs extends LookupArgs {
  /** @default all */
  role?: string;
}

/** The members of the account's team. API: `GET /users`. */
export async function getUsers(args: GetUsersArgs = {}): Promise<UserInfo[]> {
  const { users } = await reading(args, ({ api }) => api.get("/users", usersAnswer));
  return users.filter((user) => matches(args, user));
}
export const getUsersOutput = outputForm(getUsers);

/** Which user to look up: by at least one property. */
export interface GetUserArgs extends GetUsersArgs {
  /** The API's ID. */
  id?: number | string;
  /** The exact name. */
  name?: string;
  email?: string;
}

/**
 * The one member of the team with these properties. API: `GET /users`, or with an ID `GET /users/{id}`.
 *
 * @throws RunError when none or several match.
 */
export async function getUser(args: GetUserArgs): Promise<UserInfo> {
  const { account, id, ...more } = args;
  const isById = id !== undefined && Object.values(more).every((value) => value === undefined);
  if (isById) return reading(args, ({ api }) => api.get(`/users/${id}`, userAnswer));
  const all = await getUsers({ account });
  const found = all.filter((user) => matches(args, user));
  return requireSingle("user", args, found, { of: ({ id, email }) => `${id} (${email})`, all });
}
export const getUserOutput = outputForm(getUser);

import { z } from "zod";
import type { Answers } from "../copy/answers";
import { optionsIn } from "./accountCopy";
import type { UserOptions } from "./accountUserOptions";
import { userSchema, usersFrom } from "./accountUsers";
import {
  type CloudAccountOptions,
  type CloudAccountSettings,
  cloudAccountSettingsFrom,
} from "./cloudAccount/options";
import { cloudAccountOptionsSchema } from "./cloudAccount/optionsSchema";
import { DEFAULT_REDIS_VERSION, REDIS_VERSIONS } from "./database/catalog";
import { paymentMethodSchema } from "./subscription/paymentMethodSchema";
import { CARDHOLDER, PAYMENT_METHODS, type PaymentMethodOptions } from "./subscription/paymentMethods";

/** An account of the simulated Redis Cloud: a plain object, so that it can be read from JSON. */
export interface AccountOptions {
  /** Sent as `x-api-key`. */
  apiKey: string;
  /** Sent as `x-api-secret-key`. */
  apiSecretKey: string;
  /** @default 1001 for the first account, then upwards */
  accountId?: number;
  /** @default "Simulated account <accountId>" */
  name?: string;
  /** How its subscriptions are paid. @default "credit-card" */
  billing?: "credit-card" | "contract" | "marketplace";
  /**
   * @default a Visa with ID 2 that ends in 4242 and a Mastercard with ID 3 that ends in 4444; none with other billing
   */
  paymentMethods?: PaymentMethodOptions[];
  /** The default credit card. @default none: a request must specify one */
  defaultPaymentMethodId?: number;
  /** Cloud accounts that exist from the start. @default none but the vendor's own */
  cloudAccounts?: CloudAccountOptions[];
  /** Default Redis version of databases. @default "8.2" */
  defaultRedisVersion?: string;
  /** Whether it may use every customer-managed key, as if access had been granted. @default false: see `Peer.grantKey` */
  hasAccessToKeys?: boolean;
  /** Members of its team; the first one owns the API keys. @default an owner */
  users?: UserOptions[];
  /**
   * Resources that exist from the start, in the API's own words: what each GET answers, by its path below `/v1`, such as
   * `{"/subscriptions": {"subscriptions": […]}}`. Where the API answers with a task, its `response.resource`. The other
   * options have their defaults from here, too. No secret is taken over: passwords are random.
   *
   * @default none
   */
  existing?: Readonly<Record<string, unknown>>;
}

/** An account with all defaults in place. */
export type AccountSettings = Required<
  Omit<AccountOptions, "defaultPaymentMethodId" | "paymentMethods" | "cloudAccounts" | "users" | "existing">
> & {
  existing?: Answers;
  users: Required<UserOptions>[];
  defaultPaymentMethodId?: number;
  paymentMethods: Required<PaymentMethodOptions>[];
  cloudAccounts: CloudAccountSettings[];
};

const id = z.int().min(1);

const schema: z.ZodType<AccountOptions> = z.strictObject({
  apiKey: z.string().min(1),
  apiSecretKey: z.string().min(1),
  accountId: id.optional(),
  name: z.string().optional(),
  billing: z.enum(["credit-card", "contract", "marketplace"]).optional(),
  paymentMethods: z.array(paymentMethodSchema).optional(),
  defaultPaymentMethodId: id.optional(),
  cloudAccounts: z.array(cloudAccountOptionsSchema).optional(),
  defaultRedisVersion: z.enum(REDIS_VERSIONS.map(({ version }) => version)).optional(),
  hasAccessToKeys: z.boolean().optional(),
  users: z.array(userSchema).min(1).optional(),
  existing: z.record(z.string().startsWith("/"), z.unknown()).optional(),
});

/**
 * Reads accounts from JSON: one, or a list.
 *
 * @throws RangeError that names the invalid field
 */
export function accountOptionsFrom(value: unknown): AccountOptions[] {
  const result = z
    .array(schema)
    .min(1)
    .safeParse(Array.isArray(value) ? value : [value]);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new RangeError(`account ${issue?.path.join(".")}: ${issue?.message}`);
}

/** @throws RangeError for options that contradict each other */
export function accountSettingsFrom(given: AccountOptions, defaultAccountId: number): AccountSettings {
  const options = { ...(given.existing && optionsIn(given.existing)), ...given };
  const { accountId = defaultAccountId } = options;
  const { billing = "credit-card", defaultPaymentMethodId, cloudAccounts = [] } = options;
  const { paymentMethods = billing === "credit-card" ? PAYMENT_METHODS : [] } = options;
  const name = options.name ?? `Simulated account ${accountId}`;
  if (
    defaultPaymentMethodId !== undefined &&
    !paymentMethods.some((one) => one.id === defaultPaymentMethodId)
  ) {
    throw new RangeError(
      `${name}: defaultPaymentMethodId ${defaultPaymentMethodId} is none of its payment methods`,
    );
  }
  const settings: AccountSettings = {
    defaultRedisVersion: DEFAULT_REDIS_VERSION,
    hasAccessToKeys: false,
    ...options,
    accountId,
    name,
    billing,
    paymentMethods: paymentMethods.map((method) => ({ ...CARDHOLDER, ...method })),
    cloudAccounts: cloudAccountSettingsFrom(cloudAccounts),
    users: usersFrom(options.users),
  };
  requireUnique(
    name,
    "payment method ID",
    settings.paymentMethods.map((one) => one.id),
  );
  requireUnique(
    name,
    "user ID",
    settings.users.map((one) => one.id),
  );
  requireUnique(
    name,
    "cloud account ID",
    settings.cloudAccounts.map((one) => one.id),
  );
  requireUnique(
    name,
    "cloud account name",
    settings.cloudAccounts.map((one) => one.name),
  );
  return settings;
}

function requireUnique(account: string, what: string, values: (string | number)[]): void {
  const repeated = values.find((value, index) => values.indexOf(value) < index);
  if (repeated !== undefined) throw new RangeError(`${account}: ${what} ${repeated} is given twice`);
}

import { z } from "zod";

/*
 * What the provider reads of the API's answers. Unknown fields are kept and ignored; missing and null mean the
 * same. Shapes: OpenAPI document of the Redis Cloud API, and recorded answers where they differ from it.
 */

/** A value that may be missing: null and missing mean the same to the API. */
export const maybe = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined);

/**
 * A value that informs, and that nothing is decided by: one of another type than documented counts as missing, so that the
 * rest of the answer is used. IDs, states, names, endpoints and lists are insisted on: a wrong one would be acted upon.
 */
export const informative = <T extends z.ZodType>(type: T) => maybe(type.optional().catch(undefined));

/** Words for people, or a number in their place. */
const words = z.union([z.string(), z.number().transform(String)]);

/** The ID of a resource. */
const resourceId = z.int().positive();

/** An error of a task: recorded as an object, documented as a string. */
const taskError = z.union([
  z.string().transform((type) => ({ type, status: undefined, description: undefined })),
  z.looseObject({
    type: informative(z.string()),
    status: informative(words),
    description: informative(words),
  }),
]);

/** It becomes part of a path. */
const taskId = z.string().regex(/^[\w-]+$/, "no ID of a task");

/** The answer of a request that submits a task, as far as it takes to look at the task. */
export const submittedTask = z.looseObject({ taskId });
export type SubmittedTask = z.infer<typeof submittedTask>;

/** The answer of a request that is done at once. */
export const answerAtOnce = z.looseObject({});

/** A task: `GET /tasks/{taskId}`. */
export const taskAnswer = z.looseObject({
  taskId,
  status: z.string(),
  commandType: maybe(z.string()),
  description: informative(words),
  timestamp: informative(z.string()),
  response: informative(
    z.looseObject({
      resourceId: maybe(z.number()),
      resource: z.unknown().optional(),
      error: informative(taskError),
    }),
  ),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

/** `GET /tasks`. */
export const tasksAnswer = z.looseObject({ tasks: maybe(z.array(taskAnswer)) });

/*
 * Lists, which are read again and again. What checks the list itself is given: one that remembers its items. A list of
 * resources has to be there: what is in no list counts as gone.
 */

export const listedTask = z.object({
  taskId: z.string(),
  status: z.string(),
  commandType: maybe(z.string()),
  timestamp: informative(z.string()),
  response: maybe(z.object({ resourceId: maybe(z.number()) })),
});
export type ListedTask = z.infer<typeof listedTask>;

/** `GET /tasks`. */
export const listedTasks = <List extends z.ZodType>(list: List) => z.object({ tasks: maybe(list) });

/** One line of a price. */
const priceLine = z.object({
  type: informative(z.string()),
  typeDetails: informative(z.string()),
  quantity: informative(z.number()),
  quantityMeasurement: informative(z.string()),
  pricePerUnit: informative(z.number()),
  priceCurrency: informative(z.string()),
  pricePeriod: informative(z.string()),
  region: informative(z.string()),
});
export type PriceLine = z.infer<typeof priceLine>;

/** `GET /subscriptions/{id}/pricing`. */
export const pricingAnswer = z.looseObject({ pricing: maybe(z.array(priceLine)) });

/** What the task of a dry run brings, as `response.resource`. */
export const dryRunAnswer = z.looseObject({
  pricing: z.array(priceLine.extend({ databaseName: maybe(z.string()) })),
});
export type DryRunAnswer = z.infer<typeof dryRunAnswer>;

/** `GET /subscriptions/{id}`. */
export const subscriptionAnswer = z.looseObject({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
});

export const listedSubscription = z.object({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  numberOfDatabases: informative(z.number()),
  paymentMethodId: informative(z.number()),
  memoryStorage: informative(z.string()),
});
export type ListedSubscription = z.infer<typeof listedSubscription>;

/** `GET /subscriptions`. */
export const listedSubscriptions = <List extends z.ZodType>(list: List) => z.object({ subscriptions: list });

/** `GET /subscriptions/{id}/databases/{id}`. */
export const databaseAnswer = z.looseObject({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  protocol: informative(z.string()),
  datasetSizeInGb: informative(z.number()),
  memoryLimitInGb: informative(z.number()),
  redisVersion: informative(z.string()),
  autoMinorVersionUpgrade: informative(z.boolean()),
  respVersion: informative(z.string()),
  supportOSSClusterApi: informative(z.boolean()),
  useExternalEndpointForOSSClusterApi: informative(z.boolean()),
  dataPersistence: informative(z.string()),
  dataEvictionPolicy: informative(z.string()),
  replication: informative(z.boolean()),
  throughputMeasurement: informative(z.object({ by: z.string(), value: z.number() })),
  ramPercentage: informative(z.number()),
  alerts: maybe(z.array(z.object({ name: z.string(), value: z.number() }))),
  modules: maybe(z.array(z.object({ name: z.string() }))),
  queryPerformanceFactor: informative(z.string()),
});

export const listedDatabase = z.object({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  publicEndpoint: maybe(z.string()),
  privateEndpoint: maybe(z.string()),
  redisVersion: informative(z.string()),
  datasetSizeInGb: informative(z.number()),
});
export type ListedDatabase = z.infer<typeof listedDatabase>;

const databaseList = <List extends z.ZodType>(list: List) =>
  z
    .object({ numberOfDatabases: maybe(z.number()), databases: maybe(list) })
    .refine(({ numberOfDatabases, databases }) => databases !== undefined || numberOfDatabases === 0, {
      path: ["databases"],
      error: "the list is missing",
    });

/** `GET /subscriptions/{id}/databases`: `subscription` is an array of one; an object for other plans. */
export const listedDatabases = <List extends z.ZodType>(list: List) => {
  const subscription = databaseList(list);
  return z.object({ subscription: z.union([z.array(subscription), subscription.transform((one) => [one])]) });
};

/** `GET /cloud-accounts/{id}`. */
export const cloudAccountAnswer = z.looseObject({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  provider: maybe(z.string()),
  accessKeyId: informative(z.string()),
  signInLoginUrl: informative(z.string()),
  awsUserArn: informative(z.string()),
  awsConsoleRoleArn: informative(z.string()),
});
export type CloudAccountAnswer = z.infer<typeof cloudAccountAnswer>;

const listedCloudAccount = z.object({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  provider: maybe(z.string()),
});
export type ListedCloudAccount = z.infer<typeof listedCloudAccount>;

/** `GET /cloud-accounts`. */
export const listedCloudAccounts = z.object({ cloudAccounts: z.array(listedCloudAccount) });

const paymentMethodAnswer = z.looseObject({
  id: resourceId,
  type: informative(z.string()),
  creditCardEndsWith: informative(z.union([z.number(), z.string()])),
  nameOnCard: informative(z.string()),
  expirationMonth: informative(z.number()),
  expirationYear: informative(z.number()),
});
export type PaymentMethodAnswer = z.infer<typeof paymentMethodAnswer>;

/** `GET /payment-methods`. */
export const paymentMethodsAnswer = z.looseObject({
  accountId: maybe(z.number()),
  paymentMethods: z.array(paymentMethodAnswer),
});
export type PaymentMethodsAnswer = z.infer<typeof paymentMethodsAnswer>;

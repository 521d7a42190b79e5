import { z } from "zod";
import { type ListSource, plainList } from "./lists";

/*
 * Schemas of what the provider reads from the API's answers. Unknown fields are ignored; missing and null mean the
 * same. Shapes: OpenAPI document of the Redis Cloud API, and recorded answers where they differ from it.
 */

/** A value that may be missing: null and missing mean the same to the API. */
export const maybe = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined);

/**
 * A value that no decision depends on: one of another type than documented counts as missing, so that the rest of the
 * answer can be used. IDs, states, names, endpoints and lists must be valid, since the provider acts on them.
 */
export const informative = <T extends z.ZodType>(type: T) => maybe(type.optional().catch(undefined));

/** Text for people, or a number in its place. */
const words = z.union([z.string(), z.number().transform(String)]);

/** The ID of a resource. */
export const resourceId = z.int().positive();

/** An error of a task: recorded as an object, documented as a string. */
const taskError = z.union([
  z.string().transform((type) => ({ type, status: undefined, description: undefined })),
  z.looseObject({
    type: informative(z.string()),
    status: informative(words),
    description: informative(words),
  }),
]);

/** The ID of a task, which becomes part of a path. */
const taskId = z.string().regex(/^[\w-]+$/, "not a task ID");

/** The answer to a request that submits a task: only what is needed to poll the task. */
export const submittedTask = z.looseObject({ taskId });

/** What the API made of a request: a task, a resource, or neither. */
export interface Submitted {
  readonly taskId?: string;
  /** The ID of the resource that the request created or changed. */
  readonly id?: string;
}

/** The answer to a request that completes at once, without a task. */
export const answerAtOnce = z.looseObject({});

/** The answer to a request that creates or changes a resource without a task: the ID in the property of this name. */
export const idAnswer = (property: string) =>
  z.looseObject({ [property]: taskId }).transform((answer): string => String(answer[property]));

/** A task: `GET /tasks/{taskId}`. */
export const taskAnswer = z.looseObject({
  taskId,
  status: z.string(),
  commandType: maybe(z.string()),
  description: informative(words),
  timestamp: informative(z.string()),
  response: informative(
    z.looseObject({
      resourceId: maybe(z.union([z.number(), z.string()])),
      resource: z.unknown().optional(),
      error: informative(taskError),
    }),
  ),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

/** `GET /tasks`. */
export const tasksAnswer = z.looseObject({ tasks: maybe(z.array(taskAnswer)) });

/*
 * Lists, which are read often. The schema of the list itself is a parameter: that of a cached list. A list of resources
 * is required: a resource that is in no list counts as gone.
 */

export const listedTask = z.object({
  taskId: z.string(),
  status: z.string(),
  commandType: maybe(z.string()),
  timestamp: informative(z.string()),
  response: maybe(
    z.object({ resourceId: maybe(z.union([z.number(), z.string()])), error: informative(taskError) }),
  ),
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

/** The `response.resource` of a dry run's task. */
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

const listedSubscription = z
  .object({
    id: resourceId,
    name: maybe(z.string()),
    status: z.string(),
    deploymentType: informative(z.string()),
    numberOfDatabases: informative(z.number()),
    paymentMethodId: informative(z.number()),
    memoryStorage: informative(z.string()),
    cloudDetails: informative(z.array(z.object({ provider: informative(z.string()) }))),
  })
  .transform(({ cloudDetails, ...listed }) => ({ ...listed, cloud: cloudDetails?.[0]?.provider }));
export type ListedSubscription = z.infer<typeof listedSubscription>;

/** `GET /subscriptions`: single-region and Active-Active ones alike. */
export const subscriptionList: ListSource<ListedSubscription> = {
  name: "subscriptions",
  openList: plainList({
    path: () => "/subscriptions",
    item: listedSubscription,
    id: "id",
    answer: (list) => z.object({ subscriptions: list }).transform(({ subscriptions }) => subscriptions),
  }),
};

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

import { z } from "zod";
import { informative, maybe } from "./answers";
import type { RedisCloudApi } from "./client";

/*
 * The options of an account: lists that stay the same while a program runs.
 */

/** `GET /regions`. */
export const regionsAnswer = z.looseObject({
  regions: z.array(z.object({ id: z.number(), name: z.string(), provider: z.enum(["AWS", "GCP"]) })),
});

/** `GET /subscriptions/redis-versions`. */
export const redisVersionsAnswer = z.looseObject({
  redisVersions: z.array(
    z.object({
      version: z.string(),
      eolDate: informative(z.string()),
      isPreview: maybe(z.boolean()).transform(Boolean),
      isDefault: maybe(z.boolean()).transform(Boolean),
    }),
  ),
});

/** `GET /database-modules`. */
export const modulesAnswer = z.looseObject({
  modules: z.array(
    z.object({
      name: z.string(),
      capabilityName: informative(z.string()),
      description: informative(z.string()),
      parameters: informative(
        z.array(
          z.object({
            name: z.string(),
            description: informative(z.string()),
            type: informative(z.string()),
            defaultValue: informative(z.union([z.string(), z.number(), z.boolean()])),
            required: informative(z.boolean()),
          }),
        ),
      ).transform((parameters = []) => parameters),
    }),
  ),
});

/** `GET /query-performance-factors`. */
export const queryPerformanceFactorsAnswer = z.looseObject({ queryPerformanceFactors: z.array(z.string()) });

type Region = z.infer<typeof regionsAnswer>["regions"][number];
type RedisVersion = z.infer<typeof redisVersionsAnswer>["redisVersions"][number];

/**
 * The lists that arguments are validated against. Each is read once per process and account, when the first resource
 * needs it. A list that cannot be read, or is empty, is undefined, which is no reason to refuse an argument.
 */
export class Catalog {
  private readonly lists = new Map<string, Promise<unknown>>();

  constructor(private readonly api: RedisCloudApi) {}

  async regions(): Promise<readonly Region[] | undefined> {
    return unlessEmpty((await this.read("/regions", regionsAnswer))?.regions);
  }

  /** @param subscriptionId for the versions of an existing subscription. */
  async redisVersions(subscriptionId?: number): Promise<readonly RedisVersion[] | undefined> {
    const query = subscriptionId === undefined ? "" : `?subscriptionId=${subscriptionId}`;
    const answer = await this.read(`/subscriptions/redis-versions${query}`, redisVersionsAnswer);
    return unlessEmpty(answer?.redisVersions);
  }

  /** Names of the modules. */
  async modules(): Promise<readonly string[] | undefined> {
    return unlessEmpty(
      (await this.read("/database-modules", modulesAnswer))?.modules.map(({ name }) => name),
    );
  }

  async queryPerformanceFactors(): Promise<readonly string[] | undefined> {
    const answer = await this.read("/query-performance-factors", queryPerformanceFactorsAnswer);
    return unlessEmpty(answer?.queryPerformanceFactors);
  }

  /** Any other list of options. */
  read<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T> | undefined> {
    const list = this.lists.get(path) ?? this.api.get(path, shape).catch(() => undefined);
    this.lists.set(path, list);
    return list as Promise<z.infer<T> | undefined>;
  }
}

const unlessEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list?.length === 0 ? undefined : list;

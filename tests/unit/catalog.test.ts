import { Catalog } from "../../provider/api/catalog";
import type { RedisCloudApi } from "../../provider/api/client";

/** The lists of an account whose answers are these. */
const catalogOf = (get: () => Promise<object>) => new Catalog({ get } as unknown as RedisCloudApi);

const read = (catalog: Catalog) =>
  Promise.all([
    catalog.regions(),
    catalog.redisVersions(),
    catalog.modules(),
    catalog.queryPerformanceFactors(),
  ]);
const NOTHING_KNOWN = [undefined, undefined, undefined, undefined];

test("of an account whose lists cannot be read, nothing is known that would refuse an argument", async () => {
  expect(await read(catalogOf(() => Promise.reject(new Error("no connection"))))).toEqual(NOTHING_KNOWN);
});

test("of an account whose lists are empty, neither", async () => {
  const empty = { regions: [], redisVersions: [], modules: [], queryPerformanceFactors: [] };
  expect(await read(catalogOf(async () => empty))).toEqual(NOTHING_KNOWN);
});

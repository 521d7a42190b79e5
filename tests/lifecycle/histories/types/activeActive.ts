import type { Database } from "../../../../simulator/resources/database/state";
import type { Subscription } from "../../../../simulator/resources/subscription/state";
import { PLANTED } from "../declared";
import { type HistoryType, nth, numberOf, ofKind } from "./type";

/** The regions that a subscription is created in, by name and ID. */
export const FIRST_REGION = { region: "us-east-1", regionId: 1 } as const;
const SECOND_REGION = { region: "eu-west-1", regionId: 4 } as const;
const FIRST_REGIONS: readonly string[] = [FIRST_REGION.region, SECOND_REGION.region];
const REGION = "region-";

/** Other networks replace it. */
export const activeActiveSubscription: HistoryType = {
  isNamed: true,
  isMovable: true,
  args: ({ place }) => {
    const regions = FIRST_REGIONS.map((region, index) => {
      return { region, networking: { deploymentCIDR: `10.${1 + place}.${index}.0/24` } };
    });
    return { paymentMethodId: 2, cloudProviders: [{ provider: "AWS", regions }], forceDestroy: true };
  },
};

const networkOf = (region: string, place: number): string => `10.100.${numberOf(region) * 10 + place}.0/24`;

/** A region that is added, named after it. Another network replaces it. */
export const activeActiveRegion: HistoryType = {
  isMovable: true,
  args: ({ name, parent = "", place }, stateOf) => {
    const region = name.slice(REGION.length);
    return { subscriptionId: stateOf(parent).id, region, deploymentCIDR: networkOf(region, place) };
  },
  content: ({ name, place }) => networkOf(name, place),
  held: (resources) =>
    ofKind<Subscription>(resources, "subscription").flatMap(({ id, regions = [] }) =>
      regions
        .filter(({ region }) => !FIRST_REGIONS.includes(region))
        .map(({ region, deploymentCIDR: content }) => {
          return { id: `${id}/${region}`, name: `${REGION}${region}`, status: "active", content };
        }),
    ),
};

const PERSISTENCE = ["none", "aof-every-write", "snapshot-every-1-hour"] as const;

/**
 * Some regions have a setting of their own: one that the subscription was created in, and those to which the database
 * refers. Another version of the protocol replaces it.
 */
export const activeActiveDatabase: HistoryType = {
  isNamed: true,
  isMovable: true,
  isIndependent: true,
  args: ({ name, parent = "", uses = [], size, place, override = 0 }, stateOf) => {
    const own = [SECOND_REGION.region, ...uses.map((region) => stateOf(region).outputs.region)];
    const regions = own.map((region) => ({ region, dataPersistence: nth(PERSISTENCE, override) }));
    return {
      subscriptionId: stateOf(parent).id,
      datasetSizeInGb: size,
      globalPassword: `${PLANTED}-of-${name}`,
      respVersion: place % 2 === 0 ? "resp3" : "resp2",
      ...(override > 0 && { regions }),
    };
  },
  content: ({ size, uses = [], override = 0 }) => {
    const own = [SECOND_REGION.region, ...uses.map((region) => region.slice(REGION.length))];
    const settings = own.map((region): [string, string] => [region, nth(PERSISTENCE, override)]);
    return databaseInWords(size, override === 0 ? [] : settings);
  },
  held: (resources) =>
    ofKind<Database>(resources, "database").flatMap((database) => {
      const { id, subscriptionId, name, status, locals, memoryLimitInGb } = database;
      if (locals === undefined) return [];
      const settings = Object.entries(locals).flatMap(([region, { dataPersistence }]): [string, string][] =>
        dataPersistence === undefined ? [] : [[region, dataPersistence]],
      );
      const content = databaseInWords(memoryLimitInGb / 2, settings);
      return [{ id: `${subscriptionId}/${id}`, name, status, content }];
    }),
  references: { ActiveActiveRegion: ["regions"] },
};

const databaseInWords = (size: number, settings: readonly (readonly [string, string])[]): string =>
  [`${size} GB`, ...settings.map(([region, setting]) => `${region} ${setting}`).sort()].join(", ");

import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { isAddedRegion } from "../activeActiveSubscription/regions";
import { defaultVersionProblems, unlistedProblems } from "../database/verify";
import { unlistedVersion } from "../database/version";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import type { ActiveActiveDatabaseInputs } from "./types";

type Inputs = Partial<ActiveActiveDatabaseInputs>;

/** The modules that Active-Active databases can have. Source: the vendor's Terraform provider. */
const MODULES = ["RedisJSON", "RediSearch"];

/** What only the account can tell to be wrong with the arguments. Only what changed is looked up. */
export async function verifyActiveActiveDatabase(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  isUnknown: (argument: keyof ActiveActiveDatabaseInputs) => boolean,
): Promise<readonly Problem[]> {
  const { redisVersion } = inputs;
  const isNew = before.name === undefined;
  return [
    ...(isNew ? await deploymentProblems(inputs, session) : []),
    ...(isNew && redisVersion !== undefined ? await versionProblemsOf(redisVersion, inputs, session) : []),
    ...(isNew && redisVersion === undefined && !isUnknown("redisVersion")
      ? await defaultVersionProblems(inputs, session)
      : []),
    ...(await unlistedProblems(inputs, session, before)),
    ...(isNew ? unsupportedModules(inputs) : []),
    ...(await regionProblems(inputs, session, before)),
  ];
}

async function deploymentProblems({ subscriptionId }: Inputs, session: ResourceSession) {
  if (subscriptionId === undefined) return [];
  const { deploymentType = ACTIVE_ACTIVE } = (await session.subscriptionSeen(subscriptionId)) ?? {};
  const reason = `${subscriptionId} is a subscription in a single region: declare a Database in it.`;
  return deploymentType === ACTIVE_ACTIVE ? [] : [{ property: "subscriptionId", reason }];
}

async function versionProblemsOf(version: string, { subscriptionId }: Inputs, session: ResourceSession) {
  const listed = await session.catalog.redisVersions();
  const isPreview = listed?.find((one) => one.version === version)?.isPreview === true;
  const reason = `${version} is a preview version, which Active-Active databases cannot have.`;
  return isPreview
    ? [{ property: "redisVersion", reason }]
    : unlistedVersion(version, session, subscriptionId);
}

const unsupportedModules = ({ modules = [] }: Inputs): readonly Problem[] =>
  modules.flatMap(({ name }, index) =>
    MODULES.includes(name)
      ? []
      : [{ property: `modules[${index}].name`, reason: `must be one of ${MODULES.join(", ")}.` }],
  );

/** Regions that neither the subscription has nor the program adds. */
async function regionProblems(inputs: Inputs, session: ResourceSession, before: Inputs) {
  const { subscriptionId } = inputs;
  const [named, held] = [regionsIn(inputs), new Set(regionsIn(before).map(({ region }) => region))];
  const added = named.filter(({ region }) => !held.has(region));
  if (subscriptionId === undefined || added.length === 0) return [];
  const there = await session.list(activeActiveRegionKind, { subscriptionId }, 0);
  const all = [...there.values()].map(({ region }) => region);
  if (all.length === 0) return [];
  return added
    .filter(({ region }) => !all.includes(region) && !isAddedRegion(subscriptionId, region))
    .map(({ property, region }) => ({
      property,
      reason:
        `subscription ${subscriptionId} has no region ${region}: it has ${all.join(", ")}. ` +
        "For one that an ActiveActiveRegion of this program adds, pass its `region` output.",
    }));
}

/** The regions that the arguments name, and where. */
const regionsIn = ({ localThroughputMeasurement = [], regions = [], regionPasswords = {} }: Inputs) => [
  ...localThroughputMeasurement.map(({ region }, index) => ({
    region,
    property: `localThroughputMeasurement[${index}].region`,
  })),
  ...regions.map(({ region }, index) => ({ region, property: `regions[${index}].region` })),
  ...Object.keys(regionPasswords).map((region) => ({ region, property: `regionPasswords.${region}` })),
];

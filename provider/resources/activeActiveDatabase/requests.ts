import type { ApiRequest } from "../../api/client";
import type { Target } from "../../lifecycle/kind";
import type { Step } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { throughputIn } from "../activeActiveSubscription/throughput";
import { only } from "../common";
import { localChanges } from "./localChanges";
import { type ObservedActiveActiveDatabase, observeActiveActiveDatabase } from "./observed";
import type { ActiveActiveDatabaseInputs } from "./types";

type Changed = Partial<ActiveActiveDatabaseInputs>;

export const pathOf = ({ place, id }: Target): string =>
  `/subscriptions/${place.subscriptionId}/databases/${id}`;

/** Names of the regions that the subscription has now. */
async function regionsOf(subscriptionId: number, session: ResourceSession): Promise<readonly string[]> {
  const listed = await session.list(activeActiveRegionKind, { subscriptionId });
  return [...listed.values()].map(({ region }) => region);
}

/** Global settings have other names at creation than in an update. */
export function createRequest(inputs: ActiveActiveDatabaseInputs): ApiRequest {
  const { globalDataPersistence, globalPassword, globalSourceIp, globalAlerts } = inputs;
  const renamed = {
    dataPersistence: globalDataPersistence,
    password: globalPassword,
    sourceIp: globalSourceIp,
    alerts: globalAlerts,
  };
  const given = Object.entries(renamed).filter(([, value]) => value !== undefined);
  return {
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/databases`,
    body: {
      ...only(inputs, [
        "name",
        "port",
        "datasetSizeInGb",
        "redisVersion",
        "respVersion",
        "autoMinorVersionUpgrade",
        "supportOSSClusterApi",
        "useExternalEndpointForOSSClusterApi",
        "dataEvictionPolicy",
        "clientTlsCertificates",
        "enableTls",
        "modules",
        "localThroughputMeasurement",
      ]),
      ...Object.fromEntries(given),
    },
  };
}

/** The API wants the throughput of every region that the subscription has. */
export async function completeCreation(
  request: ApiRequest,
  { subscriptionId, localThroughputMeasurement: declared = [] }: ActiveActiveDatabaseInputs,
  session: ResourceSession,
): Promise<ApiRequest> {
  const regions = await regionsOf(subscriptionId, session);
  const named = declared.map(({ region }) => region).filter((region) => !regions.includes(region));
  const localThroughputMeasurement = throughputIn([...regions, ...named], declared);
  return { ...request, body: { ...request.body, localThroughputMeasurement } };
}

const GLOBAL: readonly (keyof ActiveActiveDatabaseInputs)[] = [
  "name",
  "datasetSizeInGb",
  "autoMinorVersionUpgrade",
  "supportOSSClusterApi",
  "useExternalEndpointForOSSClusterApi",
  "dataEvictionPolicy",
  "clientTlsCertificates",
  "enableTls",
  "globalDataPersistence",
  "globalEnableDefaultUser",
  "globalSourceIp",
  "globalAlerts",
  "localThroughputMeasurement",
  "regions",
];
const PASSWORDS: readonly (keyof ActiveActiveDatabaseInputs)[] = ["globalPassword", "regionPasswords"];
const LOCAL: readonly string[] = ["localThroughputMeasurement", "regions", "regionPasswords"];

/** The requests of an update. */
export function updateSteps(
  target: Target,
  changed: Changed,
  inputs: ActiveActiveDatabaseInputs,
): readonly Step<ObservedActiveActiveDatabase>[] {
  const path = pathOf(target);
  const { tags } = changed;
  const puts = bodiesOf(changed, inputs).map((part) => regionsStep(target, part, inputs));
  const steps: (Step<ObservedActiveActiveDatabase> | false)[] = [
    ...puts,
    tags !== undefined &&
      puts.length === 0 && {
        request: { method: "PUT", path: `${path}/regions`, body: only(inputs, ["name"]) },
        fields: [],
        isTrace: true,
      },
    tags !== undefined && {
      request: { method: "PUT", path: `${path}/tags`, body: { tags }, answeredAtOnce: true },
      fields: ["tags"],
    },
  ];
  return steps.filter((step) => step !== false);
}

/**
 * What is changed, by requests: the API takes a password only while the default user is on, and not together with
 * what turns it off.
 */
function bodiesOf(changed: Changed, inputs: Changed): readonly Changed[] {
  const [settings, passwords] = [only(changed, GLOBAL), only(changed, PASSWORDS)];
  const [hasSettings, hasPasswords] = [settings, passwords].map((part) => Object.keys(part).length > 0);
  if (!hasPasswords) return hasSettings ? [settings] : [];
  const setsUser = changed.globalEnableDefaultUser !== undefined || changed.regions !== undefined;
  if (!hasSettings || !setsUser) return [{ ...settings, ...passwords }];
  const turnsOff =
    inputs.globalEnableDefaultUser === false ||
    inputs.regions?.some(({ enableDefaultUser }) => enableDefaultUser === false);
  if (!turnsOff) return [settings, passwords];
  const turnsOn = changed.globalEnableDefaultUser === true ? { globalEnableDefaultUser: true } : {};
  return [{ ...passwords, ...turnsOn }, settings];
}

/** A request that sets global settings, and those of regions. */
function regionsStep(
  target: Target,
  part: Changed,
  inputs: ActiveActiveDatabaseInputs,
): Step<ObservedActiveActiveDatabase> {
  const global = Object.entries(part).filter(([name]) => !LOCAL.includes(name));
  const request: ApiRequest = {
    method: "PUT",
    path: `${pathOf(target)}/regions`,
    body: Object.fromEntries(global),
  };
  return {
    request,
    fields: Object.keys(part),
    complete: async (session) => {
      const there = await observeActiveActiveDatabase(pathOf(target), {}, session);
      const regions = localChanges(part, inputs, there);
      return regions.length === 0 ? request : { ...request, body: { ...request.body, regions } };
    },
  };
}

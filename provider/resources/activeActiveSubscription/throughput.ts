import type { LocalThroughput } from "../sharedTypes";

/** Operations per second of a region for which none are declared. */
export const DEFAULT_OPERATIONS_PER_SECOND = 1000;

/** A region's throughput, with the defaults spelled out. */
export const throughputOf = ({
  region,
  writeOperationsPerSecond = DEFAULT_OPERATIONS_PER_SECOND,
  readOperationsPerSecond = DEFAULT_OPERATIONS_PER_SECOND,
}: LocalThroughput): Required<LocalThroughput> => ({
  region,
  writeOperationsPerSecond,
  readOperationsPerSecond,
});

/** The throughput of each region: the declared one, or the default. */
export const throughputIn = (
  regions: readonly string[],
  declared: readonly LocalThroughput[],
): readonly Required<LocalThroughput>[] =>
  regions.map((region) => throughputOf(declared.find((one) => one.region === region) ?? { region }));

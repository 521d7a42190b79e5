import { type Check, type Deployment, type Measurement, requestsPerResource } from "./measurement";

/** Scenarios of increasing size, which are compared with each other. */
const OF_GROWING_SIZE: readonly string[] = ["1 + 10", "5 + 100", "20 + 1,000"];

/** Adds the checks between scenarios: requests per resource fall as the number of resources grows. */
export function together(measurements: readonly Measurement[]): readonly Measurement[] {
  return measurements.map((measurement) => {
    const smaller = nextSmaller(measurement, measurements);
    if (smaller === undefined || measurement.kind !== "deployment") return measurement;
    const check: Check = {
      what: "requests per resource",
      measured: requestsPerResource(measurement),
      atMost: requestsPerResource(smaller),
    };
    return { ...measurement, checks: [...measurement.checks, check] };
  });
}

function nextSmaller(
  { scenario, action }: Measurement,
  measurements: readonly Measurement[],
): Deployment | undefined {
  const name = OF_GROWING_SIZE[OF_GROWING_SIZE.indexOf(scenario) - 1];
  return measurements.find(
    (other): other is Deployment =>
      other.kind === "deployment" && other.scenario === name && other.action === action,
  );
}

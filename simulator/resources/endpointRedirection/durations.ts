import type { DurationRange } from "../../settings";

/** Durations of operations on endpoint redirections, in simulated seconds. */
export interface EndpointRedirectionDurations {
  /** @default [30, 150] */
  endpointRedirectionCreate: DurationRange;
  /** @default [30, 150] */
  endpointRedirectionRevert: DurationRange;
}

export const endpointRedirectionDurations: EndpointRedirectionDurations = {
  endpointRedirectionCreate: [30, 150],
  endpointRedirectionRevert: [30, 150],
};

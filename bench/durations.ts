import type { DurationRange, Durations } from "../simulator";
import { DEFAULT_DURATIONS } from "../simulator";

const always = (seconds: number): DurationRange => [seconds, seconds];
const names = Object.keys(DEFAULT_DURATIONS) as (keyof Durations)[];

/** Durations of the simulator by name, in simulated seconds. */
const each = (durationOf: (name: keyof Durations) => DurationRange): Durations =>
  Object.fromEntries(names.map((name) => [name, durationOf(name)])) as unknown as Durations;

/**
 * The orders of magnitude of the real service, each always its mean: a task 5.5 s, a subscription 1050 s, a database
 * 120 s. A bound that knows what was drawn for each single thing is out of reach for anyone who cannot know it
 * in advance; with equal durations such knowledge has no advantage, and the ratio depends on the client alone.
 */
export const REALISTIC: Durations = {
  ...each((name) => always((DEFAULT_DURATIONS[name][0] + DEFAULT_DURATIONS[name][1]) / 2)),
  visibility: DEFAULT_DURATIONS.visibility,
};

/** The simulator's default: drawn at random, repeatably for a seed. */
export const DRAWN: Durations = DEFAULT_DURATIONS;

/**
 * A server that answers almost at once: a task takes 0.5 s, every update 1 s, all else 3 s; IDs are known at once.
 * The vendor's Terraform provider, 2.11.0, took 811 s to apply a subscription with ten databases to it, and 384 s to
 * destroy them.
 */
export const FAST: Durations = {
  ...each((name) => always(name.endsWith("Update") ? 1 : 3)),
  taskProcessing: always(0.5),
  visibility: always(0),
};

/** Zero durations: only the cost of the programs remains. */
export const IMMEDIATE: Durations = each(() => always(0));

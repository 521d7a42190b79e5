import { type Program, resourcesOf } from "../driver/program";
import { IMMEDIATE } from "../durations";
import { type ExportedResource, Project } from "../engine/project";
import type { Measurement, Overhead, Size } from "../report/measurement";
import { SimulatedAccount } from "./account";
import type { Scenario } from "./scenario";
import type { Settings } from "./settings";

/** An odd number: one pair has the median ratio. */
const ROUNDS = 11;
const AT_MOST_OF_TRIVIAL = 1.2;
const MOST_STATE_BYTES = 6 * 1024;
/** Size of the serialized provider of a trivial resource, in characters, and its tolerance. */
const THIN = { characters: 258, tolerance: 10 };
/** The creation is not measured here; at this speed the provider's clock costs nothing. */
const TIME_SCALE = 60;

/** Seconds of two commands that ran one after the other. */
type Pair = Pick<Overhead, "ours" | "trivial">;

/**
 * The engine's own cost at a size: a preview, and an `up` that changes nothing, of our databases and of as many
 * trivial resources whose provider is as thin. They are measured in turns, and the pair with the median ratio counts: a
 * machine that becomes slower or faster does so for both of a pair.
 */
export const ownCost = (name: string, size: Program): Scenario => ({
  name,
  run: (settings) => run(name, size, settings),
});

async function run(
  scenario: string,
  size: Program,
  { seed, log }: Settings,
): Promise<readonly Measurement[]> {
  const rateLimit = Number.MAX_SAFE_INTEGER;
  const options = { durations: IMMEDIATE, pendingEvery: 0, timeScale: TIME_SCALE, rateLimit, seed };
  const account = await SimulatedAccount.open(options);
  const projects: Project[] = [];
  const project = async (program: "redisCloud" | "trivial") => {
    const env = program === "redisCloud" ? account.environment : {};
    const created = await Project.create({ program, size, timeScale: TIME_SCALE, env });
    projects.push(created);
    return created;
  };
  try {
    const [ours, trivial] = [await project("redisCloud"), await project("trivial")];
    for (const [name, each] of Object.entries({ ours, trivial })) {
      log(`  up of ${resourcesOf(size)} resources, ${name}: ${(await each.up()).seconds.toFixed(1)} s`);
    }
    const both = { ours: await ours.state(), trivial: await trivial.state() };
    insistOnThinness(both.trivial);
    const compared = async (action: "preview" | "upUnchanged", title: string): Promise<Overhead> => {
      const pairs: Pair[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { seconds } = await ours[action]();
        pairs.push({ ours: seconds, trivial: (await trivial[action]()).seconds });
      }
      log(`  ${title}, ours/trivial: ${pairs.map((pair) => ratioOf(pair).toFixed(2)).join(" ")}`);
      const median = medianPair(pairs);
      const check = { what: "ours/trivial", measured: ratioOf(median), atMost: AT_MOST_OF_TRIVIAL };
      return {
        kind: "overhead",
        scenario,
        action: title,
        resources: resourcesOf(size),
        ...median,
        checks: [check],
      };
    };
    return [
      await compared("preview", "preview"),
      await compared("upUnchanged", "no-op up"),
      stateSize(scenario, both.ours),
    ];
  } finally {
    for (const each of projects) each.dispose();
    account.close();
  }
}

const ratioOf = ({ ours, trivial }: Pair): number => ours / trivial;

function medianPair(pairs: readonly Pair[]): Pair {
  const [median] = pairs.toSorted((a, b) => ratioOf(a) - ratioOf(b)).slice(Math.floor(pairs.length / 2));
  if (median === undefined) throw new Error("nothing was measured");
  return median;
}

function stateSize(scenario: string, resources: readonly ExportedResource[]): Size {
  const databases = resources.filter(({ type }) => type.endsWith(":Database"));
  const bytes = Math.max(...databases.map((database) => Buffer.byteLength(JSON.stringify(database))));
  const check = { what: "bytes of state", measured: bytes, atMost: MOST_STATE_BYTES };
  return { kind: "size", scenario, action: "state of a database", bytes, checks: [check] };
}

/** @throws Error when the trivial resources are not comparable */
function insistOnThinness(resources: readonly ExportedResource[]): void {
  const lengths = resources.flatMap(({ inputs }) =>
    inputs?.__provider === undefined ? [] : [providerLength(inputs.__provider)],
  );
  const wrong = lengths.find((length) => Math.abs(length - THIN.characters) > THIN.tolerance);
  if (lengths.length === 0 || wrong !== undefined) {
    throw new Error(
      `the provider of a trivial resource has ${wrong} characters, not about ${THIN.characters}`,
    );
  }
}

/** Size of a serialized provider in characters; the state may contain it as a secret. */
const providerLength = (provider: unknown): number =>
  typeof provider === "string" ? provider.length : JSON.stringify(provider).length;

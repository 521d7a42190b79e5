/**
 * `npm run demo`: real Pulumi, a local Redis Cloud, from nothing to a database and back.
 *
 *   npm run demo               the whole demo; leaves a drawing of its first run
 *   npm run demo -- --keep     stops before the end, so that you can continue
 *   npm run demo -- --end      ends what --keep left
 */
import { parseArgs } from "node:util";
import { handleSignalsMyself } from "./cleanup.mjs";
import { endKept } from "./demo/kept.mjs";
import { Interrupted, interruptible } from "./demo/pulumi.mjs";
import { tell } from "./demo/story.mjs";
import { setUp } from "./setup.mjs";

const usage = "Usage: npm run demo [-- --keep | --end] [--time-scale <number>]";

async function main() {
  const { values } = parseArgs({
    options: {
      keep: { type: "boolean", default: false },
      end: { type: "boolean", default: false },
      "time-scale": { type: "string", default: "60" },
    },
  });
  const timeScale = Number(values["time-scale"]);
  if (!(timeScale > 0) || (values.keep && values.end)) throw new TypeError(usage);
  const { pulumiFolder } = await setUp();
  handleSignalsMyself();
  await interruptible(() =>
    values.end ? endKept(pulumiFolder) : tell({ pulumiFolder, timeScale, keep: values.keep }),
  );
}

try {
  await main();
} catch (error) {
  if (error instanceof Interrupted) {
    console.error("\nInterrupted. Nothing is left behind.");
    process.exit(130);
  }
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (error instanceof TypeError && "code" in error) console.error(usage);
  process.exit(1);
}

/**
 * `npm run pulumi -- <arguments>`: the Pulumi that tests and demo use, where none is installed.
 * While a demo is kept (`npm run demo -- --keep`) it sees that demo's stacks and its local Redis Cloud.
 */
import path from "node:path";
import { readSession, sessionEnvironment } from "./demo/kept.mjs";
import { runHere } from "./process.mjs";
import { setUp } from "./setup.mjs";

try {
  const { pulumiFolder } = await setUp({ log: console.error });
  const session = readSession();
  const env = {
    ...process.env,
    PATH: [pulumiFolder, process.env.PATH].join(path.delimiter),
    ...(session && sessionEnvironment({ ...session, pulumiFolder })),
  };
  // npm changes to the package's root; relative paths refer to the user's working directory.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.on("SIGINT", () => {}); // Pulumi receives it too, and decides
  process.exitCode = await runHere("pulumi", process.argv.slice(2), { cwd, env });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

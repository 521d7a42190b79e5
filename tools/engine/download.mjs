import { rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { repository } from "../paths.mjs";
import { runGroup } from "../process.mjs";
import { CLI_VERSION } from "./versions.mjs";

const INSTALLER = "https://get.pulumi.com/install.sh";
const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/** A separate process, since the Automation API's installer has no timeout and cannot be stopped. */
const program = `
  const { PulumiCommand } = require("@pulumi/pulumi/automation");
  const [root, version] = process.argv.slice(1);
  PulumiCommand.install({ root, version, skipVersionCheck: true }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
`;

/**
 * Installs a Pulumi release with the Automation API's own installer.
 *
 * @param {string} root  gets a folder `bin`
 * @param {(line: string) => void} log
 * @param {Promise<void>} installed  resolves when `node_modules` is there
 * @returns {Promise<boolean>} false if the release cannot be downloaded
 */
export async function downloadEngine(root, log, installed) {
  const obstacle = await probe();
  if (obstacle) {
    log(`No download of Pulumi from here (${obstacle}).`);
    return false;
  }
  await installed;
  log(`Downloading Pulumi ${CLI_VERSION}, about 100 MB, once.`);
  const temporary = path.join(root, "tmp");
  await mkdir(temporary, { recursive: true });
  const { exitCode, output } = await runGroup(process.execPath, ["-e", program, root, CLI_VERSION], {
    cwd: repository,
    env: { ...process.env, TMPDIR: temporary },
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  rmSync(temporary, { recursive: true, force: true });
  if (exitCode !== 0) log(`The download failed: ${output.trim().split("\n").at(-1) || `exit ${exitCode}`}`);
  return exitCode === 0;
}

/** @returns {Promise<string | undefined>} the obstacle, if any; fails fast */
async function probe() {
  try {
    const response = await fetch(INSTALLER, {
      method: "HEAD",
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return response.ok ? undefined : `get.pulumi.com answers ${response.status}`;
  } catch {
    return "get.pulumi.com does not answer";
  }
}

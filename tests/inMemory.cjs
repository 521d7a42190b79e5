const { execFileSync } = require("node:child_process");
const { rmSync, statfsSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4 * 2 ** 30;

/**
 * Keeps temporary files in memory where there is room: journals and states are flushed to disk on each write. For the
 * configuration of jest: the environment that a test file sees is a copy, which Node's own modules do not read.
 */
exports.keepTemporaryFilesInMemory = () => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH_BYTES) return;
    insistOnExecution(MEMORY);
    process.env.TMPDIR = MEMORY;
  } catch {
    // Only Linux has it, and some containers do not let files in it be executed, which tests of the package do.
  }
};

/** @param {string} folder */
function insistOnExecution(folder) {
  const script = path.join(folder, `pulumi-redis-cloud-${process.pid}`);
  try {
    writeFileSync(script, "#!/bin/sh\n", { mode: 0o700 });
    execFileSync(script);
  } finally {
    rmSync(script, { force: true });
  }
}

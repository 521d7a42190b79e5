/** Keeps temporary files in memory where there is room: journals and state files are flushed to disk on each write. */
const { statfsSync } = require("node:fs");

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 ** 30;

try {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize > ENOUGH_BYTES) process.env.TMPDIR = MEMORY;
} catch {
  // only Linux has it
}

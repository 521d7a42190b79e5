/** Temporary files of a test file are in memory where there is room: journals and states are synchronized with the disk. */
const { statfsSync } = require("node:fs");

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 ** 30;

try {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize > ENOUGH_BYTES) process.env.TMPDIR = MEMORY;
} catch {
  // only Linux has it
}

const { execFileSync } = require("node:child_process");
const { rmSync, statfsSync, writeFileSync } = require("node:fs");
const { availableParallelism } = require("node:os");
const path = require("node:path");

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4 * 2 ** 30;

/**
 * Keeps temporary files in memory where there is room: journals and states are flushed to disk on each write. It is set
 * here, since the environment that a test file sees is a copy.
 */
function keepTemporaryFilesInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH_BYTES) return;
    insistOnExecution(MEMORY);
    process.env.TMPDIR = MEMORY;
  } catch {
    // Only Linux has it, and containers may not let files in it be executed, as tests of the package do.
  }
}

function insistOnExecution(folder) {
  const script = path.join(folder, `pulumi-redis-cloud-${process.pid}`);
  try {
    writeFileSync(script, "#!/bin/sh\n", { mode: 0o700 });
    execFileSync(script);
  } finally {
    rmSync(script, { force: true });
  }
}

keepTemporaryFilesInMemory();

/** What `got`, `https-proxy-agent`, `p-wait-for` and `p-throttle` bring: ES modules, which jest can only load as CommonJS. */
const esModules = [
  "@keyv/serialize",
  "@sec-ant/readable-stream",
  "@sindresorhus/is",
  "agent-base",
  "byte-counter",
  "cacheable-lookup",
  "cacheable-request",
  "decompress-response",
  "form-data-encoder",
  "get-stream",
  "got",
  "https-proxy-agent",
  "is-stream",
  "keyv",
  "lowercase-keys",
  "mimic-response",
  "normalize-url",
  "p-cancelable",
  "p-throttle",
  "p-wait-for",
  "parse-duration",
  "proxy-agent-negotiate",
  "responselike",
];

const kind = (displayName) => ({
  displayName,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  transform: { "^.+\\.[jt]s$": ["ts-jest", { tsconfig: "<rootDir>/tests/tsconfig.json" }] },
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${esModules.join("|")})/)`, "<rootDir>/dist/"],
  moduleNameMapper: {
    "^typescript$": "<rootDir>/tests/lazy/typescript.cjs",
    "^@npmcli/arborist$": "<rootDir>/tests/lazy/arborist.cjs",
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.pulumi-engine/"],
});

/** @type {import("jest").Config} */
module.exports = {
  projects: ["unit", "simulator", "console", "lifecycle", "engine", "chaos", "package"].map(kind),
  testTimeout: 300_000,
  // Those of the real engine wait half of the time.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A worker that played many random cases slows down, collecting garbage.
  workerIdleMemoryLimit: "500MB",
};

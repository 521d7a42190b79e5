const { availableParallelism } = require("node:os");
const path = require("node:path");
const { keepTemporaryFilesInMemory } = require("./tests/inMemory.cjs");
const { AUTOMATION, LAZY } = require("./tests/lazy/names.cjs");

keepTemporaryFilesInMemory();
// No folder can be there: a test that would use the user's own fails.
process.env.PULUMI_HOME = path.join(__filename, "home");

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

/** @param {string} name */
const exactly = (name) => `^${name.replaceAll(".", "\\.")}$`;

const lazyModules = {
  ...Object.fromEntries(LAZY.map((name) => [exactly(name), `<rootDir>/tests/lazy/modules/${name}.cjs`])),
  [exactly(AUTOMATION)]: "<rootDir>/tests/lazy/modules/automation.cjs",
  // Zod's messages in fifty languages.
  [exactly("../locales/index.cjs")]: "<rootDir>/tests/lazy/modules/locales.cjs",
};

const kind = (displayName) => ({
  displayName,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  transform: { "^.+\\.[jt]s$": ["ts-jest", { tsconfig: "<rootDir>/tests/tsconfig.json" }] },
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${esModules.join("|")})/)`, "<rootDir>/dist/"],
  moduleNameMapper: lazyModules,
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.pulumi-engine/"],
});

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    ...["unit", "simulator", "console", "engine", "chaos", "package"].map(kind),
    { ...kind("lifecycle"), globalSetup: "<rootDir>/tests/lifecycle/bundleStack.ts" },
  ],
  testTimeout: 300_000,
  // Those of the real engine wait half of the time.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A worker that played many random cases slows down, collecting garbage.
  workerIdleMemoryLimit: "1GB",
};

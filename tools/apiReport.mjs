/**
 * Reports of the public types in `api/`, one for each entry point that programs import: a change of what the package
 * promises is then seen in a diff.
 *
 *   node tools/apiReport.mjs          fails if the built declarations are not as the reports have them
 *   node tools/apiReport.mjs --write  writes the reports
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { repository } from "./paths.mjs";

/** The declarations of the entry points, by the name of the report. */
const ENTRY_POINTS = { provider: "dist/provider/index.d.ts", simulator: "dist/simulator/index.d.ts" };

const isWriting = process.argv.includes("--write");
const cache = path.join(repository, "node_modules", ".cache", "pulumi-redis-cloud", "api");

for (const [name, entry] of Object.entries(ENTRY_POINTS)) report(name, path.join(repository, entry));

/**
 * @param {string} name
 * @param {string} entry
 */
function report(name, entry) {
  if (!existsSync(entry)) throw new Error("Build the package first: npm run build");
  /** @type {string[]} */
  const problems = [];
  const { apiReportChanged } = Extractor.invoke(configOf(name, entry), {
    localBuild: isWriting,
    messageCallback: (message) => {
      if (message.category === "Compiler" && message.logLevel !== "none") problems.push(message.text);
      message.handled = true;
    },
  });
  if (apiReportChanged && !isWriting)
    problems.push(`The public types are not as api/${name}.api.md has them: npm run docs writes it.`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {string} entry
 */
function configOf(name, entry) {
  const compilerOptions = {
    target: "es2022",
    module: "node16",
    moduleResolution: "node16",
    lib: ["es2023"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
  };
  const silent = { default: { logLevel: "none" } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: repository,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
      apiReport: {
        enabled: true,
        reportFolder: path.join(repository, "api"),
        reportTempFolder: cache,
        reportFileName: name,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "warning" } },
        // Types that others are made of, such as `Args`, need no name of their own in programs.
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(repository, "package.json"),
  });
}

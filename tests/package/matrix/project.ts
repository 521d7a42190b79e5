import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../../engine/harness/engine";
import type { Cell, Language } from "./cells";
import { settingFiles } from "./packageManagers";

const DECLARATIONS = `
const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  cloudProviders: [{ regions: [{ region: "us-east-1" }] }],
});
const cache = new rediscloud.Database("cache", { subscriptionId: subscription.id, datasetSizeInGb: 1 });
`;

const AS_ES_MODULE = `import * as rediscloud from "pulumi-redis-cloud";
${DECLARATIONS}
export const endpoint = cache.publicEndpoint;
`;

const AS_COMMON_JS = `const rediscloud = require("pulumi-redis-cloud");
${DECLARATIONS}
exports.endpoint = cache.publicEndpoint;
`;

/** The Automation API: the program is a function of the process that deploys it. */
const INLINE = `import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import * as rediscloud from "pulumi-redis-cloud";

const program = async () => {
  ${DECLARATIONS}
  return { endpoint: cache.publicEndpoint };
};
const stack = await LocalWorkspace.createOrSelectStack(
  { stackName: "test", projectName: "shop", program },
  { projectSettings: { name: "shop", runtime: "nodejs", main: import.meta.dirname } },
);
const { outputs } = await stack.up();
console.log(JSON.stringify({ endpoint: outputs.endpoint.value }));
`;

/** The Automation API: the program is a folder, which has no packages of its own. */
const LOCAL = `import path from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";

const workDir = path.join(import.meta.dirname, "infrastructure");
const stack = await LocalWorkspace.createOrSelectStack({ stackName: "test", workDir });
const { outputs } = await stack.up();
console.log(JSON.stringify({ endpoint: outputs.endpoint.value }));
`;

interface Program {
  /** What runs. */
  readonly file: string;
  readonly text: string;
  /** Options of the runtime in `Pulumi.yaml`. */
  readonly runtime?: string;
  /** Where `Pulumi.yaml` is; nowhere for an inline program. */
  readonly pulumiFolder: string | undefined;
  /** The program of `Pulumi.yaml`, unless it is `file`. */
  readonly main?: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** The program, by its language. */
const PROGRAMS: Readonly<Record<Language, Program>> = {
  TypeScript: { file: "index.ts", text: AS_ES_MODULE, pulumiFolder: "." },
  tsx: {
    file: "index.ts",
    text: AS_ES_MODULE,
    runtime: '{ typescript: false, nodeargs: "--import tsx" }',
    pulumiFolder: ".",
  },
  CommonJS: { file: "index.js", text: AS_COMMON_JS, runtime: "{ typescript: false }", pulumiFolder: "." },
  "ES module": { file: "index.js", text: AS_ES_MODULE, runtime: "{ typescript: false }", pulumiFolder: "." },
  inline: { file: "index.mjs", text: INLINE, pulumiFolder: undefined },
  local: {
    file: "index.mjs",
    text: LOCAL,
    runtime: "{ typescript: false }",
    pulumiFolder: "infrastructure",
    main: "index.js",
    others: { "infrastructure/index.js": AS_COMMON_JS },
  },
};

/** Writes a project as a user has it who follows the documentation, except that the package is the tarball. */
export function writeProject(folder: string, cell: Cell, tarball: string): void {
  const { node, packageManager, language, typescript } = cell;
  const { file, text, runtime, pulumiFolder, main, others } = PROGRAMS[language];
  const { devDependencies } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));
  const dependencies = {
    "pulumi-redis-cloud": `file:${tarball}`,
    // Later ones need Node.js 22.
    "@pulumi/pulumi": node === 20 ? devDependencies["@pulumi/pulumi"] : "^3.200.0",
    ...(typescript && { typescript, "@types/node": `^${node}` }),
    ...(language === "tsx" && { tsx: "^4" }),
  };
  const type = language === "ES module" ? "module" : "commonjs";
  const files = {
    "package.json": JSON.stringify({
      name: "shop",
      version: "1.0.0",
      private: true,
      type,
      main: file,
      dependencies,
    }),
    [file]: text,
    ...(pulumiFolder && { [path.join(pulumiFolder, "Pulumi.yaml")]: pulumiYaml(runtime, main) }),
    ...others,
    ...settingFiles(packageManager),
    ...(typescript && {
      "tsconfig.json": readFileSync(path.join(repository, "template/tsconfig.json"), "utf8"),
    }),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** `main` is relative to the file; without it, that of the nearest package.json would run. */
const pulumiYaml = (options = "{}", main?: string) =>
  `name: shop\n${main ? `main: ${main}\n` : ""}runtime:\n  name: nodejs\n  options: ${options}\n`;

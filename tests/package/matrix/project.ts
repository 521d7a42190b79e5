import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../../engine/harness/engine";
import type { Cell, Language } from "./cells";

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

/** The program, by its language. */
const PROGRAMS: Readonly<Record<Language, { file: string; text: string; runtime?: string }>> = {
  TypeScript: { file: "index.ts", text: AS_ES_MODULE },
  tsx: { file: "index.ts", text: AS_ES_MODULE, runtime: '{ typescript: false, nodeargs: "--import tsx" }' },
  CommonJS: { file: "index.js", text: AS_COMMON_JS, runtime: "{ typescript: false }" },
  "ES module": { file: "index.js", text: AS_ES_MODULE, runtime: "{ typescript: false }" },
  inline: { file: "index.mjs", text: INLINE },
};

/** Writes a project as a user has it who follows the documentation, except that the package is the tarball. */
export function writeProject(folder: string, { node, language, typescript }: Cell, tarball: string): void {
  const { file, text, runtime } = PROGRAMS[language];
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
    ...(language !== "inline" && { "Pulumi.yaml": pulumiYaml(runtime) }),
    ...(typescript && {
      "tsconfig.json": readFileSync(path.join(repository, "template/tsconfig.json"), "utf8"),
    }),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
}

const pulumiYaml = (options = "{}") => `name: shop\nruntime:\n  name: nodejs\n  options: ${options}\n`;

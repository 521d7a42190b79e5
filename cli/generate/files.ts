import { packageVersion } from "../version";

/** Files of a Pulumi project besides its program. */
export function projectFiles(name: string): Readonly<Record<string, string>> {
  return {
    "Pulumi.yaml": `name: ${name}\nruntime: nodejs\ndescription: What a Redis Cloud account holds\n`,
    "package.json": json({
      name,
      private: true,
      main: "index.ts",
      dependencies: { "@pulumi/pulumi": "^3.200.0", "pulumi-redis-cloud": `^${packageVersion()}` },
      devDependencies: { "@types/node": ">=20.19.0", typescript: ">=5.9.3 <7" },
    }),
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2022",
        module: "node16",
        moduleResolution: "node16",
        strict: true,
        skipLibCheck: true,
        types: ["node"],
      },
      files: ["index.ts"],
    }),
  };
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

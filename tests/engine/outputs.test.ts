import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createProject, type PulumiProject, type RedisCloud, startRedisCloud } from "./harness";
import { OUTPUTS } from "./outputs";

let cloud: RedisCloud;
let project: PulumiProject;
let values: Record<string, unknown>;

/** A program for each output, which the compiler checks, and one that combines them. */
function writePrograms(folder: string): void {
  mkdirSync(path.join(folder, "uses"));
  for (const [index, { of, output, type }] of OUTPUTS.entries()) {
    const program = [
      'import type * as pulumi from "@pulumi/pulumi";',
      'import type * as rediscloud from "pulumi-redis-cloud";',
      `import { ${of} } from "../resources";`,
      `type Value = ${type};`,
      `export const value: pulumi.Output<Value> = ${of}.${output}.apply((value) => value);`,
    ];
    writeFileSync(path.join(folder, "uses", `use${index}.ts`), program.join("\n"));
  }
  const imports = OUTPUTS.map((_, index) => `import { value as value${index} } from "./uses/use${index}";`);
  const entries = OUTPUTS.map(({ of, output }, index) => `"${of}.${output}": value${index},`);
  writeFileSync(
    path.join(folder, "index.ts"),
    [...imports, "export const values = {", ...entries, "};"].join("\n"),
  );
}

beforeAll(async () => {
  cloud = await startRedisCloud();
  project = await createProject({ name: "outputs", program: "outputs", env: cloud.env });
  writePrograms(project.programFolder);
  await project.up([], { mustSucceed: true });
  values = (await project.outputs({ showSecrets: true })).values as typeof values;
});

afterAll(() => Promise.all([project?.dispose(), cloud?.close()]));

test.each(OUTPUTS)("$of: $output is what the API reports, a $type", ({ of, output, expected }) => {
  expect(values[`${of}.${output}`]).toEqual(expected);
});

test("dependents of outputs are unchanged while the outputs are, with or without a value", async () => {
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
});

test("nor do they change when a default is declared or removed, or an argument that stays is removed", async () => {
  await project.setConfig("edited", "true");
  await project.preview(["--expect-no-changes"], { mustSucceed: true });
  await project.up(["--expect-no-changes"], { mustSucceed: true });
  expect((await project.outputs({ showSecrets: true })).values).toEqual(values);
});

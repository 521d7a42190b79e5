import { existsSync } from "node:fs";
import { createProject, dynamicResources, type PulumiProject } from "./harness";

let project: PulumiProject;

beforeAll(async () => {
  project = await createProject({ name: "harness", program: "greeting" });
});

afterAll(() => project.dispose());

test("up creates a resource, and its outputs can be read", async () => {
  expect(await project.up()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("2 created") });
  expect(await project.outputs()).toEqual({ text: "Hello, world", password: "[secret]" });
  expect(await project.outputs({ showSecrets: true })).toMatchObject({ password: "secret of world" });
});

test("a preview without changes says so", async () => {
  expect(await project.preview(["--expect-no-changes"])).toMatchObject({ exitCode: 0 });
});

test("a change of the config is an update", async () => {
  await project.setConfig("to", "Redis");
  expect(await project.preview(["--expect-no-changes"])).not.toMatchObject({ exitCode: 0 });
  expect(await project.up()).toMatchObject({ stdout: expect.stringContaining("1 updated") });
  expect(await project.outputs()).toMatchObject({ text: "Hello, Redis" });
});

test("the exported state keeps secrets as ciphertext", async () => {
  const state = await project.exportState();
  expect(dynamicResources(state)).toMatchObject([{ id: "greeting" }]);
  expect(JSON.stringify(state)).not.toContain("secret of Redis");
});

test("destroy leaves no resource; dispose leaves no folder and no process", async () => {
  expect(await project.destroy()).toMatchObject({ exitCode: 0 });
  expect(dynamicResources(await project.exportState())).toEqual([]);
  await project.dispose();
  expect(project.processes()).toEqual([]);
  expect(existsSync(project.programFolder)).toBe(false);
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The files of the first stack of a test file, as the engine wrote them. */
let first: { readonly settings: string; readonly state: string } | undefined;

/**
 * Makes a stack in a project's folder. Only the first of a test file is made by the engine: the next ones are copies of
 * its files, which is faster.
 *
 * @param init makes it with the engine.
 */
export async function createStack(
  folder: string,
  stack: string,
  init: () => Promise<unknown>,
): Promise<void> {
  const project = projectIn(folder);
  const settings = path.join(folder, "program", `Pulumi.${stack}.yaml`);
  const state = path.join(folder, "backend/.pulumi/stacks", project, `${stack}.json`);
  if (first === undefined) {
    await init();
    first = { settings: readFileSync(settings, "utf8"), state: readFileSync(state, "utf8") };
    return;
  }
  mkdirSync(path.dirname(state), { recursive: true });
  writeFileSync(path.join(folder, "backend/.pulumi/meta.yaml"), "version: 1\n");
  writeFileSync(state, first.state.replace(/"organization\/[^"]+"/, `"organization/${project}/${stack}"`));
  writeFileSync(settings, first.settings);
}

function projectIn(folder: string): string {
  const yaml = readFileSync(path.join(folder, "program/Pulumi.yaml"), "utf8");
  const [, name = ""] = /^name: (.+)$/m.exec(yaml) ?? [];
  return name;
}

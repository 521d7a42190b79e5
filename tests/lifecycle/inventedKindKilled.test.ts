import { rmSync } from "node:fs";
import { completeProject, createFolder } from "../engine/harness/folder";
import { WIDGET as SIMULATED_WIDGET } from "../simulator/widget";
import { configOf, endSimulators, inAnotherProcess, redisCloud, submitted } from "./harness";
import { WidgetProject } from "./inventedKind/processes";
import { WIDGET } from "./widget";

/*
 * The invented kind in processes of its own, in real time: they are killed, and `reconcile` knows what they left.
 */

endSimulators();

let folder: string;
beforeEach(() => {
  folder = createFolder("widgets");
  completeProject("shop", `${folder}/program`);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A create that is killed with `SIGKILL` as soon as something enters this state. */
async function killedAt(kind: "task" | "widget", state: string) {
  const { simulator } = await redisCloud({
    kinds: [SIMULATED_WIDGET],
    timeScale: 20,
    durations: { taskProcessing: [20, 20], visibility: [0, 0] },
  });
  const project = await WidgetProject.create(folder, configOf(simulator));
  const { child, result } = project.startCreate();
  const isReached = () =>
    simulator.record.changes.some((change) => change.kind === kind && change.to === state);
  while (!isReached() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  expect(await result).toMatchObject({ exitCode: null, stderr: "" });
  return { simulator, project };
}

test.each([
  ["task", "received"],
  ["task", "processing-in-progress"],
  ["widget", "building"],
] as const)("a create that is killed when its %s is %s is taken up by the next run", async (kind, state) => {
  const { simulator } = await killedAt(kind, state);
  const next = inAnotherProcess(simulator);
  next.declare(WIDGET);
  const { id } = await next.up("Widget", "cog", { size: 1 });
  expect(submitted(simulator, "widgetCreateRequest")).toHaveLength(1);
  expect(simulator.record.remaining()).toMatchObject([{ kind: "widget", id: Number(id), to: "active" }]);
});

test("what a killed create left is listed by `reconcile`, and deleted on request", async () => {
  const { simulator, project } = await killedAt("widget", "building");
  await project.initStack();
  const [orphan] = simulator.record.remaining();
  const { stdout } = await project.reconcile("--json");
  expect(JSON.parse(stdout).orphans).toMatchObject([{ kind: "widget", id: orphan?.id, name: orphan?.name }]);
  expect(await project.reconcile("--delete", "--older-than", "0s")).toMatchObject({ exitCode: 0 });
  expect(simulator.record.remaining()).toEqual([]);
  expect(JSON.parse((await project.reconcile("--json")).stdout)).toMatchObject({ orphans: [] });
});

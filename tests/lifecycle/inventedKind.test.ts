import { contentsOf } from "../../cli/generate/contents";
import { programOf } from "../../cli/generate/program";
import { inventory } from "../../cli/inventory";
import { buildTimeline } from "../../cli/timeline/build";
import { openAccount } from "../../provider/lifecycle/openAccount";
import type { SimulatorOptions } from "../../simulator";
import { labelOf } from "../../timeline/rows";
import { WIDGET as SIMULATED_WIDGET } from "../simulator/widget";
import { endSimulators, failureOf, inAnotherProcess, redisCloud, submitted } from "./harness";
import { useVirtualTime } from "./virtualTime";
import { WIDGET } from "./widget";

/*
 * A kind that only this test declares goes through everything: that is the proof that nothing else knows kinds.
 */

useVirtualTime();
endSimulators();

async function widgets(options: SimulatorOptions = {}) {
  const cloud = await redisCloud({ kinds: [SIMULATED_WIDGET], ...options });
  cloud.stack.declare(WIDGET);
  const up = (name: string, args: object) => cloud.stack.up("Widget", name, args as never);
  return { ...cloud, up };
}

test("it is created, updated in place, replaced and destroyed", async () => {
  const { stack, simulator, up } = await widgets();
  const { id, outputs } = await up("cog", { size: 1 });
  expect(outputs).toMatchObject({ widgetId: Number(id), status: "active", size: 1 });
  expect(outputs.name).toMatch(/^cog-\w{12}$/);
  expect(await stack.preview("cog", { size: 1 })).toBe("same");
  expect(await stack.preview("cog", { size: 2 })).toBe("update");
  expect((await up("cog", { size: 2 })).id).toBe(id);
  expect(await stack.preview("cog", { size: 2, colour: "red" })).toBe("replace");
  expect((await up("cog", { size: 2, colour: "red" })).id).not.toBe(id);
  await stack.destroy("cog");
  expect(simulator.record.remaining()).toEqual([]);
});

test("bad arguments are refused before anything is submitted", async () => {
  const { simulator, up } = await widgets();
  expect((await failureOf(up("cog", { size: 0 }))).message).toContain("size: must be above 0");
  expect(simulator.record.writes()).toEqual([]);
});

test("a refresh shows what somebody else changed", async () => {
  const { stack, api, up } = await widgets();
  const { id, outputs } = await up("cog", { size: 1 });
  await api.send("PUT", `/widgets/${id}`, { name: outputs.name, size: 3 });
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  expect((await stack.refresh("cog"))?.inputs).toMatchObject({ size: 3 });
});

test("it is adopted, and its program generated", async () => {
  const { simulator, up } = await widgets();
  const { id } = await up("cog", { size: 1, name: "cog" });
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const account = openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url });
  expect(programOf(await contentsOf(account, [WIDGET]))).toContain(
    `new rediscloud.Widget("cog", {\n  adopt: '${id}',\n  name: 'cog',\n  size: 1\n});`,
  );
  expect(await inventory(account, [WIDGET], 0)).toMatchObject([{ id: Number(id), name: "cog" }]);
  const another = inAnotherProcess(simulator);
  another.declare(WIDGET);
  expect((await another.up("Widget", "mine", { adopt: id, name: "cog", size: 1 })).id).toBe(id);
});

test("a creation whose answer was lost, and whose run was killed, is taken up by the next run", async () => {
  const { simulator, up } = await widgets({
    faults: [{ fault: "reset-connection", when: "after", method: "POST", path: "/widgets", times: 1 }],
  });
  const { id } = await up("cog", { size: 1 });
  // The engine was killed before it learned of the resource.
  const next = inAnotherProcess(simulator);
  next.declare(WIDGET);
  expect((await next.up("Widget", "cog", { size: 1 })).id).toBe(id);
  expect(submitted(simulator, "widgetCreateRequest")).toHaveLength(1);
});

test("one whose provisioning fails stays in the state, and is replaced", async () => {
  const { stack, up } = await widgets({
    faults: [{ fault: "provisioning-error", kind: "widget", times: 1 }],
  });
  const { id, message, properties } = await failureOf(up("cog", { size: 1 }));
  expect(message).toContain("create widget");
  expect(message).toContain("provisioning-error");
  stack.held.set("cog", { type: "Widget", id, inputs: properties, outputs: properties, failed: true });
  expect(await stack.preview("cog", { size: 1 })).toBe("replace");
});

test("the timeline names it", async () => {
  const { simulator, up } = await widgets();
  await up("cog", { size: 1, name: "cog" });
  await up("cog", { size: 2, name: "cog" });
  const record = JSON.parse(JSON.stringify(simulator.record));
  const { rows, kinds } = buildTimeline([{ source: "simulator", record }], undefined, [WIDGET]);
  expect(rows.map((row) => labelOf(row, kinds))).toEqual(["widget cog", "update widget cog"]);
});

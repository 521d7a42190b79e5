import { simulateCommand } from "../../cli/simulate";
import { type FaultRule, randomFaults } from "../../simulator";
import { simulate, useVirtualTime } from "./client";

useVirtualTime();

test.each([
  ["an unknown fault", { fault: "earthquake" }, "faults.0.fault: there are refused-request, slow-answer,"],
  ["an unknown field", { fault: "reset-connection", when: "after", seconds: 3 }, 'faults.0: .*"seconds"'],
  ["a missing field", { fault: "reset-connection" }, "faults.0.when: "],
  ["a state no rule is about", { fault: "pending-subscription", taskState: "gone", seconds: 1 }, "taskState"],
  ["an impossible chance", { fault: "provisioning-error", probability: 2 }, "faults.0.probability: "],
  ["a path that begins with no slash", { fault: "slow-answer", seconds: 1, path: "tasks" }, "'/v1'"],
  [
    "a slip of the pen",
    { fault: "processing-error", error: "GENERAL_ERROR", commandType: "createDatabase" },
    "faults.0.commandType: fits none of .*databaseCreateRequest",
  ],
  ["no code", { fault: "processing-error", error: "it broke" }, "must be an error code"],
])("refuses %s with an explanation", async (_, rule, message) => {
  await expect(simulate({ faults: [rule as FaultRule] })).rejects.toThrow(new RegExp(message));
  const { simulator } = await simulate();
  expect(() => simulator.faults.add({ fault: "provisioning-error" }, rule as FaultRule)).toThrow(RangeError);
  expect(simulator.faults.rules).toEqual([]);
});

test("rules are tried in their order, and only the first that strikes does", async () => {
  const { api, simulator } = await simulate({
    faults: [
      { fault: "refused-request", status: 500, times: 1 },
      { fault: "refused-request", status: 503, times: 1 },
    ],
  });
  const statuses = [];
  for (let sent = 0; sent < 3; sent++) statuses.push((await api.get("/tasks")).status);
  expect(statuses).toEqual([500, 503, 200]);
  expect(simulator.record.faults).toHaveLength(2);
});

test("a rule strikes according to its probability, repeatably for a seed", async () => {
  const statuses = async (seed: number) => {
    const faults: FaultRule[] = [{ fault: "refused-request", status: 500, probability: 0.2 }];
    const { api } = await simulate({ seed, rateLimit: 1e6, faults });
    const statuses = [];
    for (let sent = 0; sent < 1000; sent++) statuses.push((await api.get("/tasks")).status);
    return statuses;
  };
  const once = await statuses(1);
  const struck = once.filter((status) => status === 500).length;
  expect(struck).toBeGreaterThan(150);
  expect(struck).toBeLessThan(250);
  expect(await statuses(1)).toEqual(once);
  expect(await statuses(2)).not.toEqual(once);
});

describe("the command line", () => {
  /** The rules that `--faults` results in. */
  const parsed = (text: string): FaultRule[] => {
    const command = simulateCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    command.parseOptions(["--faults", text]);
    return command.opts().faults;
  };

  test("accepts a probability, a rule, or a list of rules", () => {
    const rule: FaultRule = { fault: "reset-connection", when: "after", times: 1 };
    expect(parsed("0.01")).toEqual(randomFaults(0.01));
    expect(parsed(JSON.stringify(rule))).toEqual([rule]);
    expect(parsed(JSON.stringify([rule, rule]))).toEqual([rule, rule]);
  });

  test("explains invalid faults", () => {
    for (const text of ["soon", "2", '{"fault": "earthquake"}']) {
      expect(() => parsed(text)).toThrow(/Write it as JSON|faults\.0/);
    }
  });

  test("its help lists the faults", () => {
    let help = "";
    const writeOut = (text: string) => {
      help += text;
    };
    simulateCommand().configureOutput({ writeOut }).outputHelp();
    for (const { fault } of randomFaults(1)) expect(help).toContain(`"fault": "${fault}"`);
  });
});

test("random faults are rules of limited duration", async () => {
  const { simulator } = await simulate({ faults: randomFaults(0.01) });
  expect(simulator.faults.rules).toHaveLength(randomFaults(0.01).length);
  for (const rule of randomFaults(0.01)) {
    if (rule.fault === "provisioning-stall") expect(rule.seconds).toBeGreaterThan(0);
  }
});

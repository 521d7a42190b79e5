import { endSimulators } from "./harness";
import { created, forAll, imprudent, submittedTooEarly } from "./invariants";
import { destroy, inCompany } from "./schedule";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });
endSimulators();

test("whatever others do on the account, we never make a fourth subscription change, and nothing is created twice", async () => {
  await forAll(inCompany, async (played) => {
    const { simulator, stack, names } = played;
    expect(created(simulator.record)).toEqual([...names].sort());
    expect(names.filter((name) => stack.state(name).failed)).toEqual([]);
    await destroy(played);
    const ours = simulator.record.remaining().filter(({ name }) => !name.startsWith("foreign"));
    expect(ours).toEqual([]);
    expect(imprudent(played)).toEqual([]);
    expect(submittedTooEarly(played)).toEqual([]);
  });
});

import { endSimulators, refused } from "./harness";
import { created, forAll, imprudent, submittedTooEarly } from "./invariants";
import { alone, destroy } from "./schedule";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });
endSimulators();

test("alone on an account, at most three subscriptions change, nothing is refused, and nothing is created twice", async () => {
  await forAll(alone, async (played) => {
    const { simulator, stack, names } = played;
    expect(created(simulator.record)).toEqual([...names].sort());
    expect(names.map((name) => stack.state(name).outputs.status)).toEqual(names.map(() => "active"));
    await destroy(played);
    expect(simulator.record.remaining()).toEqual([]);
    expect(simulator.record.highestNonActiveSubscriptions()).toBeLessThanOrEqual(3);
    expect(imprudent(played)).toEqual([]);
    expect(submittedTooEarly(played)).toEqual([]);
    expect(refused(simulator)).toEqual([]);
    expect(simulator.record.requests.filter(({ status }) => status === 429)).toEqual([]);
  });
});

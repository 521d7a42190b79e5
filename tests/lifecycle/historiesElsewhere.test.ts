import { playAll } from "./histories/forAll";
import { ofNewElsewhere } from "./histories/history";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 1200 });

test("the next run on another machine: what the one before created is found by its name, and not made twice", async () => {
  const { crashes, faults, journalFiles } = await playAll(ofNewElsewhere);
  expect(Math.min(crashes, faults, journalFiles)).toBeGreaterThan(0);
});

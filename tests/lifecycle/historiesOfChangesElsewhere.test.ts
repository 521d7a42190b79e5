import { playAll } from "./histories/forAll";
import { ofExistingElsewhere } from "./histories/history";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 1200 });

test("changes on another machine: nothing is lost, doubled or left over, and nobody has to help", async () => {
  const { crashes, faults, journalFiles } = await playAll(ofExistingElsewhere);
  expect(Math.min(crashes, faults, journalFiles)).toBeGreaterThan(0);
});

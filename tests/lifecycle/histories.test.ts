import { playAll } from "./histories/forAll";
import { ofNew } from "./histories/history";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 1200 });

test("crashes and faults while it comes to be: nothing is lost, doubled or left over, and nobody has to help", async () => {
  const { crashes, faults, journalFiles } = await playAll(ofNew);
  expect(Math.min(crashes, faults, journalFiles)).toBeGreaterThan(0);
});

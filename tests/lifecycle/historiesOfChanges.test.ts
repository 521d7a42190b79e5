import { playAll } from "./histories/forAll";
import { ofExisting } from "./histories/history";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 1200 });

test("crashes and faults while it is changed: nothing is lost, doubled or left over, and nobody has to help", async () => {
  const { crashes, faults, journalFiles } = await playAll(ofExisting);
  expect(Math.min(crashes, faults, journalFiles)).toBeGreaterThan(0);
});

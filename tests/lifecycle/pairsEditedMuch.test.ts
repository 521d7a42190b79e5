import { playPairs } from "./pairs/play";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });

test("up P, then no change; quite another Q changes at the server what its preview lists, which then holds Q", () =>
  playPairs("great"));

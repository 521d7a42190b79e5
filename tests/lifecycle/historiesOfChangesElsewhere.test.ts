import { ofExistingElsewhere } from "./histories/history";
import { playAll } from "./histories/playAll";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });

test("changes on another machine: nothing is lost, doubled or left over, and nobody has to help", () =>
  playAll(ofExistingElsewhere));

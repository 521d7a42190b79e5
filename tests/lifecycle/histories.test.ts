import { ofNew } from "./histories/history";
import { playAll } from "./histories/playAll";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });

test("crashes and faults while it comes to be: nothing is lost, doubled or left over, and nobody has to help", () =>
  playAll(ofNew));

import { ofExisting } from "./histories/history";
import { playAll } from "./histories/playAll";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });

test("crashes and faults while it is changed: nothing is lost, doubled or left over, and nobody has to help", () =>
  playAll(ofExisting));

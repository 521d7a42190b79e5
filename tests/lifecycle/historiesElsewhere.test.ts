import { ofNewElsewhere } from "./histories/history";
import { playAll } from "./histories/playAll";
import { useVirtualTime } from "./virtualTime";

useVirtualTime({ realSecondsPerTest: 3600 });

test("the next run on another machine: what the one before created is found by its name, and not made twice", () =>
  playAll(ofNewElsewhere));

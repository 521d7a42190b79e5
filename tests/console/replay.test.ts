import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { type Replay, startReplay } from "../../simulator/console/replay";
import { temporaryDirectory } from "../simulator/client";
import { describeInBrowser, openConsole, openPage, startWithConsole, useBrowser } from "./browser";
import { deploy } from "./deployment";

const folder = temporaryDirectory();
let replay: Replay | undefined;

afterEach(() => replay?.close());

/** The record of a run with two subscriptions and six databases, one of which failed. */
async function record(): Promise<object> {
  const simulator = await startWithConsole({ timeScale: 3000 });
  await deploy(simulator, { subscriptions: 2, databases: 6 });
  return JSON.parse(JSON.stringify(simulator.record));
}

const seek = (slider: Locator, to: "Home" | "End") => slider.press(to);

describeInBrowser("the replay of a record", () => {
  useBrowser();

  test("shows the run at any time of it, forwards and backwards", async () => {
    replay = await startReplay(await record(), 0);
    const page = await openPage(replay.consoleUrl);
    await page.getByRole("button", { name: "Pause" }).click();
    const slider = page.getByRole("slider", { name: "Time of the record" });
    await seek(slider, "Home");
    await page.getByText("No subscription exists at this time").waitFor();
    await seek(slider, "End");
    await page.locator(".row .state.ready").nth(5).waitFor();
    await page.getByText("finished, with its critical path").waitFor();
    expect(await page.locator(".drawing").textContent()).toMatch(/6 operations in/);
    await seek(slider, "Home");
    await page.getByText("No subscription exists at this time").waitFor();
    // From change to change, until the first subscription is there.
    const step = page.getByRole("button", { name: "Step" });
    while (await page.locator(".card").first().isHidden()) await step.click();
    expect(await page.locator(".card").first().textContent()).toContain("shop-1");
    // A replay changes nothing: there is nothing to click that could.
    expect(await page.getByRole("button", { name: "Reset" }).count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Faults" }).count()).toBe(0);
  });

  test("a record that is opened in the console of a running simulator is replayed there, and left again", async () => {
    const file = join(folder, "run.json");
    writeFileSync(file, JSON.stringify(await record()));
    const { page } = await openConsole();
    await page.getByLabel("Replay a record").setInputFiles(file);
    await page.getByText("replay of a record").waitFor();
    await page.locator(".row .state.ready").nth(5).waitFor({ timeout: 90_000 });
    await page.getByRole("button", { name: "Back to the simulator" }).click();
    await page.getByText("Nothing is here yet").waitFor();
  });

  test("a file that is no record is refused with its name", async () => {
    const file = join(folder, "other.json");
    writeFileSync(file, "{}");
    const { page } = await openConsole();
    await page.getByLabel("Replay a record").setInputFiles(file);
    await page.locator(".notice.failed").getByText("other.json is no simulator's record").waitFor();
  });
});

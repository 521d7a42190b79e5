import type { Page } from "playwright-core";
import type { Simulator } from "../../simulator";
import { describeInBrowser, openConsole, picture, startWithConsole, useBrowser } from "./browser";
import { deploy } from "./deployment";

const SIZE = { subscriptions: 20, databases: 1000 };
/** The processing of tasks one after the other takes most of the run, whatever the machine does. */
const OPTIONS = { timeScale: 300, pendingEvery: 0, rateLimit: 1_000_000 };

const MEASURE = `
  window.work = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.work.push(duration);
  }).observe({ type: "longtask" });
  window.frames = [];
  let last = performance.now();
  const frame = (now) => { window.frames.push(now - last); last = now; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
`;

/** Runs a deployment; returns how much simulated time it took. */
async function timed(simulator: Simulator): Promise<number> {
  const start = simulator.now();
  await deploy(simulator, SIZE);
  const { changes } = simulator.record;
  return (changes.at(-1)?.at ?? 0) - start;
}

async function frames(page: Page): Promise<{ frames: number[]; work: number[] }> {
  return (await page.evaluate("({ frames: window.frames, work: window.work })")) as {
    frames: number[];
    work: number[];
  };
}

describeInBrowser("the console at 20 subscriptions and 1,000 databases", () => {
  useBrowser();

  // Its speed is printed and not checked: on a machine that others use, it says little about the page.
  test("shows the whole run", async () => {
    const alone = await timed(await startWithConsole(OPTIONS));
    const { simulator, page } = await openConsole(OPTIONS);
    await page.evaluate(MEASURE);
    const watched = await timed(simulator);
    await page.getByText("finished, with its critical path").waitFor({ timeout: 60_000 });
    const measured = await frames(page);
    await picture(page, "scale");
    expect(await page.locator(".card .row .state.ready").count()).toBe(1000);
    const sorted = measured.frames.sort((one, other) => one - other);
    const [median = 0, late = 0] = [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)]);
    const [longest] = sorted.slice(-1);
    const result = { ratio: watched / alone, median, late, longest, longTasks: measured.work.length };
    console.log(JSON.stringify(result));
  });
});

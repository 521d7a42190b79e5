import { Feed } from "../../simulator/console/feed";
import { describeInBrowser, openConsole, picture, useBrowser } from "./browser";
import { deploy } from "./deployment";
import { traceTasks } from "./trace";

const SIZE = { subscriptions: 20, databases: 1000 };
/** The processing of tasks one after the other takes most of the run, whatever the machine does. */
const OPTIONS = { timeScale: 300, pendingEvery: 0, rateLimit: 1_000_000 };

/** Measures the CPU time, in milliseconds, that the simulator spends on the page's events. */
function measureFeed(): { cpuMs: number; events: number } {
  const spent = { cpuMs: 0, events: 0 };
  const prototype = Feed.prototype as unknown as { send(): void };
  const { send } = prototype;
  jest.spyOn(prototype, "send").mockImplementation(function (this: Feed) {
    const start = process.cpuUsage();
    send.call(this);
    const { user, system } = process.cpuUsage(start);
    spent.cpuMs += (user + system) / 1000;
    spent.events += 1;
  });
  return spent;
}

describeInBrowser("the console at 20 subscriptions and 1,000 databases", () => {
  useBrowser();

  // Times are CPU times: on a machine that others use, the real ones say more about those others. What the page costs
  // the run is what the simulator spends on it; at worst, every millisecond of that delays the run. Others still add to
  // CPU times, by sharing caches and cores, so the limits have to hold in one of three runs.
  test("shows the whole run: no frame takes 50 ms, and the run is not slowed down by 2 %", async () => {
    let measured = await measureRun();
    for (let run = 2; run <= 3 && !isFast(measured); run++) measured = await measureRun();
    expect(measured.frames).toBeGreaterThan(100);
    expect(measured.slowFrameMs).toBeLessThan(SLOWEST_FRAME_MS);
    expect(measured.slowdown).toBeLessThan(MOST_SLOWDOWN);
  }, 600_000);
});

const SLOWEST_FRAME_MS = 50;
const MOST_SLOWDOWN = 1.02;

const isFast = ({ slowFrameMs, slowdown }: { slowFrameMs: number; slowdown: number }): boolean =>
  slowFrameMs < SLOWEST_FRAME_MS && slowdown < MOST_SLOWDOWN;

/** Watches a run to its end, with all that it made in sight. */
async function measureRun() {
  const { simulator, page } = await openConsole(OPTIONS);
  const feed = measureFeed();
  const tracing = await traceTasks(page);
  const start = performance.now();
  await deploy(simulator, SIZE);
  const durationMs = performance.now() - start;
  await page.getByText("finished, with its critical path").waitFor({ timeout: 60_000 });
  const tasks = await tracing.end();
  await picture(page, "scale");
  jest.restoreAllMocks();
  const measured = { ...tasks, ...feed, durationMs, slowdown: 1 + feed.cpuMs / durationMs };
  console.log(JSON.stringify(measured));
  await page.getByText("20 subscriptions, 1000 resources in them").waitFor();
  await page.evaluate("for (const button of document.querySelectorAll('.rest button')) button.click()");
  await page.locator(".card .row .state.ready").nth(999).waitFor({ state: "attached" });
  await page.close();
  return measured;
}

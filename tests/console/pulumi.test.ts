import type { PulumiProject } from "../engine/harness";
import { createProject, type RedisCloud, startRedisCloud } from "../engine/harness";
import { describeInBrowser, openPage, picture, useBrowser } from "./browser";
import { inState, pauseWhen } from "./moments";

let cloud: RedisCloud;
let project: PulumiProject;

afterEach(() => Promise.all([project?.dispose(), cloud?.close()]));

describeInBrowser("the console during a `pulumi up`", () => {
  useBrowser();

  test("shows 4 subscriptions and 20 databases from start to end", async () => {
    cloud = await startRedisCloud({ console: true, timeScale: 60, seed: 4 });
    const { simulator } = cloud;
    project = await createProject({ name: "console", program: "twenty-databases", env: cloud.env });
    const page = await openPage(simulator.consoleUrl ?? "", { height: 1000 });
    const run = project.up([], { mustSucceed: true });
    const goOn = await pauseWhen(simulator, () => inState(simulator, "subscription", "pending") === 3);
    await page.locator(".place.taken").nth(2).waitFor();
    await page.locator(".drawing", { hasText: "3 operations in" }).waitFor();
    await picture(page, `up-start`);
    await goOn();
    const finish = await pauseWhen(simulator, () => inState(simulator, "database", "active") >= 10);
    await page.locator(".row .state.ready").nth(9).waitFor();
    await picture(page, `up-middle`);
    await finish();
    await run;
    await page.getByText("finished, with its critical path").waitFor();
    expect(await page.locator(".card").count()).toBe(4);
    expect(await page.locator(".card .row .state.ready").count()).toBe(20);
    expect(await page.locator(".drawing").textContent()).toContain("Critical path:");
    await picture(page, `up-end`);
  });
});

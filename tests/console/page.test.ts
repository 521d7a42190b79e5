import { setTimeout as sleep } from "node:timers/promises";
import { clientOf, subscriptionRequest } from "../simulator/client";
import { describeInBrowser, openConsole, picture, useBrowser } from "./browser";
import { deploy } from "./deployment";
import { inState, pauseWhen } from "./moments";

describeInBrowser("the console's page", () => {
  useBrowser();

  test("shows a run from its start to its end: queue, places, states, endpoints, timeline and critical path", async () => {
    const { simulator, page } = await openConsole({ timeScale: 300 });
    await page.getByText("Nothing is here yet").waitFor();
    await picture(page, "empty");
    const run = deploy(simulator, { subscriptions: 4, databases: 20 });
    const goOn = await pauseWhen(simulator, () => inState(simulator, "subscription", "pending") === 3);
    await page.locator(".place.taken").nth(2).waitFor();
    await page.locator(".drawing", { hasText: "3 operations in" }).waitFor();
    await picture(page, "start");
    await goOn();
    const goFurther = await pauseWhen(
      simulator,
      () => inState(simulator, "task", "processing-in-progress") === 1,
    );
    await page.locator(".current .task").waitFor();
    await goFurther();
    const finish = await pauseWhen(simulator, () => inState(simulator, "database", "active") >= 11);
    await page.locator(".row .state.ready").nth(10).waitFor();
    await picture(page, "middle");
    await finish();
    await run;
    await page.locator(".drawing", { hasText: /20 operations in/ }).waitFor();
    await page.getByText("finished, with its critical path").waitFor();
    await picture(page, "end");
    expect(await page.locator(".card").count()).toBe(4);
    expect(await page.locator(".card .row .state.ready").count()).toBe(20);
    expect(await page.locator(".drawing svg path.critical").last().getAttribute("d")).toMatch(/^M.*H/);
    const bar = page.locator(".drawing svg g.row rect.v").first();
    await bar.hover();
    expect(await bar.locator("title").textContent()).toMatch(
      /^subscription .*\nprovisioning: .*, from .* to /,
    );
    await page.getByRole("button", { name: "Copy the public endpoint of" }).first().click();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^redis-\d+\.c\d+\..*:\d+$/);
  });

  test("pauses, and steps from change to change", async () => {
    const { simulator, page } = await openConsole({ timeScale: 10 });
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("simulated time stands still").waitFor();
    await clientOf(simulator).post("/subscriptions", subscriptionRequest());
    await page.locator(".current .task").waitFor();
    await sleep(1000);
    expect(await page.locator(".card").count()).toBe(0);
    const now = simulator.now();
    await page.getByRole("button", { name: "Step" }).click();
    await page.getByRole("article", { name: "Subscription shop" }).getByText("pending").waitFor();
    expect(simulator.now()).toBeGreaterThan(now);
    await page.getByRole("button", { name: "Step" }).click();
    await page.locator(".card > header .state.ready").waitFor();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    expect(simulator.now()).toBeGreaterThan(now);
  });

  test("lets the timeline grow between two changes, too", async () => {
    const { simulator, page } = await openConsole({ timeScale: 10 });
    await clientOf(simulator).post("/subscriptions", subscriptionRequest());
    await page.locator(".card > header", { hasText: "pending" }).waitFor();
    const drawing = page.locator(".drawing", { hasText: "1 operation in" });
    await drawing.locator("path, rect").first().waitFor();
    const before = await drawing.textContent();
    const changes = simulator.record.changes.length;
    await page.locator(".drawing", { hasNotText: before ?? "" }).waitFor();
    expect(simulator.record.changes).toHaveLength(changes);
  });

  test("changes the speed of time", async () => {
    const { simulator, page } = await openConsole({ timeScale: 1 });
    await page.getByLabel("Speed").selectOption("3600");
    await page.getByText("simulated time, × 3600").waitFor();
    const now = simulator.now();
    await sleep(500);
    expect(simulator.now() - now).toBeGreaterThan(1000 * 1000);
  });

  test("lets the next request fail, shows it among the requests, and copies it as a command line", async () => {
    const { simulator, page } = await openConsole();
    await page.getByRole("button", { name: "Next request: 503" }).click();
    await page.getByText("refused-request").waitFor();
    const api = clientOf(simulator);
    expect((await api.get("/subscriptions")).status).toBe(503);
    expect((await api.get("/subscriptions")).status).toBe(200);
    await page.getByLabel("Status", { exact: true }).selectOption("fault");
    const row = page.getByRole("button", { name: "GET /subscriptions" });
    await row.waitFor();
    expect(await page.locator(".request").count()).toBe(1);
    await row.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("struck by refused-request").waitFor();
    await dialog.getByText("Service Unavailable").waitFor();
    await dialog.getByRole("button", { name: "Copy as curl" }).click();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("curl -X GET 'http://127.0.0.1");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".rule").getByText("done").waitFor();
    await page.getByRole("button", { name: "Remove rule" }).click();
    await page.locator(".rule").waitFor({ state: "detached" });
    expect(simulator.faults.rules).toEqual([]);
  });

  test("adds a rule as JSON, switches it off, and says what is wrong with another one", async () => {
    const { simulator, page } = await openConsole();
    await page.getByText("Add a rule").click();
    const field = page.getByLabel("Fault rule as JSON");
    await field.fill('{"fault": "refused-request", "status": 500}');
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".rule input").uncheck();
    await page.locator(".rule.off").waitFor();
    expect((await clientOf(simulator).get("/tasks")).status).toBe(200);
    await field.fill('{"fault": "refused-request", "status": 418}');
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".notice.failed").getByText("status").waitFor();
  });

  test("accepts a peering as the other side", async () => {
    const { simulator, page } = await openConsole({ timeScale: 3000 });
    await deploy(simulator, { subscriptions: 1, databases: 1 });
    const api = clientOf(simulator);
    const [{ id }] = (await api.get("/subscriptions")).body.subscriptions;
    await api.post(`/subscriptions/${id}/peerings`, {
      region: "us-east-1",
      awsAccountId: "123456789012",
      vpcId: "vpc-00000000000000001",
      vpcCidr: "10.10.0.0/16",
    });
    await page.getByText("pending acceptance").waitFor();
    await page.getByRole("button", { name: /^accept/ }).click();
    await page.locator(".card .row", { hasText: "vpc-" }).getByText("active").waitFor();
    expect(await page.getByRole("button", { name: /^accept/ }).count()).toBe(0);
  });

  test("asks before it resets an account, and then shows an empty one", async () => {
    const { simulator, page } = await openConsole({ timeScale: 3000 });
    await deploy(simulator, { subscriptions: 1, databases: 2 });
    await page.locator(".row .state.ready").nth(1).waitFor();
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    expect(await page.locator(".card").count()).toBe(1);
    await page.getByRole("button", { name: "Reset…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reset", exact: true }).click();
    await page.getByText("Nothing is here yet").waitFor();
    expect((await clientOf(simulator).get("/subscriptions")).body.subscriptions ?? []).toEqual([]);
    await page.getByText("The first task begins a timeline").waitFor();
  });

  test("shows no secret, whatever it shows", async () => {
    const { simulator, page } = await openConsole({
      timeScale: 3000,
      accounts: [{ apiKey: "planted-api-key", apiSecretKey: "planted-api-secret" }],
    });
    await deploy(simulator, { subscriptions: 1, databases: 1 });
    const api = clientOf(simulator);
    const [{ id }] = (await api.get("/subscriptions")).body.subscriptions;
    const body = { name: "cache", datasetSizeInGb: 1, password: "planted-db-password" };
    await api.post(`/subscriptions/${id}/databases`, body);
    await page.getByLabel("Method", { exact: true }).selectOption("other");
    await page.getByRole("button", { name: `POST /subscriptions/${id}/databases` }).click();
    await page.getByRole("dialog").getByText("••••••••").first().waitFor();
    expect(await page.content()).not.toContain("planted");
  });
});

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { clientOf } from "../simulator/client";
import { describeInBrowser, openConsole, picture, useBrowser } from "./browser";
import { deploy } from "./deployment";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds to be serious or critical. */
async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate("axe.run()")) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}: ${nodes[0]?.failureSummary}`);
}

describeInBrowser("the console's accessibility", () => {
  useBrowser();

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious in the %s theme, from empty to full",
    async (colorScheme) => {
      const { simulator, page } = await openConsole({ timeScale: 600 }, { colorScheme });
      expect(await seriousProblems(page)).toEqual([]);
      const run = deploy(simulator, { subscriptions: 4, databases: 48 });
      await page.locator(".row .state.busy").first().waitFor();
      expect(await seriousProblems(page)).toEqual([]);
      await run;
      await page.getByText("finished, with its critical path").waitFor();
      await page.getByRole("button", { name: "Next task fails" }).click();
      await page.locator(".rule").waitFor();
      await clientOf(simulator).get("/nowhere");
      await picture(page, `full-${colorScheme}`);
      expect(await seriousProblems(page)).toEqual([]);
      await page.locator(".request").first().click();
      await page.getByRole("dialog").getByRole("heading", { name: "Answer" }).waitFor();
      await picture(page, `request-${colorScheme}`);
      expect(await seriousProblems(page)).toEqual([]);
    },
  );

  test("the keyboard reaches everything, in the order of the page", async () => {
    const { page } = await openConsole();
    const reached: string[] = [];
    for (let count = 0; count < 30; count++) {
      await page.keyboard.press("Tab");
      reached.push(
        (await page.evaluate(
          "(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent ?? '').trim()",
        )) as string,
      );
    }
    const places = [
      "Pause",
      "Step",
      "Replay a record",
      "Export",
      "Load",
      "Reset",
      "Method",
      "Next request: 503",
    ].map((label) => reached.findIndex((one) => one.includes(label)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test("a narrow window shows everything in one column", async () => {
    const { page } = await openConsole({}, { width: 600, height: 900 });
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  });
});

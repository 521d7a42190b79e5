import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";

/** The browser of the tests: Debian's, or any other Chromium on the PATH. */
const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const executable = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find(isExecutable);

/** Where tests leave the pictures that they make. */
const PICTURES = join(__dirname, "../../.pulumi-engine/console");

/** Tests in a real browser; without one they are skipped, and say so. */
export const describeInBrowser: jest.Describe = executable
  ? describe
  : (((name: string, tests: () => void) => {
      describe.skip(`${name} (skipped: there is no chromium on the PATH)`, tests);
    }) as jest.Describe);

/** What a test opens, all of which ends with the test. */
export interface Opened {
  simulator: Simulator;
  page: Page;
}

let browser: Browser | undefined;
const open: { close(): Promise<unknown> }[] = [];
const problems: string[] = [];

/** Starts the browser for the tests of a file, and ends everything after each of them. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    // Nothing that a test did may leave an error in the page.
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
}

/** A simulator in real time, with a console, and without Redis servers. */
export async function startWithConsole(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({
    redis: false,
    seed: 1,
    console: true,
    timeScale: 600,
    ...options,
  });
  open.push(simulator);
  return simulator;
}

/** Opens a page. */
export async function openPage(
  url: string,
  options: { colorScheme?: "light" | "dark"; width?: number; height?: number } = {},
): Promise<Page> {
  const { colorScheme = "light", width = 1440, height = 900 } = options;
  const context = await (browser as Browser).newContext({
    viewport: { width, height },
    colorScheme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  open.push(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    // Answers with an error are shown to the visitor; the browser tells of them, too.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) problems.push(message.text());
  });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

/** Opens the console of a new simulator. */
export async function openConsole(
  options: SimulatorOptions = {},
  view: Parameters<typeof openPage>[1] = {},
): Promise<Opened> {
  const simulator = await startWithConsole(options);
  const page = await openPage(simulator.consoleUrl ?? "", view);
  await page.getByRole("heading", { name: "Task queue" }).waitFor();
  return { simulator, page };
}

/** Takes a picture of what the page shows. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

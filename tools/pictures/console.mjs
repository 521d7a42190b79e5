import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { isExecutable } from "../engine/locate.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const VIEW = { width: 1440, height: 1000 };
/** Of WebP, which takes half of what PNG does. */
const QUALITY = 0.85;
const LOOK_EVERY_MS = 100;

/** @returns {string} the browser: Debian's, or any other Chromium on the PATH */
export function findBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isExecutable);
  if (found === undefined)
    throw new Error("There is no chromium on the PATH, with which the console is shown.");
  return found;
}

/**
 * Takes a picture of a simulator's console while time stands still.
 *
 * @param {{ api: string, executable: string, file: string, isMoment: (state: any) => boolean }} options
 *   `api` is the simulator's base URL; `isMoment` is given `GET /console/api/state`
 */
export async function pictureOfConsole({ api, executable, file, isMoment }) {
  const origin = new URL(api).origin;
  const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: VIEW, colorScheme: "light" });
    await page.goto(`${origin}/console`);
    while (!isMoment(await (await fetch(`${origin}/console/api/state`)).json())) await sleep(LOOK_EVERY_MS);
    await setTime(origin, { paused: true });
    await sleep(1500);
    const png = await page.screenshot();
    await setTime(origin, { paused: false });
    writeFileSync(file, await webpOf(page, png));
  } finally {
    await browser.close();
  }
}

/**
 * Lets the browser convert a picture.
 *
 * @param {import("playwright-core").Page} page
 * @param {Buffer} png
 */
async function webpOf(page, png) {
  const convert = `(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${png.toString("base64")}";
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width, height: image.height });
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", ${QUALITY});
  })()`;
  await page.goto("about:blank");
  const url = /** @type {string} */ (await page.evaluate(convert));
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/**
 * @param {string} origin
 * @param {object} body
 */
const setTime = (origin, body) =>
  fetch(`${origin}/console/api/time`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

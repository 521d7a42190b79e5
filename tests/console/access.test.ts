import { request } from "node:http";
import { useVirtualTime } from "../simulator/client";
import { simulateWithConsole } from "./api";

useVirtualTime();

/** Status of a request over a socket, with any headers: those that browsers set, too. */
function statusOf(url: string, headers: Record<string, string>, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end();
  });
}

async function consoleOverSocket() {
  const { simulator } = await simulateWithConsole();
  const url = new URL(simulator.consoleUrl ?? "");
  return (path: string, headers: Record<string, string> = {}, method = "GET") =>
    statusOf(`${url.href}${path}`, headers, method);
}

test("names of this machine are answered, other ones are refused: a page can make its own name resolve to this machine", async () => {
  const status = await consoleOverSocket();
  for (const host of ["127.0.0.1:7070", "localhost", "[::1]:80"])
    expect(await status("/api/state", { host })).toBe(200);
  for (const host of [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:7070",
    "0.0.0.0:7070",
  ]) {
    for (const path of ["", "/page.js", "/api/state", "/api/events"])
      expect(await status(path, { host })).toBe(403);
  }
});

test("requests of pages of another origin are refused, whatever they are for", async () => {
  const status = await consoleOverSocket();
  const host = "127.0.0.1:7070";
  expect(await status("/api/time", { host, origin: `http://${host}` }, "POST")).toBe(200);
  for (const origin of ["https://evil.example", "http://127.0.0.1:3000", "http://localhost:7070", "null"]) {
    expect(await status("/api/state", { host, origin })).toBe(403);
    expect(await status("/api/time", { host, origin }, "POST")).toBe(403);
  }
  expect(
    await status("/api/state", { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
  ).toBe(403);
  expect(await status("/api/state", { host, "sec-fetch-site": "same-site" })).toBe(403);
  expect(await status("/api/state", { host, "sec-fetch-site": "same-origin" })).toBe(200);
});

test("nobody can put the page into a frame", async () => {
  const { simulator } = await simulateWithConsole();
  const response = await simulator.fetch(new Request(`${simulator.consoleUrl}/api/state`));
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

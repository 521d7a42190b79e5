import * as fc from "fast-check";
import { buildTimeline } from "../../cli/timeline/build";
import { drawHtml, drawSvg } from "../../timeline/drawing";
import { ticks } from "../../timeline/drawing/axis";
import { COLOURS } from "../../timeline/drawing/style";
import { escapeXml } from "../../timeline/drawing/xml";
import type { Operation } from "../../timeline/operation";
import { duration } from "../../timeline/summary";
import { operation } from "./timeline";

const timelineOf = (operations: readonly Operation[]) => buildTimeline([{ source: "provider", operations }]);

const run = (names: readonly string[]) =>
  timelineOf(
    names.map((name, index) =>
      operation(
        `${index}`,
        [
          [0, "waiting"],
          [index * 4 + 1, "waiting", "subscription 7 to be active"],
          [index * 4 + 2, "submitted"],
          [index * 4 + 3, "processing"],
          [index * 4 + 6, "processed"],
          [
            index * 4 + 100,
            index % 10 === 9 ? "failed" : "ready",
            index % 10 === 9 ? "a <reason>" : undefined,
          ],
        ],
        { name, kind: index % 51 === 0 ? "subscription" : "database" },
      ),
    ),
  );

/** Checks the XML rules that a drawing can break: nesting, quotes, characters. */
function insistOnXml(xml: string): void {
  const open: string[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|#39);/gy;
  for (const [text, end, name = "", , empty] of xml.matchAll(token)) {
    if (!text.startsWith("<") || empty) continue;
    if (end) expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
  expect(xml.replace(token, "").trim()).toBe("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
}

const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;

test("the drawing is standalone XML, with one row per operation, all four colours and the critical path", () => {
  const svg = drawSvg(run(["main", "cache", "queue"]));
  insistOnXml(svg);
  expect(count(svg, /<g class="row"/g)).toBe(3);
  for (const colour of Object.values(COLOURS)) expect(svg).toContain(colour);
  for (const name of ["q", "l", "p", "v"])
    expect(count(svg, new RegExp(`<rect class="${name}"`, "g"))).toBeGreaterThan(1);
  expect(svg).toMatch(/<path class="critical" d="M[^"]*H/);
  expect(svg).not.toMatch(/<script|href=|url\(|@import/);
  expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
});

test("the summary shows how long it took, and for what", () => {
  const svg = drawSvg(run(["main", "cache"]));
  expect(svg).toContain("2 operations in 1 min 44 s");
  expect(svg).toMatch(/Critical path: \d+ % provisioning, /);
  expect(svg).toContain(
    "database cache\nwaiting for a limit (subscription 7 to be active): 1 s, from 5 s to 6 s",
  );
});

test("names are written as text, whatever they contain", () => {
  const svg = drawSvg(run(["<script>alert(1)</script>", "a & \"b\" 'c'", "\u0000\u001b[31m\ud800"]));
  insistOnXml(svg);
  expect(svg).not.toContain("<script>");
  expect(svg).toContain("a &amp; &quot;b&quot; &#39;c&#39;");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      insistOnXml(`<text>${escapeXml(name)}</text>`);
    }),
  );
});

test("a thousand rows stay readable and of sane size", () => {
  const svg = drawSvg(run(Array.from({ length: 1020 }, (_, index) => `database-number-${index}`)));
  insistOnXml(svg);
  expect(count(svg, /<g class="row"/g)).toBe(1020);
  expect(svg.length).toBeLessThan(1_500_000);
  expect(Number(svg.match(/height="(\d+)"/)?.[1])).toBeLessThan(6000);
  // Labels of thin rows would overlap: only the subscriptions have one.
  expect(count(svg, /text-anchor="end">subscription/g)).toBe(20);
  expect(count(svg, /text-anchor="end">database/g)).toBe(0);
});

test("a page contains the same drawing", () => {
  const timeline = run(["main"]);
  const html = drawHtml(timeline);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain(drawSvg(timeline).trimEnd());
  expect(html).not.toContain("<script");
});

test("an operation that took no time at all can be drawn", () => {
  const moment = operation("moment", [
    [5, "submitted"],
    [5, "ready"],
  ]);
  expect(() => timelineOf([moment])).toThrow("contains no operations");
  insistOnXml(
    drawSvg(
      timelineOf([
        moment,
        operation("other", [
          [5, "submitted"],
          [6, "ready"],
        ]),
      ]),
    ),
  );
});

test("ticks are few, and at round values", () => {
  expect(ticks(21 * 60_000, 11).map(({ label }) => label)).toEqual(
    [
      "0",
      "2 min",
      "4 min",
      "6 min",
      "8 min",
      "10 min",
      "12 min",
      "14 min",
      "16 min",
      "18 min",
      "20 min",
    ].slice(0, 11),
  );
  expect(ticks(12_000, 11).at(-1)).toEqual({ at: 12_000, label: "12 s" });
  for (const length of [900, 61_000, 7_200_000, 40 * 86_400_000]) {
    expect(ticks(length, 11).length).toBeGreaterThan(2);
    expect(ticks(length, 11).length).toBeLessThanOrEqual(12);
  }
});

test("durations are human-readable", () => {
  const durations = [0, 350, 4200, 9960, 59_600, 90_000, 3_600_000, 7_500_000];
  expect(durations.map(duration)).toEqual([
    ...["0 ms", "350 ms", "4.2 s", "10 s", "1 min", "1 min 30 s", "1 h", "2 h 5 min"],
  ]);
});

test("of a part of the drawing only its rows are drawn, where they are in the whole one, without tooltips", () => {
  const timeline = run(Array.from({ length: 500 }, (_, index) => `db-${index}`));
  const rows = (svg: string) =>
    svg
      .split('<g class="row"')
      .slice(1)
      .map((row) => row.match(/<rect [^/>]*|<text.*?<\/text>|<path class="cross"[^/>]*/g));
  const [whole, part] = [drawSvg(timeline), drawSvg(timeline, { from: 526, to: 726 })];
  insistOnXml(part);
  // Thin rows are 4 pixels high, and begin below the heading, at 126.
  expect(rows(whole)).toHaveLength(500);
  expect(rows(part)).toEqual(rows(whole).slice(99, 150));
  expect(count(part, /<title>/g)).toBe(1);
  expect(part.match(/height="\d+"/)?.[0]).toBe(whole.match(/height="\d+"/)?.[0]);
  expect(rows(drawSvg(timeline, { from: 0, to: 126 }))).toEqual([]);
});

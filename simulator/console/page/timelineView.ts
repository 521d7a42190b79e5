import { drawSvg } from "../../../timeline/drawing";
import { tooltip } from "../../../timeline/drawing/bars";
import { layoutOf } from "../../../timeline/drawing/layout";
import type { Run } from "./timeline";

/** Distance from the end of the drawing, in pixels, within which it is followed as it grows. */
const NEAR_END = 80;

/** Narrowest drawing, in pixels; see `timeline.css`. */
const NARROWEST = 820;

/** Share of the window's height that it takes at most. */
const LARGEST_SHARE = 0.62;

/** What is drawn above and below of what is in sight, as a share of that. */
const MARGIN = 0.25;

/** The part of a run's drawing that is in sight: a run can have thousands of rows. */
export class TimelineView {
  private run: Run | undefined;
  /** Of the whole drawing, in pixels of the page. */
  private width = 0;
  private height = 0;
  /** Pixels of the page per pixel of the drawing. */
  private scale = 1;
  private drawn = { from: 0, to: 0 };
  private top = 0;
  private isAtEnd = true;

  /** @param section the element that contains the drawing, and scrolls it */
  constructor(private readonly section: HTMLElement) {
    section.addEventListener("pointerover", ({ target }) => this.explain(target as Element));
    window.addEventListener("resize", () => {
      this.measure();
      this.show(this.run);
    });
  }

  show(run: Run | undefined): void {
    this.run = run;
    if (!run) {
      this.section.replaceChildren();
      this.isAtEnd = true;
      return;
    }
    if (this.width === 0) this.measure();
    const { width, height } = layoutOf(run.timeline);
    this.scale = this.width / width;
    this.height = height * this.scale;
    // Known before it is laid out, so that nothing else is laid out again with it.
    this.section.style.height = `${Math.ceil(this.visibleHeight)}px`;
    if (!run.growing) this.top = 0;
    else if (this.isAtEnd) this.top = Math.max(0, this.height - this.visibleHeight);
    this.draw();
    this.section.scrollTop = this.top;
  }

  /** The visitor, or a drawing, has scrolled it. */
  scroll(): void {
    this.top = this.section.scrollTop;
    this.isAtEnd = this.height - this.top - this.visibleHeight < NEAR_END;
    const { from, to } = this.drawn;
    const [first, last] = [Math.max(0, this.top), Math.min(this.height, this.top + this.visibleHeight)];
    if (first < from * this.scale || last > to * this.scale) this.draw();
  }

  /** Gives the bar under the pointer its tooltip: with one each, there would be three times as much to draw. */
  private explain(bar: Element): void {
    const group = bar.closest<SVGGElement>("rect")?.closest<SVGGElement>("[data-row]");
    if (!this.run || !group || bar.firstChild) return;
    const row = this.run.timeline.rows[Number(group.dataset.row)];
    const segment = row?.segments[[...group.querySelectorAll("rect")].indexOf(bar as SVGRectElement)];
    if (!row || !segment) return;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = tooltip(row, segment, this.run.timeline);
    bar.append(title);
  }

  private get visibleHeight(): number {
    return Math.min(this.height, window.innerHeight * LARGEST_SHARE);
  }

  private measure(): void {
    const panel = this.section.parentElement as HTMLElement;
    const { paddingLeft, paddingRight } = getComputedStyle(panel);
    const width = panel.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    this.width = Math.max(width, NARROWEST);
  }

  private draw(): void {
    if (!this.run) return;
    const margin = this.visibleHeight * MARGIN;
    this.drawn = {
      from: Math.max(0, this.top - margin) / this.scale,
      to: Math.min(this.height, this.top + this.visibleHeight + margin) / this.scale,
    };
    this.section.innerHTML = drawSvg(this.run.timeline, this.drawn);
  }
}

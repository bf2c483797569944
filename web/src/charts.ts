// Small charts: a series over time as a line, counts as bars. Every value also stands in the title.

import { svg } from "./dom";
import { at } from "./model";

export interface Point { label: string; value: number; text: string; href: string }

const WIDTH = 320;
const HEIGHT = 110;
const LEFT = 8;
const BOTTOM = 18;
const TOP = 16;

export function series(points: readonly Point[], name: string): SVGElement {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = (index: number): number => LEFT + 14 + (index * (WIDTH - 2 * LEFT - 28)) / Math.max(1, points.length - 1);
  const y = (value: number): number =>
    TOP + ((high - value) * (HEIGHT - TOP - BOTTOM)) / (high - low || 1);
  const path = points.map(({ value }, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": name },
    svg("line", { x1: LEFT, x2: WIDTH - LEFT, y1: y(0), y2: y(0), class: "axis" }),
    svg("polyline", { points: path, class: "line" }),
    ...points.map((point, index) =>
      svg("a", { href: point.href },
        svg("circle", { cx: x(index), cy: y(point.value), r: 4 }),
        svg("title", {}, `${point.label}: ${point.text}`))),
    ...ends(points.length).flatMap((index) => [
      svg("text", { x: x(index), y: HEIGHT - 4, class: anchor(index, points.length) }, at(points, index).label),
      svg("text", { x: x(index), y: y(at(points, index).value) - 7, class: anchor(index, points.length) },
        at(points, index).text),
    ]),
  );
}

/** Bars from left to right, one a label, with a label under the first, the middle and the last. */
export function bars(counts: readonly (readonly [string, number])[], name: string): SVGElement {
  const width = 640;
  const height = 140;
  const high = Math.max(1, ...counts.map(([, count]) => count));
  const step = (width - 2 * LEFT) / Math.max(1, counts.length);
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "chart wide", role: "img", "aria-label": name },
    ...counts.map(([label, count], index) => {
      const tall = ((height - TOP - BOTTOM) * count) / high;
      return svg("rect",
        { x: LEFT + index * step + step * 0.1, y: height - BOTTOM - tall, width: step * 0.8, height: tall },
        svg("title", {}, `${label}: ${count}`));
    }),
    svg("line", { x1: LEFT, x2: width - LEFT, y1: height - BOTTOM, y2: height - BOTTOM, class: "axis" }),
    svg("text", { x: LEFT, y: TOP - 4, class: "start" }, String(high)),
    ...ends(counts.length).map((index) =>
      svg("text", { x: LEFT + (index + 0.5) * step, y: height - 4, class: anchor(index, counts.length) },
        at(counts, index)[0])),
  );
}

function ends(length: number): number[] {
  return [...new Set([0, length - 1])].filter((index) => index >= 0);
}

function anchor(index: number, length: number): string {
  if (length === 1) return "middle";
  return index === 0 ? "start" : "end";
}

// From polygons to path data: smooth curves as relative whole numbers, short to send and fast to build.
import { cos, nth } from "./vector.js";

/** @typedef {import("./plane.js").Pt} Pt */
/** @typedef {import("./plane.js").Poly} Poly */

/** Path data is in 1/UNIT cm, y up: it belongs inside <g transform="scale(1/UNIT -1/UNIT)">. */
export const UNIT = 20;
/** An outline that turns by more than 50 degrees keeps its corner. */
const CORNER = cos(50);

/** Closed polygons, all turned counter-clockwise so that they melt together. @param {Poly[]} polys */
export const path = (polys) =>
  polys.map((q) => (q.length > 2 ? `${trace(area(q) < 0 ? q.toReversed() : q, true)}z` : "")).join("");
/** Open strokes. @param {Poly[]} lines */
export const strokes = (lines) => lines.map((q) => (q.length > 1 ? trace(q, false) : "")).join("");

/** @param {Poly} q */
function area(q) {
  let sum = 0;
  let was = nth(q, q.length - 1);
  for (const p of q) {
    sum += was[0] * p[1] - p[0] * was[1];
    was = p;
  }
  return sum;
}

/** @param {number} v */
const whole = (v) => Math.round(v * UNIT);
/** A number after another one: a minus sign parts them already. @param {number} v */
const next = (v) => (v < 0 ? `${v}` : ` ${v}`);

/** Lengths and directions of the spans. @param {Poly} q @param {boolean} closed */
function spans(q, closed) {
  const n = q.length;
  /** @type {Pt[]} */
  const ways = [];
  /** @type {number[]} */
  const lengths = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const a = nth(q, i);
    const b = nth(q, i + 1 === n ? 0 : i + 1);
    const x = b[0] - a[0];
    const y = b[1] - a[1];
    const l = Math.sqrt(x * x + y * y) || 1e-9;
    lengths.push(l);
    ways.push([x / l, y / l]);
  }
  return { ways, lengths };
}

/** Direction of the curve at each point; none at a corner or an end. @param {Pt[]} ways @param {number} n @param {boolean} closed */
function tangents(ways, n, closed) {
  /** @type {(Pt | undefined)[]} */
  const out = new Array(n);
  for (let i = 0; i < n; i++) {
    const a = i ? ways[i - 1] : closed ? ways[n - 1] : undefined;
    const b = ways[i];
    const c = a && b ? a[0] * b[0] + a[1] * b[1] : -1;
    if (!a || !b || c <= CORNER) continue;
    const k = Math.sqrt(2 + 2 * c);
    out[i] = [(a[0] + b[0]) / k, (a[1] + b[1]) / k];
  }
  return out;
}

/**
 * The control points of each span. Handles never outgrow the neighbouring span, so straight runs stay straight.
 * @param {Poly} q @param {boolean} closed @returns {[Pt, Pt, Pt, boolean][]} two handles, the end, and whether it bends
 */
function bends(q, closed) {
  const n = q.length;
  const { ways, lengths } = spans(q, closed);
  const T = tangents(ways, n, closed);
  return ways.map((way, i) => {
    const e = i + 1 === n ? 0 : i + 1;
    const a = nth(q, i);
    const b = nth(q, e);
    const d = nth(lengths, i);
    const h = Math.min(d / 3, 0.55 * (lengths[i ? i - 1 : n - 1] ?? d));
    const k = Math.min(d / 3, 0.55 * (lengths[e] ?? d));
    const t = T[i] ?? way;
    const w = T[e] ?? way;
    return [[a[0] + t[0] * h, a[1] + t[1] * h], [b[0] - w[0] * k, b[1] - w[1] * k], b, !!(T[i] || T[e])];
  });
}

/** One span from the whole numbers x, y on, as relative numbers. @param {number} x @param {number} y @param {Pt[]} points */
const relative = (x, y, points) => points.map((p) => next(whole(p[0]) - x) + next(whole(p[1]) - y)).join("");

/** @param {Poly} q @param {boolean} closed */
function trace(q, closed) {
  const start = nth(q, 0);
  let x = whole(start[0]);
  let y = whole(start[1]);
  let s = `M${x}${next(y)}`;
  let was = "";
  for (const [a, b, end, bent] of bends(q, closed)) {
    const X = whole(end[0]);
    const Y = whole(end[1]);
    if (X === x && Y === y) continue;
    const command = bent ? "c" : "l";
    const numbers = relative(x, y, bent ? [a, b, end] : [end]);
    s += command === was ? numbers : command + numbers.trimStart();
    was = command;
    x = X;
    y = Y;
  }
  return s;
}

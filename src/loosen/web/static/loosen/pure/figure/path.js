// From polygons to path data: smooth curves as relative whole numbers, short to send and fast to build.
import { cos, nth } from "./vector.js";
/** @import { Poly } from "./types.js" */

/** Path data is in 1/UNIT cm, y up: it belongs inside <g transform="scale(1/UNIT -1/UNIT)">. */
export const UNIT = 20;
/** An outline that turns by more than 50 degrees keeps its corner. */
const CORNER = cos(50);
/** A handle is a third of its span, and never outgrows the neighbouring span: straight runs stay straight. */
const HANDLE = 1 / 3;
const NEIGHBOUR = 0.55;
/** Edges of made things from this length on are straight, cm. */
const LONG = 6;

/** Closed polygons, all turned counter-clockwise so that they melt together. @param {Poly[]} polys */
export const path = (polys) => polys.map((q) => (q.length > 2 ? `${trace(turned(q), true)}z` : "")).join("");
/** The same for things that are made straight: where two long edges meet is a corner. @param {Poly[]} polys */
export const built = (polys) => polys.map((q) => (q.length > 2 ? `${trace(turned(q), true, LONG)}z` : "")).join("");
/** Open strokes. @param {Poly[]} lines */
export const strokes = (lines) => lines.map((q) => (q.length > 1 ? trace(q, false) : "")).join("");
/** Closed polygons with straight edges, for what is only clipped. @param {Poly[]} polys */
export const rough = (polys) => polys.map((q) => (q.length > 2 ? `${straight(turned(q))}z` : "")).join("");

/** @param {Poly} q */
function turned(q) {
  let area = 0;
  let was = nth(q, q.length - 1);
  for (const p of q) {
    area += was[0] * p[1] - p[0] * was[1];
    was = p;
  }
  return area < 0 ? q.toReversed() : q;
}

/** @param {number} v */
const whole = (v) => Math.round(v * UNIT);
/** A number after another one: a minus sign parts them already. @param {number} v */
const next = (v) => (v < 0 ? `${v}` : ` ${v}`);

/** @param {Poly} q */
function straight(q) {
  let [x, y] = [0, 0];
  const steps = q.map((p) => {
    const step = next(whole(p[0]) - x) + next(whole(p[1]) - y);
    x = whole(p[0]);
    y = whole(p[1]);
    return step;
  });
  return `M${steps[0]}l${steps.slice(1).join("")}`;
}

// Scratch rows, used anew for each outline: length and direction of each span, direction of the curve at each point.
// They run some thousand times a frame, so nothing is allocated.
const SPAN = new Float64Array(1024);
const WAY = [new Float64Array(1024), new Float64Array(1024)];
const TANGENT = [new Float64Array(1024), new Float64Array(1024)];
const WAY_X = nth(WAY, 0);
const WAY_Y = nth(WAY, 1);
const AT_X = nth(TANGENT, 0);
const AT_Y = nth(TANGENT, 1);

/** Measure the spans; the last one closes the outline. @param {Poly} q */
function measure(q) {
  const n = q.length;
  for (let i = 0; i < n; i++) {
    const a = nth(q, i);
    const b = nth(q, i + 1 === n ? 0 : i + 1);
    const x = b[0] - a[0];
    const y = b[1] - a[1];
    const l = Math.sqrt(x * x + y * y) || 1e-9;
    SPAN[i] = l;
    WAY_X[i] = x / l;
    WAY_Y[i] = y / l;
  }
}

/**
 * Direction of the curve at each point; none (0, 0) at a corner and at an end.
 * @param {number} n @param {boolean} closed @param {number} long two spans of this length meet in a corner
 */
function smooth(n, closed, long) {
  for (let i = 0; i < n; i++) {
    const before = i ? i - 1 : n - 1;
    const x = nth(WAY_X, before) + nth(WAY_X, i);
    const y = nth(WAY_Y, before) + nth(WAY_Y, i);
    const l = Math.sqrt(x * x + y * y);
    const straight = nth(SPAN, before) > long && nth(SPAN, i) > long;
    const bends = (closed || (i > 0 && i < n - 1)) && (l * l) / 2 - 1 > CORNER && !straight;
    AT_X[i] = bends ? x / l : 0;
    AT_Y[i] = bends ? y / l : 0;
  }
}

/**
 * The handle of a span at one of its points, as relative whole numbers.
 * @param {number} i point @param {number} span @param {number} long @param {number} x @param {number} y
 * @param {readonly [number, number]} p
 */
function handle(i, span, long, x, y, p) {
  const corner = AT_X[i] === 0 && AT_Y[i] === 0;
  const dx = nth(corner ? WAY_X : AT_X, corner ? span : i);
  const dy = nth(corner ? WAY_Y : AT_Y, corner ? span : i);
  return next(whole(p[0] + dx * long) - x) + next(whole(p[1] + dy * long) - y);
}

/**
 * Both handles of the span from point i to e; none when it is straight.
 * @param {Poly} q @param {number} i @param {number} e @param {number} x @param {number} y
 */
function handles(q, i, e, x, y) {
  if (!AT_X[i] && !AT_Y[i] && !AT_X[e] && !AT_Y[e]) return "";
  const third = nth(SPAN, i) * HANDLE;
  const out = Math.min(third, nth(SPAN, i ? i - 1 : q.length - 1) * NEIGHBOUR);
  const back = -Math.min(third, nth(SPAN, e) * NEIGHBOUR);
  return handle(i, i, out, x, y, nth(q, i)) + handle(e, i, back, x, y, nth(q, e));
}

/** @param {Poly} q @param {boolean} closed @param {number} [long] see `smooth` */
function trace(q, closed, long = Number.POSITIVE_INFINITY) {
  const n = q.length;
  measure(q);
  smooth(n, closed, long);
  let x = whole(nth(q, 0)[0]);
  let y = whole(nth(q, 0)[1]);
  let s = `M${x}${next(y)}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const e = i + 1 === n ? 0 : i + 1;
    const X = whole(nth(q, e)[0]);
    const Y = whole(nth(q, e)[1]);
    if (X === x && Y === y) continue;
    const bend = handles(q, i, e, x, y);
    s += (bend ? "c" : "l") + bend + next(X - x) + next(Y - y);
    x = X;
    y = Y;
  }
  return s;
}

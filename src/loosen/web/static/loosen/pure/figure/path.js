// From polygons to path data: smooth curves as relative whole numbers, short to send and fast to build.
import { cos } from "./vector.js";
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

/** @param {number} v */
const whole = (v) => Math.round(v * UNIT);

// Path data is written byte by byte into one row: it is some twenty thousand of them a frame.
const TEXT = new Uint8Array(1 << 16);
/** Known to every browser and to node, but not a part of the language. */
const { TextDecoder } = /** @type {{ TextDecoder: new () => { decode(row: Uint8Array): string } }} */ (
  /** @type {unknown} */ (globalThis)
);
const ASCII = new TextDecoder();
const [M, C, L, Z, MINUS, SPACE, ZERO, NINE] = [77, 99, 108, 122, 45, 32, 48, 57];
let end = 0;

/** @param {number} v whole, not negative */
function digits(v) {
  if (v > 9) digits((v / 10) | 0);
  TEXT[end++] = ZERO + (v % 10);
}

/** A minus sign or a letter parts a number from the one before it already. @param {number} v whole */
function write(v) {
  if (v < 0) TEXT[end++] = MINUS;
  else if (/** @type {number} */ (TEXT[end - 1]) <= NINE) TEXT[end++] = SPACE;
  digits(Math.abs(v));
}

/** @param {Poly[]} polys @param {number} least points @param {(q: Poly) => void} draw */
function written(polys, least, draw) {
  end = 0;
  for (const q of polys) if (q.length >= least) draw(q);
  return ASCII.decode(TEXT.subarray(0, end));
}

/** Closed polygons, all turned counter-clockwise so that they melt together. @param {Poly[]} polys */
export const path = (polys) => written(polys, 3, (q) => trace(turned(q), true));
/** The same for things that are made straight: where two long edges meet is a corner. @param {Poly[]} polys */
export const built = (polys) => written(polys, 3, (q) => trace(turned(q), true, LONG));
/** Open strokes. @param {Poly[]} lines */
export const strokes = (lines) => written(lines, 2, (q) => trace(q, false));
/** Closed polygons with straight edges, for what is only clipped. @param {Poly[]} polys */
export const rough = (polys) => written(polys, 3, (q) => straight(turned(q)));

/** @param {Poly} q */
function turned(q) {
  let area = 0;
  let was = point(q, q.length - 1);
  for (const p of q) {
    area += was[0] * p[1] - p[0] * was[1];
    was = p;
  }
  return area < 0 ? q.toReversed() : q;
}

// Scratch rows, used anew for each outline: length and direction of each span, direction of the curve at each point.
// They run some thousand times a frame, so nothing is allocated.
const SPAN = new Float64Array(1024);
const WAY_X = new Float64Array(1024);
const WAY_Y = new Float64Array(1024);
const AT_X = new Float64Array(1024);
const AT_Y = new Float64Array(1024);
/** An element of a row; apart from `nth`, so that it stays the one thing a compiler has seen here. @param {Float64Array} row @param {number} i */
const of = (row, i) => /** @type {number} */ (row[i]);
/** A point of an outline, likewise. @param {Poly} q @param {number} i */
const point = (q, i) => /** @type {Poly[number]} */ (q[i]);

/** Measure the spans; the last one closes the outline. @param {Poly} q */
function measure(q) {
  const n = q.length;
  for (let i = 0; i < n; i++) {
    const a = point(q, i);
    const b = point(q, i + 1 === n ? 0 : i + 1);
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
    const x = of(WAY_X, before) + of(WAY_X, i);
    const y = of(WAY_Y, before) + of(WAY_Y, i);
    const l = Math.sqrt(x * x + y * y);
    const straight = of(SPAN, before) > long && of(SPAN, i) > long;
    const bends = (closed || (i > 0 && i < n - 1)) && (l * l) / 2 - 1 > CORNER && !straight;
    AT_X[i] = bends ? x / l : 0;
    AT_Y[i] = bends ? y / l : 0;
  }
}

/** How far a curve may leave its chord and still be drawn straight: less than the eye sees; cm. */
const STRAIGHT_CM = 0.025;

/**
 * One handle of a span, relative to where the pen is.
 * @param {number} i point @param {number} span @param {number} long @param {number} x @param {number} y
 * @param {Poly[number]} p
 */
function handle(i, span, long, x, y, p) {
  const corner = AT_X[i] === 0 && AT_Y[i] === 0;
  write(whole(p[0] + of(corner ? WAY_X : AT_X, corner ? span : i) * long) - x);
  write(whole(p[1] + of(corner ? WAY_Y : AT_Y, corner ? span : i) * long) - y);
}

/** How much the curve at point i turns away from span s, as a sine. @param {number} i @param {number} s */
const leaves = (i, s) => Math.abs(of(AT_X, i) * of(WAY_Y, s) - of(AT_Y, i) * of(WAY_X, s));

/**
 * Both handles of the span from point i to e; none when it is nearly straight.
 * @param {Poly} q @param {number} i @param {number} e @param {number} x @param {number} y
 */
function bend(q, i, e, x, y) {
  const third = of(SPAN, i) * HANDLE;
  const out = Math.min(third, of(SPAN, i ? i - 1 : q.length - 1) * NEIGHBOUR);
  const back = Math.min(third, of(SPAN, e) * NEIGHBOUR);
  if (Math.max(leaves(i, i) * out, leaves(e, i) * back) * 0.75 < STRAIGHT_CM) {
    TEXT[end++] = L;
    return;
  }
  TEXT[end++] = C;
  handle(i, i, out, x, y, point(q, i));
  handle(e, i, -back, x, y, point(q, e));
}

/** @param {Poly} q @param {boolean} closed @param {number} [long] see `smooth` */
function trace(q, closed, long = Number.POSITIVE_INFINITY) {
  const n = q.length;
  measure(q);
  smooth(n, closed, long);
  let x = whole(point(q, 0)[0]);
  let y = whole(point(q, 0)[1]);
  move(x, y);
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const e = i + 1 === n ? 0 : i + 1;
    const X = whole(point(q, e)[0]);
    const Y = whole(point(q, e)[1]);
    if (X === x && Y === y) continue;
    bend(q, i, e, x, y);
    write(X - x);
    write(Y - y);
    x = X;
    y = Y;
  }
  if (closed) TEXT[end++] = Z;
}

/** @param {number} x @param {number} y */
function move(x, y) {
  TEXT[end++] = M;
  write(x);
  write(y);
}

/** @param {Poly} q */
function straight(q) {
  let [x, y] = [0, 0];
  q.forEach((p, i) => {
    TEXT[end++] = i ? L : M;
    write(whole(p[0]) - x);
    write(whole(p[1]) - y);
    x = whole(p[0]);
    y = whole(p[1]);
  });
  TEXT[end++] = Z;
}

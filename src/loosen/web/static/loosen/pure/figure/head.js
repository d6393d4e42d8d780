// The head: three drawings blended by where the face looks, with a calm face.
import { FACE, HAIR, OPENING } from "./head-views.js";
import { arc, blend, curve, disc, plus, times } from "./plane.js";
import { clamp, cos, dot, lerp, nth, RAD, sin } from "./vector.js";

/** @import { Camera, Gaze, HeadShape, Person, Poly, Pt, Segment, Skeleton, Views } from "./types.js" */

const LARGER = 1.06;

/** @param {Camera} cam @param {Skeleton} G @returns {Gaze} */
function gaze(cam, G) {
  const { o, A } = /** @type {Segment} */ (G.S.head);
  const forward = cam.pt(A.f);
  const up = cam.pt(A.u);
  const origin = cam.pt(o);
  const l = Math.hypot(...up);
  /** @type {Pt} */
  const u = l > 0.2 ? times(up, 1 / l) : [0, 1];
  const aside = forward[0] * u[1] - forward[1] * u[0];
  const flip = aside < 0 ? -1 : 1;
  const g = clamp(Math.atan2(Math.abs(aside), dot(A.f, cam.Z)) / RAD, 0, 100);
  const dip = clamp(dot(A.u, cam.Z), -1, 1) * 6; // seen from above, the features sit lower
  /** @type {Gaze["put"]} */
  const put = ([x, y]) => plus(origin, plus(times([u[1], -u[0]], x * flip * LARGER), times(u, y * LARGER)));
  return { g, put, on: (a, y, r = 8.4) => put([r * sin(a + g), y - dip * cos(a + g)]) };
}

/** Blend of the three drawings. @param {Views} views @param {Gaze} at @returns {Poly} */
function drawn(views, { g, put }) {
  const h = clamp(g, 0, 90) / 45;
  const i = h < 1 ? 0 : 1;
  const to = /** @type {Poly} */ (views[i + 1]);
  const points = /** @type {Poly} */ (views[i]).map((p, j) => blend(p, nth(to, j), h - i));
  return curve(points, true, 2).map(put);
}

/** @param {Gaze} at @param {number} x @param {number} w half-width */
const ear = (at, x, w) =>
  curve(
    [
      [x - w, 7],
      [x - w * 0.9, 9.6],
      [x + 0.1, 10.8],
      [x + w, 9.8],
      [x + w * 0.7, 7.6],
      [x, 5.6],
    ],
    true,
    2,
  ).map(at.put);

/** @param {Gaze} at @returns {Pick<HeadShape, "ears" | "earsBehind">} */
function ears(at) {
  const { g } = at;
  if (g <= 20)
    return { ears: [], earsBehind: [ear(at, -7.6 + g * 0.05, 1.3), ear(at, 7.6 - g * 0.05, 1.3 - g * 0.05)] };
  return { ears: [ear(at, lerp(-6.4, -1, clamp((g - 20) / 70, 0, 1)), lerp(1.2, 1.7, g / 90))], earsBehind: [] };
}

/**
 * The far eye disappears in profile, sooner behind the rim of a scarf.
 * @param {Gaze} at @param {boolean} closed @param {number} rim
 */
function eyes({ g, on }, closed, rim) {
  /** @type {Poly[]} */
  const lines = [];
  /** @type {Poly[]} */
  const pupils = [];
  for (const a of [-25, 25].filter((side) => side + g < rim)) {
    const w = lerp(11, 10, g / 90) * (a > 0 ? clamp((92 - a - g) / 28, 0.3, 1) : 1);
    if (closed) lines.push(arc(on(a - w, 10.4), on(a, 8.9), on(a + w, 10.4)));
    else {
      lines.push(arc(on(a - w, 10.5), on(a, 12.1), on(a + w, 10.4)));
      pupils.push(disc(on(a + 1, 10.4), 0.85, 1));
    }
    lines.push(arc(on(a - w * 1.2, 12.9), on(a - w * 0.1, 14.4), on(a + w * 1.2, 13)));
  }
  return { lines, pupils };
}

/** Nose and mouth. @param {Gaze} at @returns {Poly[]} */
function noseAndMouth({ g, on }) {
  const m = clamp((g - 50) / 40, 0, 1);
  const left = on(lerp(-15, -26, m), 4);
  const mouth = arc(
    left,
    on(lerp(0, -10, m), lerp(2.4, 2.9, m)),
    on(lerp(15, 4, m), lerp(4, 3.6, m), lerp(8.4, 9.4, m)),
  );
  if (g >= 68) return [mouth];
  const t = clamp(g / 45, 0, 1);
  const r = lerp(8.6, 10.2, t);
  const wing = on(lerp(-2, -6, t), 6.6, lerp(8.5, 8.9, t));
  return [curve([on(lerp(3, 2, t), 9.8), on(lerp(7, 5, t), 7.5, r), on(lerp(5.5, 3, t), 6.7, r), wing]), mouth];
}

/** @param {Camera} cam @param {Skeleton} G @param {Person} person @param {boolean} closed eyes @returns {HeadShape} */
export function headShape(cam, G, person, closed) {
  const at = gaze(cam, G);
  const { g, put } = at;
  const style = person.hair ?? "short";
  const scarf = style === "scarf";
  const { lines, pupils } = eyes(at, closed, scarf ? 72 : 86);
  const t = clamp(g / 50, 0, 1);
  const bun = style === "tied" ? [disc(put([lerp(0, -6.9, t), lerp(23.4, 20.8, t)]), 4.1)] : [];
  return {
    face: drawn(FACE, at),
    hair: [drawn(/** @type {Views} */ (HAIR[style]), at), ...(g > 70 ? bun : [])],
    opening: scarf ? [drawn(OPENING, at)] : [],
    ...(scarf ? { ears: [], earsBehind: [] } : ears(at)),
    bun: g > 70 ? [] : bun,
    lines: [...lines, ...noseAndMouth(at)],
    pupils,
  };
}

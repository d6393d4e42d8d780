// The head: five drawings round it, blended by where the face looks, from the front to the back.
import { features } from "./face.js";
import { BEARD, BOB, FACE, OPENING, SCARF, SHORT, TIED, TURBAN } from "./head-views.js";
import { blend, curve, disc, minus, plus, times } from "./plane.js";
import { clamp, dot, nth, RAD, sin } from "./vector.js";

/** @import { Camera, Gaze, Hair, HeadShape, Person, Poly, Pt, Segment, Skeleton, Views } from "./types.js" */

const LARGER = 1.06;
/** A smaller person's head is not as much smaller: about this power of the size. */
const HEAD_POWER = -0.6;
/** The middle of the skull, about which hair is closer or fuller. @type {Pt} */
const SKULL = [-0.4, 12];

/** Each way to wear hair: its drawing, how full, how curly (cm), and whether it covers the ears. @type {Record<Hair, { views: Views, full?: number, curl?: number, over?: true } | null>} */
const HAIR = {
  short: { views: SHORT },
  cropped: { views: SHORT, full: 0.965 },
  curly: { views: SHORT, full: 1.09, curl: 0.55 },
  bob: { views: BOB, over: true },
  tied: { views: TIED },
  bald: null,
};

/** @param {Camera} cam @param {Skeleton} G @param {number} tall @returns {Gaze} */
function gaze(cam, G, tall) {
  const larger = LARGER * tall ** HEAD_POWER;
  const { o, A } = /** @type {Segment} */ (G.S.head);
  const forward = cam.pt(A.f);
  const up = cam.pt(A.u);
  const origin = cam.pt(o);
  const l = Math.hypot(...up);
  /** @type {Pt} */
  const u = l > 0.2 ? times(up, 1 / l) : [0, 1];
  const aside = forward[0] * u[1] - forward[1] * u[0];
  const flip = aside < 0 ? -1 : 1;
  const g = Math.atan2(Math.abs(aside), dot(A.f, cam.Z)) / RAD;
  const dip = clamp(dot(A.u, cam.Z), -1, 1) * 6; // seen from above, the features sit lower
  /** @type {Gaze["put"]} */
  const put = ([x, y]) => plus(origin, plus(times([u[1], -u[0]], x * flip * larger), times(u, y * larger)));
  return { g, put, on: (a, y, r = 8.4) => put([r * sin(a + g), y - dip * Math.cos((a + g) * RAD)]) };
}

/** Blend of the drawings, before it is put in its place. @param {Views} views @param {number} g @returns {Poly} */
function seenFrom(views, g) {
  const h = clamp(g, 0, 180) / 45;
  const i = Math.min(3, Math.floor(h));
  const to = nth(views, i + 1);
  return curve(
    nth(views, i).map((p, j) => blend(p, nth(to, j), h - i)),
    true,
    2,
  );
}

/** @param {Views} views @param {Gaze} at @returns {Poly} */
const drawn = (views, { g, put }) => seenFrom(views, g).map(put);

/** Closer to the skull or fuller; curls stand out in turns. @param {Person} person @param {Gaze} at @returns {Poly[]} */
function hairOf({ hair = "short" }, { g, put }) {
  const worn = HAIR[hair];
  if (!worn) return [];
  const { views, full = 1, curl = 0 } = worn;
  const shaped = seenFrom(views, g).map((p, i) => {
    const out = minus(p, SKULL);
    return put(plus(SKULL, times(out, full + (curl * (i % 2 ? 1 : -1)) / (Math.hypot(...out) || 1))));
  });
  return [shaped];
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

/**
 * The ear on the side that is seen, and the other one, which looks out from behind the head from the front and from behind.
 * @param {Gaze} at @returns {Pick<HeadShape, "ears" | "earsBehind">}
 */
function ears(at) {
  const { g } = at;
  const near = ear(at, -7.9 * sin(100 - g), 1.2 + 0.5 * sin(g));
  if (g < 20) return { ears: [], earsBehind: [near, ear(at, 7.6 - g * 0.05, 1.3 - g * 0.05)] };
  if (g > 160) return { ears: [near], earsBehind: [ear(at, -7.6 + (180 - g) * 0.05, 1.3 - (180 - g) * 0.05)] };
  return { ears: [near], earsBehind: [] };
}

/** Where hair is tied. @param {Gaze} at @returns {Poly} */
const bun = ({ g, put }) => disc(put([-7.2 * sin(g), 22 + 1.6 * Math.cos(g * RAD) - 1.4 * sin(g)]), 4.1);

/** What is worn over the hair. @param {Person} person @param {Gaze} at @returns {Pick<HeadShape, "cover" | "opening">} */
function covering({ cover }, at) {
  if (!cover) return { cover: [], opening: [] };
  if (cover === "turban") return { cover: [drawn(TURBAN, at)], opening: [] };
  return { cover: [drawn(SCARF, at)], opening: at.g < 130 ? [drawn(OPENING, at)] : [] };
}

/** @param {Camera} cam @param {Skeleton} G @param {Person} person @param {boolean} closed eyes @returns {HeadShape} */
export function headShape(cam, G, person, closed) {
  const at = gaze(cam, G, person.tall ?? 1);
  const { cover, hair = "short", beard } = person;
  const scarf = cover === "scarf";
  const hidden = scarf || (!cover && HAIR[hair]?.over);
  return {
    g: at.g,
    face: drawn(FACE, at),
    hair: cover ? [] : hairOf(person, at),
    bun: hair === "tied" && !cover ? [bun(at)] : [],
    beard: beard && !scarf && at.g < 150 ? [drawn(BEARD, at)] : [],
    ...covering(person, at),
    ...(hidden ? { ears: [], earsBehind: [] } : ears(at)),
    ...features(at, person, closed),
  };
}

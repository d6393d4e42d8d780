// A calm face: eyes, brows, nose and mouth where the face looks; lines of age and glasses where a person has them.
import { arc, curve, disc } from "./plane.js";
import { clamp, lerp } from "./vector.js";

/** @import { Features, Gaze, Person, Poly } from "./types.js" */

/** Beyond this angle from the viewer nothing of a face is seen; degrees. */
const RIM_DEG = 88;

/** How wide something looks that lies `a` degrees round the face: narrow near the rim. @param {number} a @param {number} g */
const seen = (a, g) => clamp((RIM_DEG + 4 - Math.abs(a + g)) / 28, 0.3, 1);

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
    const w = lerp(11, 10, clamp(g / 90, 0, 1)) * (a + g > 0 ? seen(a, g) : 1);
    if (closed) lines.push(arc(on(a - w, 10.4), on(a, 8.9), on(a + w, 10.4)));
    else {
      lines.push(arc(on(a - w, 10.5), on(a, 12.1), on(a + w, 10.4)));
      pupils.push(disc(on(a + 1, 10.4), 0.85, 1));
    }
    lines.push(arc(on(a - w * 1.2, 12.9), on(a - w * 0.1, 14.4), on(a + w * 1.2, 13)));
  }
  return { lines, pupils };
}

/** Nose and mouth, as far as they are on this side of the face. @param {Gaze} at @returns {Poly[]} */
function noseAndMouth({ g, on }) {
  const m = clamp((g - 50) / 40, 0, 1);
  const [from, to] = [lerp(-15, -26, m), Math.min(lerp(15, 4, m), RIM_DEG + 6 - g)];
  if (to - from < 8) return [];
  const middle = on((from + to) / 2 + lerp(0, 1, m), lerp(2.4, 2.9, m));
  const mouth = arc(on(from, 4), middle, on(to, lerp(4, 3.6, m), lerp(8.4, 9.4, m)));
  if (g >= 68) return [mouth];
  const t = clamp(g / 45, 0, 1);
  const r = lerp(8.6, 10.2, t);
  const wing = on(lerp(-2, -6, t), 6.6, lerp(8.5, 8.9, t));
  return [curve([on(lerp(3, 2, t), 9.8), on(lerp(7, 5, t), 7.5, r), on(lerp(5.5, 3, t), 6.7, r), wing]), mouth];
}

/** Laughter lines: from the nose towards the mouth, and beside the eye. @param {Gaze} at @returns {Poly[]} */
function lived({ g, on }) {
  return [-1, 1].flatMap((s) => {
    const fold = s * 19;
    if (fold + g > 62 || (s < 0 && g > 96)) return [];
    const corner = s * 43;
    const beside =
      Math.abs(corner + g) > 70 ? [] : [arc(on(corner, 11.2), on(corner + s * 3, 10.6), on(corner + s * 7, 10.9))];
    return [arc(on(fold * 0.8, 6.6), on(fold * 1.15, 5.6), on(fold * 1.2, 4.4)), ...beside];
  });
}

/** Two lenses and the bridge. @param {Gaze} at @returns {Poly[]} */
function glasses({ g, on }) {
  const lenses = [-24, 24]
    .filter((a) => a + g < 84)
    .map((a) => {
      const w = 15 * (a + g > 0 ? seen(a, g) : 1);
      const ring = curve(
        [
          on(a - w, 10.6),
          on(a - w * 0.7, 8.3),
          on(a + w * 0.7, 8.3),
          on(a + w, 10.6),
          on(a + w * 0.7, 12.4),
          on(a - w * 0.7, 12.4),
        ],
        true,
        2,
      );
      return [...ring, /** @type {typeof ring[0]} */ (ring[0])];
    });
  const bridge = g < 62 ? [arc(on(-9, 11), on(0, 11.8, 8.9), on(9, 11))] : [];
  const temple = g > 30 && g < 112 ? [[on(-39, 11.2), on(-84, 10.6)]] : [];
  return [...lenses, ...bridge, ...temple];
}

/**
 * @param {Gaze} at @param {Person} person @param {boolean} closed eyes @returns {Features}
 */
export function features(at, person, closed) {
  const { lines, pupils } = eyes(at, closed, person.cover === "scarf" ? 72 : RIM_DEG - 2);
  const old = person.older ? lived(at) : [];
  const worn = person.glasses ? glasses(at) : [];
  return { lines: [...lines, ...noseAndMouth(at), ...worn], fine: old, pupils };
}

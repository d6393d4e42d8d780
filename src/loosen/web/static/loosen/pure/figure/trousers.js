// Legs and pelvis: trousers over the shirt, the far leg in the shadow of the near one.
import { around } from "./hull.js";
import { shaded, veil } from "./layers.js";
import { path, strokes } from "./path.js";
import { arc, disc } from "./plane.js";
import { ring, slice } from "./profile.js";
import { seatOf } from "./trunk-shape.js";
import { dot, sub, unit } from "./vector.js";

/** @import { orderLegs } from "./layers.js" */
/** @import { Leg, LegShape, Part, Poly, Pt, Segment, View } from "./types.js" */
/** @typedef {ReturnType<typeof orderLegs>} Order */

/** Where the trousers end on the trunk's outline. */
export const WAIST = 5;
/** Where the thighs part from the pelvis, on the trunk's outline. */
const GROIN = 2;

/** @param {string} name @param {LegShape} s @returns {Part[]} */
const foot = (name, s) => [
  { id: `${name}-foot`, look: "skin", d: path(s.skin) },
  { id: `${name}-toes`, look: "fine", d: strokes(s.toes) },
];

/**
 * Roundness of the seat on each side that the camera sees; it runs into a straight thigh.
 * @param {View} view @param {Order} legs @returns {Poly[]}
 */
function seat({ cam, G, person }, { fromFront, apart, near }) {
  if (fromFront) return [];
  const extra = seatOf(person);
  const nearSide = near[0] === "legR" ? 1 : -1;
  const pelvis = /** @type {Segment} */ (G.S.pelvis);
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    cam.pt(G.at("pelvis", x, y, z));
  return [1, -1]
    .filter((s) => apart > (s === nearSide ? 6.5 : 14))
    .map((s) => {
      const { root, mid } = G.limbs[s > 0 ? "legR" : "legL"];
      const straight = Math.max(0, dot(unit(sub(root, mid)), pelvis.A.u));
      return around([
        [
          at(-2.8 + straight * 1.6, -2.6 - straight * 6.5, s * 7.4),
          8.2 - straight * 0.4 + extra * (1 - straight * 0.5),
        ],
        [at(-2.8, -2.6, s * 7), 8.2 + extra],
        [at(-3.4, 0.4, s * 6), 8.4 + extra],
        [at(0, 0, s * 8.6), 8.6],
      ]);
    });
}

/**
 * Both legs and the pelvis: `behind` the arms that lie behind, and before the shirt. Seen from the front both legs melt
 * into the pelvis. Otherwise the far leg melts into it and is veiled, the near leg has its own contour, and the pelvis
 * once more, without one, joins it to them.
 * @param {View} view @param {Record<Leg, LegShape>} shapes @param {Order} legs
 * @returns {{ behind: Part[], parts: Part[], body: Poly[] }}
 */
export function trousers(view, shapes, legs) {
  const { cam, G, k, trunk } = view;
  const { near, far, fromFront } = legs;
  const base = [ring(slice(trunk, 0, WAIST + 1)), ...seat(view, legs)];
  const hips = near.map((name) => disc(cam.pt(G.limbs[name].root), 8.8 * k));
  const thighs = near.flatMap((name) => shapes[name].cloth);
  const feet = near.flatMap((name) => foot(name, shapes[name]));
  const shade = shaded(
    "trousers",
    near.flatMap((name) => shapes[name].swept),
  );
  const body = [...base, ...thighs, ...far.flatMap((name) => shapes[name].cloth)];
  if (fromFront)
    return { behind: [], parts: [...feet, ...beside(view, shapes, near, [...base, ...hips]), ...shade], body };
  const high = [
    ring(slice(trunk, GROIN, WAIST + 1)),
    ...base.slice(1),
    ...hips,
    groin(view, near[0] === "legR" ? 1 : -1),
  ];
  const waist = [trunk.L, trunk.R].map((side) => /** @type {Pt} */ (side[WAIST]));
  return {
    behind: far.flatMap((name) => farLeg(name, shapes[name], base, legs.recedes)),
    parts: [
      ...feet,
      { id: "trousers", look: "trousers", d: path(thighs) },
      { id: "groin", look: "lap", d: path(high) },
      { id: "waist", look: "cuff", d: strokes([waist]) },
      ...shade,
    ],
    body,
  };
}

/**
 * The front of the pelvis down to the fold of the far groin, which runs from the crotch up to the hip.
 * @param {View} view @param {1 | -1} near side @returns {Poly}
 */
const groin = ({ cam, G, k }, near) =>
  around([
    [cam.pt(G.at("pelvis", 0, 0, near * 8.6)), 8.8 * k],
    [cam.pt(G.at("pelvis", 0, -5.5, 0)), 3],
    [cam.pt(G.at("pelvis", 0, 3, near * -11)), 4],
  ]);

/**
 * @param {string} name @param {LegShape} s @param {Poly[]} pelvis it melts into @param {number} recedes
 * @returns {Part[]}
 */
function farLeg(name, s, pelvis, recedes) {
  const bare = foot(name, s);
  const leg = path(s.cloth);
  return [
    ...bare,
    { id: name, look: "trousers", d: path(pelvis) + leg },
    ...shaded(name, s.swept),
    ...veil(name, leg + (bare[0]?.d ?? ""), recedes),
  ];
}

/**
 * From the front: both legs and the pelvis melt into one path.
 * @param {View} view @param {Record<Leg, LegShape>} shapes @param {Leg[]} near @param {Poly[]} pelvis @returns {Part[]}
 */
function beside(view, shapes, near, pelvis) {
  const sits = near.every((name) => shapes[name].short < 0.6);
  const thighs = sits ? [] : near.flatMap((name) => shapes[name].cloth);
  return [{ id: "hips", look: "trousers", d: path([...pelvis, ...thighs]) }, ...(sits ? lap(view, shapes, near) : [])];
}

/**
 * Seated, from the front: each thigh has its own contour and a knee.
 * @param {View} view @param {Record<Leg, LegShape>} shapes @param {Leg[]} near @returns {Part[]}
 */
function lap({ cam, G, trunk }, shapes, near) {
  const thighs = near.flatMap((name) => {
    const [x, y] = cam.pt(G.limbs[name].mid);
    const knee = arc([x - 3.9, y + 1.2], [x, y + 5.4], [x + 3.9, y + 1.2]);
    return [
      { id: name, look: "trousers", d: path(shapes[name].cloth) },
      { id: `${name}-knee`, look: "fine", d: strokes([knee]) },
    ];
  });
  return [...thighs, { id: "lap", look: "lap", d: path([ring(slice(trunk, 2, WAIST + 1))]) }];
}

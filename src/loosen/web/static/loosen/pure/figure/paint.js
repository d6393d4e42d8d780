// From outlines to named paths, back to front. A viewer keeps one <path> per id and sets what changed.
import { headShape } from "./head.js";
import { hull } from "./hull.js";
import { armShape, legShape, shading } from "./limb-shape.js";
import { path, strokes } from "./path.js";
import { arc, disc, inside } from "./plane.js";
import { ring, slice } from "./profile.js";
import { seatOf, trunkShape } from "./trunk-shape.js";
import { cos, lerp, mix, ramp, sin } from "./vector.js";

/** @import { Arm, ArmShape, Camera, Leg, LegShape, Limb, Part, Person } from "./types.js" */
/** @import { Picture, Poly, Pt, Sides, Skeleton, View } from "./types.js" */

/** Where the trousers end on the trunk's outline. */
const WAIST = 5;
/** How much darker what lies behind is. */
const FAR = 0.18;

/** Bands of shade and light. @param {string} id @param {Sides[]} swept @returns {Part[]} */
function shaded(id, swept) {
  const { deep, core, lit } = shading(swept);
  return [
    { id: `${id}-deep`, look: "shade", d: path(deep) },
    { id: `${id}-core`, look: "shade", d: path(core) },
    { id: `${id}-lit`, look: "light", d: path(lit) },
  ];
}

/** The colours of what lies behind. @type {Readonly<Record<string, string>>} */
const FAR_LOOKS = { skin: "skinFar", shirt: "shirtFar", sleeve: "sleeveFar", trousers: "trousersFar" };

/**
 * Parts that lie behind are darker; on their way there they grow darker.
 * @param {string} id @param {Part[]} parts @param {number} how 0 to 1 @returns {Part[]}
 */
function receding(id, parts, how) {
  if (how <= 0) return parts;
  const far = (/** @type {Part} */ part) => FAR_LOOKS[part.look];
  if (how < 1) {
    const d = parts.flatMap((part) => (far(part) ? [part.d] : [])).join("");
    return [...parts, { id: `${id}-veil`, look: "veil", d, opacity: Math.round(how * FAR * 100) / 100 }];
  }
  return parts.map((part) => ({ ...part, id: far(part) ? `${part.id}-far` : part.id, look: far(part) ?? part.look }));
}

/** Which leg is nearer, and how far they are apart; seen from the front there is no far leg. @param {View} view */
function orderLegs({ cam, G }) {
  const depth = (/** @type {Leg} */ name) => cam.depth(mix(G.limbs[name].root, G.limbs[name].mid, 0.55));
  const gap = depth("legR") - depth("legL");
  /** @type {[Leg, Leg]} */
  const order = gap >= 0 ? ["legL", "legR"] : ["legR", "legL"];
  const fromFront = Math.abs(gap) < 3.5;
  return {
    near: fromFront ? order : [order[1]],
    far: fromFront ? [] : [order[0]],
    fromFront,
    recedes: ramp(Math.abs(gap), 3.5, 9),
    apart: Math.abs(cam.depth(G.limbs.legR.root) - cam.depth(G.limbs.legL.root)),
  };
}

/** Each arm, back to front, and how far it is before the trunk: 0 behind, 1 before. @param {View} view */
function orderArms({ cam, G }) {
  const depth = (/** @type {Limb} */ L) => cam.depth(mix(L.root, L.mid, 0.55));
  const limit = cam.depth(G.at("t2", 2, 4)) - 7;
  /** @type {Arm[]} */
  const names = ["armR", "armL"];
  return names
    .sort((a, b) => depth(G.limbs[a]) - depth(G.limbs[b]))
    .map((name) => {
      const L = G.limbs[name];
      const front = lerp(ramp(depth(L), limit - 3, limit + 3), L.layer > 0 ? 1 : 0, Math.min(1, Math.abs(L.layer)));
      return { name, front };
    });
}

/**
 * A yoke joins neck, shoulder and flank: it gives the slope, and lets a shrug look like one.
 * @param {View} view @param {1 | -1} s @returns {Poly[]}
 */
function yoke({ cam, G, k }, s) {
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) => cam.pt(G.at("t2", x, y, z));
  /** @type {[Pt, number]} */
  const cap = [cam.pt(G.limbs[s > 0 ? "armR" : "armL"].root), 5.5 * k];
  return [hull([[at(0.2, 14, s * 4.6), 3.2], cap]), hull([cap, [at(2.6, 2, s * 8.4), 6], [at(2, 9, s * 5), 5]])];
}

/**
 * @param {string} name @param {ArmShape} s @param {Poly[]} shirt no contour is drawn inside it
 * @param {number} recedes 0 to 1 @returns {Part[]}
 */
function arm(name, s, shirt, recedes) {
  const edge = (/** @type {Poly} */ side) => {
    const start = side.slice(0, 2).findIndex((v) => !shirt.some((poly) => inside(poly, v)));
    return side.slice(start < 0 ? 2 : start);
  };
  const { L, R } = s.sleeve;
  const long = s.lower.length > 0;
  const cuff = long ? [edge(L), edge(R)] : [[...edge(L), ...edge(R).reverse()]];
  const parts = [
    { id: name, look: "skin", d: path(s.skin) },
    ...shaded(`${name}-skin`, s.bare),
    { id: `${name}-fingers`, look: "fine", d: strokes(s.fingers) },
    { id: `${name}-lower`, look: "shirt", d: path(s.lower) },
    { id: `${name}-sleeve`, look: "sleeve", d: path(long ? [ring(s.sleeve)] : s.cloth) },
    { id: `${name}-cuff`, look: "cuff", d: strokes(cuff) },
    ...shaded(`${name}-cloth`, s.dressed),
  ];
  return receding(name, parts, recedes).filter(({ d }) => d);
}

/** @param {string} name @param {LegShape} s @returns {Part[]} */
const foot = (name, s) => [
  { id: `${name}-foot`, look: "skin", d: path(s.skin) },
  { id: `${name}-toes`, look: "fine", d: strokes(s.toes) },
];

/** @param {string} name @param {LegShape} s @param {number} recedes @returns {Part[]} */
function farLeg(name, s, recedes) {
  const parts = [...foot(name, s), { id: name, look: "trousers", d: path(s.cloth) }, ...shaded(name, s.swept)];
  return receding(name, parts, recedes);
}

/** Neck with its neckline; a scarf drapes over the collar. @param {View} view @returns {Poly[]} */
function neckShape({ cam, G, person }) {
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) => cam.pt(G.at("t2", x, y, z));
  const low = cam.pt(G.at("t2", 1, 14.4));
  const high = cam.pt(G.at("head", 1.4, 3.5));
  const third = cam.pt(mix(G.at("t2", 1, 14.4), G.at("head", 1.4, 3.5), 0.35));
  const line = Array.from({ length: 12 }, (_, i) =>
    at(1.2 + 5.2 * cos(i * 30), 14.6 - 2.8 * cos(i * 30), 6 * sin(i * 30)),
  );
  const neck = [
    line,
    hull([
      [low, 5.7],
      [third, 5.15],
    ]),
    hull([
      [low, 5],
      [high, 5],
    ]),
  ];
  if (person.hair !== "scarf") return neck;
  return [
    ...neck,
    hull([
      [low, 7.6],
      [high, 7.2],
    ]),
    hull([
      [at(4, 9, 0), 6.5],
      [at(1, 12, 6), 4],
      [at(1, 12, -6), 4],
    ]),
  ];
}

/** @param {View} view @param {Poly[]} neck @param {ReturnType<typeof headShape>} h @returns {Part[]} */
function headParts({ cam, G, person }, neck, h) {
  const low = G.at("t2", 1, 14.4);
  const high = G.at("head", 1.4, 3.5);
  const scarf = person.hair === "scarf";
  const underChin = scarf
    ? []
    : [
        hull([
          [cam.pt(mix(low, high, 0.75)), 5],
          [cam.pt(high), 5],
        ]),
      ];
  return [
    { id: "ears-behind", look: "skin", d: path(h.earsBehind) },
    { id: "bun", look: "hair", d: path(h.bun) },
    { id: "neck", look: scarf ? "hair" : "skin", d: path(neck) },
    { id: "chin-shade", look: "shade", d: path(underChin) },
    { id: "face", look: "skin", d: path([h.face]) },
    { id: "hair", look: "hair", d: path(h.hair) },
    { id: "opening", look: "skin", d: path(h.opening) },
    { id: "ears", look: "skin", d: path(h.ears) },
    { id: "features", look: "line", d: strokes(h.lines) },
    { id: "pupils", look: "dot", d: path(h.pupils) },
  ];
}

/**
 * Roundness of the seat on each side that the camera sees.
 * @param {View} view @param {ReturnType<typeof orderLegs>} legs @returns {Poly[]}
 */
function seat({ cam, G, person }, { fromFront, apart, near }) {
  if (fromFront) return [];
  const extra = seatOf(person);
  const nearSide = near[0] === "legR" ? 1 : -1;
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    cam.pt(G.at("pelvis", x, y, z));
  return [1, -1]
    .filter((s) => apart > (s === nearSide ? 6.5 : 14))
    .map((s) =>
      hull([
        [at(-2.8, -2.6, s * 7), 8.2 + extra],
        [at(-3.4, 0.4, s * 6), 8.4 + extra],
        [at(0, 0, s * 8.6), 8.6],
      ]),
    );
}

/**
 * Trousers over the shirt: pelvis and near leg (both legs from the front) melt into one path.
 * @param {View} view @param {Record<Leg, LegShape>} shapes @param {ReturnType<typeof orderLegs>} legs
 */
function trousers(view, shapes, legs) {
  const { cam, G, k, trunk } = view;
  const { near, fromFront } = legs;
  const low = ring(slice(trunk, 0, WAIST + 1));
  const thighs = near.flatMap((name) => shapes[name].cloth);
  const hips = near.map((name) => disc(cam.pt(G.limbs[name].root), 8.8 * k));
  const sits = fromFront && near.every((name) => shapes[name].short < 0.6);
  const base = [low, ...seat(view, legs)];
  /** @type {Part[]} */
  const parts = near.flatMap((name) => foot(name, shapes[name]));
  parts.push({ id: "trousers", look: "trousers", d: path([...base, ...hips, ...(sits ? [] : thighs)]) });
  if (sits) parts.push(...lap(view, shapes, near));
  return {
    body: [...base, ...thighs],
    parts: [
      ...parts,
      ...shaded(
        "trousers",
        near.flatMap((name) => shapes[name].swept),
      ),
    ],
  };
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

/** @param {Skeleton} G @param {Camera} cam @param {Person} person @param {boolean} closed eyes @returns {Picture} */
export function paint(G, cam, person, closed) {
  const k = person.limb ?? 1;
  /** @type {View} */
  const view = { cam, G, person, k, trunk: trunkShape(cam, G, person) };
  const legs = { legR: legShape(cam, G.limbs.legR, k), legL: legShape(cam, G.limbs.legL, k) };
  const long = person.longSleeves ?? false;
  const arms = { armR: armShape(cam, G.limbs.armR, k, long), armL: armShape(cam, G.limbs.armL, k, long) };
  const legOrder = orderLegs(view);
  const armOrder = orderArms(view);
  const chest = slice(view.trunk, WAIST - 1);
  const shirt = [ring(chest), ...yoke(view, 1), ...yoke(view, -1)];
  const neck = neckShape(view);
  const head = headShape(cam, G, person, closed);
  const lower = trousers(view, legs, legOrder);
  const body = [...shirt, ...lower.body];
  const near = armOrder.filter(({ front }) => front > 0);
  const skins = [...Object.values(legs), ...Object.values(arms)].flatMap(({ cloth, skin }) => [...cloth, ...skin]);
  return {
    parts: [
      ...legOrder.far.flatMap((name) => farLeg(name, legs[name], legOrder.recedes)),
      ...armOrder
        .filter(({ front }) => front < 1)
        .flatMap(({ name, front }) => arm(`${name}-behind`, arms[name], shirt, 1 - front)),
      { id: "shirt", look: "shirt", d: path(shirt) },
      ...shaded("shirt", [chest]),
      ...lower.parts,
    ].filter(({ d }) => d),
    head: headParts(view, neck, head).filter(({ d }) => d),
    arms: near.map(({ name, front }) => ({
      id: name,
      opacity: Math.round(front * 100) / 100,
      parts: arm(name, arms[name], shirt, 1 - front),
      sleeve: arms[name].cloth,
    })),
    body,
    outline: [...body, ...neck, ...skins, head.face, ...head.hair],
    back: view.trunk.back.slice(4, 11),
  };
}

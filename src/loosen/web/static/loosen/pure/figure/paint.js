// From outlines to named paths, back to front. A viewer keeps one <path> per id and sets what changed.
import { collar, headParts, headShapes } from "./head-parts.js";
import { around } from "./hull.js";
import { orderArms, orderLegs, shaded, veil } from "./layers.js";
import { armShape, legShape } from "./limb-shape.js";
import { path, strokes } from "./path.js";
import { blend, inside } from "./plane.js";
import { ring, slice } from "./profile.js";
import { trousers, WAIST } from "./trousers.js";
import { trunkShape } from "./trunk-shape.js";
import { nth, ramp } from "./vector.js";

/** @import { ArmShape, Camera, Part, Person, Picture, Poly, Pt, Skeleton, View } from "./types.js" */

/**
 * A yoke joins neck, shoulder and flank: it gives the slope, and lets a shrug look like one.
 * @param {View} view @param {1 | -1} s @returns {Poly[]}
 */
function yoke({ cam, G, k }, s) {
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) => cam.pt(G.at("t2", x, y, z));
  /** @type {[Pt, number]} */
  const cap = [cam.pt(G.limbs[s > 0 ? "armR" : "armL"].root), 5.5 * k];
  return [around([[at(0.2, 14, s * 4.6), 3.2], cap]), around([cap, [at(2.6, 2, s * 8.4), 6], [at(2, 9, s * 5), 5]])];
}

/** Further down a sleeve than this point it has an edge, even over the shirt. */
const SLEEVE_EDGE = 2;

/**
 * The side of a sleeve from where it leaves the shirt, so that no line begins at once while an arm turns.
 * @param {Poly} side @param {(p: Pt) => boolean} within the shirt @returns {Poly}
 */
function leaving(side, within) {
  const outside = side.slice(0, SLEEVE_EDGE + 1).findIndex((p) => !within(p));
  if (outside === 0) return side;
  if (outside < 0) return side.slice(SLEEVE_EDGE);
  let [from, to] = [nth(side, outside - 1), nth(side, outside)];
  for (let i = 0; i < 4; i++) {
    const half = blend(from, to, 0.5);
    [from, to] = within(half) ? [half, to] : [from, half];
  }
  return [from, ...side.slice(outside)];
}

/** A short sleeve that points at the viewer is a round thing with an edge. @param {string} name @param {ArmShape} s @returns {Part[]} */
function roundEdge(name, { cloth, lower, sleeve }) {
  const opacity = Math.round((1 - ramp(sleeve.short ?? 1, 0.22, 0.38)) * 100) / 100;
  return lower.length || !opacity ? [] : [{ id: `${name}-round`, look: "cuff", d: path(cloth.slice(1)), opacity }];
}

/** The shadow over some parts. @param {string} id @param {Part[]} parts @param {number} recedes @returns {Part[]} */
const veiled = (id, parts, recedes) =>
  veil(id, parts.map(({ look, d }) => (SOLID.has(look) ? d : "")).join(""), recedes);
/** What a veil has to cover; the rest lies within. */
const SOLID = new Set(["skin", "shirt", "sleeve"]);

/** The part of an outline that is seen, in one run. @param {Poly} q @param {(p: Pt) => boolean} seen */
function run(q, seen) {
  const start = q.findIndex((p) => !seen(p));
  return [...q.slice(start), ...q.slice(0, start)].filter(seen);
}

/**
 * An arm, and what of it lies over its own sleeve and the light there: the forearm of a folded arm.
 * @param {string} name @param {ArmShape} s @param {{ shirt: Poly[], scarf: Poly[] }} under on the shirt no contour is drawn, on a scarf there is one
 * @param {number} recedes 0 to 1 @returns {{ parts: Part[], over: Part[] }}
 */
function arm(name, s, { shirt, scarf }, recedes) {
  const on = (/** @type {Poly[]} */ polys, /** @type {Pt} */ p) => polys.some((poly) => inside(poly, p));
  const edge = (/** @type {Poly} */ side) => leaving(side, (p) => on(shirt, p) && !on(scarf, p));
  const { L, R } = s.sleeve;
  const long = s.lower.length > 0;
  const upper = ring(s.sleeve);
  const cap = scarf.length ? [s.cap] : [];
  const seam = cap.map((q) => run(q, (p) => on(scarf, p) && !inside(upper, p)));
  const cuff = [...(long ? [edge(L), edge(R)] : [[...edge(L), ...edge(R).toReversed()]]), ...seam];
  const fingers = { id: `${name}-fingers`, look: "fine", d: strokes(s.fingers) };
  const parts = [
    { id: name, look: "skin", d: path(s.skin) },
    ...shaded(`${name}-skin`, s.bare),
    ...(s.over ? [] : [fingers]),
    { id: `${name}-lower`, look: "shirt", d: path(s.lower) },
    { id: `${name}-sleeve`, look: "sleeve", d: path([...(long ? [upper] : s.cloth), ...cap]) },
    { id: `${name}-cuff`, look: "cuff", d: strokes(cuff) },
    ...roundEdge(name, s),
    ...shaded(`${name}-cloth`, s.dressed),
  ];
  const over = s.over ? forearm(name, s.over, fingers) : [];
  return {
    parts: [...parts, ...veiled(name, parts, recedes)].filter(({ d }) => d),
    over: [...over, ...veiled(`${name}-fore`, over, recedes)].filter(({ d }) => d),
  };
}

/**
 * A folded forearm; at the elbow it melts into the upper arm.
 * @param {string} name @param {NonNullable<ArmShape["over"]>} over @param {Part} fingers @returns {Part[]}
 */
function forearm(name, { skin, lower, elbow, bare }, fingers) {
  return [
    { id: `${name}-fore`, look: "skin", d: path(skin) },
    fingers,
    { id: `${name}-fore-sleeve`, look: "shirt", d: path(lower) },
    { id: `${name}-elbow`, look: lower.length ? "sleeve" : "bare", d: path([elbow]) },
    ...shaded(`${name}-fore`, bare),
  ];
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
  const shirt = [ring(chest), ...yoke(view, 1), ...yoke(view, -1), collar(view)];
  const head = headShapes(view, closed);
  const lower = trousers(view, legs, legOrder);
  const body = [...shirt, ...lower.body];
  const near = armOrder.filter(({ front }) => front > 0);
  const under = { shirt, scarf: head.drape };
  const skins = [...Object.values(legs), ...Object.values(arms)].flatMap(({ cloth, skin }) => [...cloth, ...skin]);
  const folded = Object.values(arms).flatMap(({ over }) => over?.skin ?? []);
  return {
    parts: [
      ...lower.behind,
      ...armOrder
        .filter(({ front }) => front < 1)
        .flatMap(({ name, front }) => Object.values(arm(`${name}-behind`, arms[name], under, 1 - front)).flat()),
      { id: "shirt", look: "shirt", d: path(shirt) },
      ...shaded("shirt", [chest]),
      ...lower.parts,
    ].filter(({ d }) => d),
    head: headParts(view, head).filter(({ d }) => d),
    arms: near.map(({ name, front }) => ({
      id: name,
      opacity: Math.round(front * 100) / 100,
      ...arm(name, arms[name], under, 1 - front),
      sleeve: head.drape.length ? [...arms[name].cloth, arms[name].cap] : arms[name].cloth,
    })),
    body,
    outline: [...body, ...skins, ...folded, ...head.neck, head.face, ...head.hair, ...head.cover],
    back: view.trunk.back.slice(4, 11),
  };
}

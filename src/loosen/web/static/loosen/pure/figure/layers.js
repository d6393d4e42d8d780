// What lies before what: both legs and both arms, back to front, and how dark what lies behind is.

import { shading } from "./limb-shape.js";
import { path } from "./path.js";
import { lerp, mix, ramp } from "./vector.js";

/** @import { Arm, Leg, Limb, Part, Sides, View } from "./types.js" */

/** How much darker what lies behind is. */
const FAR = 0.2;
/** Legs nearer to each other than this, in depth, are drawn as one: seen from the front there is no far leg; cm. */
const BESIDE_CM = 3.5;
/** From here on the far leg is as dark as it gets, cm. */
const BEHIND_CM = 9;

/** Bands of shade and light. @param {string} id @param {Sides[]} swept @returns {Part[]} */
export function shaded(id, swept) {
  const { deep, core, lit } = shading(swept);
  return [
    { id: `${id}-deep`, look: "shade", d: path(deep) },
    { id: `${id}-core`, look: "shade", d: path(core) },
    { id: `${id}-lit`, look: "light", d: path(lit) },
  ];
}

/**
 * The shadow over what lies behind; it deepens by degrees, so that nothing changes its colour at once.
 * @param {string} id @param {string} d the shape @param {number} how far behind, 0 to 1 @returns {Part[]}
 */
export const veil = (id, d, how) =>
  how > 0.01 ? [{ id: `${id}-veil`, look: "veil", d, opacity: Math.round(how * FAR * 100) / 100 }] : [];

/** Which leg is nearer, and how far they are apart. @param {View} view */
export function orderLegs({ cam, G }) {
  const depth = (/** @type {Leg} */ name) => cam.depth(mix(G.limbs[name].root, G.limbs[name].mid, 0.55));
  const gap = depth("legR") - depth("legL");
  /** @type {[Leg, Leg]} */
  const order = gap >= 0 ? ["legL", "legR"] : ["legR", "legL"];
  const fromFront = Math.abs(gap) < BESIDE_CM;
  return {
    near: fromFront ? order : [order[1]],
    far: fromFront ? [] : [order[0]],
    fromFront,
    recedes: ramp(Math.abs(gap), BESIDE_CM, BEHIND_CM),
    apart: Math.abs(cam.depth(G.limbs.legR.root) - cam.depth(G.limbs.legL.root)),
  };
}

/** Each arm, back to front, and how far it is before the trunk: 0 behind, 1 before. @param {View} view */
export function orderArms({ cam, G }) {
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

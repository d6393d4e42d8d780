// A strap from the hands round a foot or a thigh: part of the picture of the body, because it moves with it.
import { local } from "./axes.js";
import { strokes } from "./path.js";
import { add, cross, dot, mix, scale, unit } from "./vector.js";

/** @import { Arm, Camera, Leg, Limb, Part, Prop, Skeleton, Vec } from "./types.js" */

/** Where on a bone the strap lies behind a thigh, and how far from its middle; cm and share. */
const THIGH = { share: 0.62, behind: 7.6, aside: 6.4 };
/** Where it lies under a foot, in the foot's own axes; cm. */
const SOLE = { ahead: 7.5, under: -6.9, aside: 4.4, edge: -3.4 };
/** The end that hangs from each hand, cm. */
const TAIL_CM = 13;

/** Where the strap turns: under the middle, and at the outer and inner edge. @param {Limb} L @param {boolean} foot */
function turn(L, foot) {
  if (!foot) {
    const o = mix(L.root, L.mid, THIGH.share);
    const at = (/** @type {number} */ x, /** @type {number} */ z) => local(o, L.A1, x, 0, z);
    return { middle: at(-THIGH.behind - 1.2, 0), edges: [1, -1].map((s) => at(-4, s * THIGH.aside)) };
  }
  const u = scale(L.nrm, -1);
  const A = { f: L.dir, u, r: unit(cross(L.dir, u)) };
  const at = (/** @type {number} */ y, /** @type {number} */ z) => local(L.end, A, SOLE.ahead, y, z);
  return { middle: at(SOLE.under, 0), edges: [1, -1].map((s) => at(SOLE.edge, s * SOLE.aside)) };
}

/** The hollow of a closed hand. @param {Limb} hand @returns {Vec} */
const hollow = (hand) => add(hand.end, add(scale(hand.dir, 7.4), scale(hand.nrm, 2)));

/** @param {string} id @param {Vec[][]} ways @param {Camera} cam @returns {Part[]} */
function ribbon(id, ways, cam) {
  const d = strokes(ways.map((way) => way.map(cam.pt)));
  return [
    { id: `${id}-edge`, look: "strapEdge", d },
    { id, look: "strap", d },
  ];
}

/** What hangs down from a hand, no further than the floor. @param {Vec} from @returns {Vec[]} */
const tail = (from) => [from, add(from, [0, -Math.min(TAIL_CM, Math.max(0, from[1] - 1)), 0])];

/**
 * The run of the strap beyond the leg, and the one before it.
 * @param {Camera} cam @param {Skeleton} G @param {Prop} prop @returns {{ behind: Part[], before: Part[] }}
 */
export function strap(cam, G, { round = "footR", by = "both" }) {
  const leg = /** @type {Leg} */ (`leg${round.at(-1)}`);
  const { middle, edges } = turn(G.limbs[leg], round.startsWith("foot"));
  /** @type {[Arm, Arm]} */
  const arms = by === "both" ? ["armR", "armL"] : by === "right" ? ["armR", "armR"] : ["armL", "armL"];
  const runs = edges.map((edge, i) => {
    const hand = hollow(G.limbs[/** @type {Arm} */ (arms[i])]);
    return { depth: dot(edge, cam.Z), ways: [[hand, edge, middle], tail(hand)] };
  });
  const [far, near] = runs.toSorted((a, b) => a.depth - b.depth);
  return {
    behind: ribbon("strap-behind", far?.ways ?? [], cam),
    before: ribbon("strap-before", near?.ways ?? [], cam),
  };
}

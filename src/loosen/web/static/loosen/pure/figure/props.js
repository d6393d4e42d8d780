// Things around the person and the floor, in the same world and camera, so they are right in every view.
import { hull } from "./hull.js";
import { path, strokes } from "./path.js";
import { sin } from "./vector.js";

/** @import { Box, Camera, Part, Poly, Prop, Vec } from "./types.js" */

/** The floor goes on beyond the picture, for a page that lets it overflow. */
const BEYOND_CM = 400;

/** A stick or a board: hull of balls of radius r. @param {Camera} cam @param {Vec[]} points @param {number} r */
const board = (cam, points, r) => hull(points.map((p) => [cam.pt(p), r]));
/** @param {Camera} cam @param {number[]} xs @param {number[]} ys @param {number[]} zs @param {number} r */
const block = (cam, xs, ys, zs, r) =>
  board(
    cam,
    xs.flatMap((x) => ys.flatMap((y) => zs.map((z) => /** @type {Vec} */ ([x, y, z])))),
    r,
  );
/** @param {string} id @param {string} look @param {Poly[]} polys @returns {Part} */
const part = (id, look, polys) => ({ id, look, d: path(polys) });

/**
 * Seat top at height h, x = its front edge, facing forwards (1) or back (-1).
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function chair(cam, { x = 14, h = 43, d = 40, w = 20, facing = 1 }) {
  const at = (/** @type {number} */ back, /** @type {number} */ y, /** @type {number} */ z) =>
    /** @type {Vec} */ ([x - facing * back, y, z]);
  const sides = [-w + 2, w - 2];
  /** @type {(back: number, z: number, tilt: number) => Poly} */
  const leg = (back, z, tilt) => board(cam, [at(back + tilt, 1.4, z), at(back, h - 3, z)], 1.4);
  const rails = sides.map((z) => board(cam, [at(d - 2, h - 3, z), at(d + 3.6, 86, z)], 1.5));
  const back = sides.flatMap((z) => [at(d + 1.4, 66, z), at(d + 4, 89, z)]);
  const seat = sides.flatMap((z) => [d - 1, 1.4].flatMap((deep) => [at(deep, h - 3.6, z), at(deep, h - 1.4, z)]));
  const legs = (/** @type {number} */ deep, /** @type {number} */ tilt) => [
    leg(deep, 3 - w, tilt),
    leg(deep, w - 3, tilt),
  ];
  const parts = [
    part("chair-back-legs", facing > 0 ? "woodFar" : "wood", legs(d - 2, 3)),
    part("chair-rails", "wood", rails),
    part("chair-back", "wood", [board(cam, back, 1.7)]),
    part("chair-legs", facing > 0 ? "wood" : "woodFar", legs(3, -1)),
    part("chair-seat", "wood", [board(cam, seat, 1.4)]),
  ];
  return facing > 0 ? parts : parts.toReversed();
}

/** @param {Camera} cam @param {Prop} prop @returns {Part[]} */
const mat = (cam, { x = [-95, 95], w = 32 }) => [part("mat", "mat", [block(cam, x, [-0.6], [-w, w], 0.6)])];

/** Middle of its foot, and length, height, width. @param {Camera} cam @param {Prop} prop @returns {Part[]} */
function cushion(cam, { at: [x, y, z] = [0, 0, 0], size: [l, h, w] = [34, 10, 40] }) {
  const r = h / 2;
  return [
    part("cushion", "cushion", [
      block(cam, [x - l / 2 + r, x + l / 2 - r], [y + r], [z - w / 2 + r, z + w / 2 - r], r),
    ]),
  ];
}

/**
 * Behind a standing person, facing along x, up to `near` towards the viewer: a quiet panel and a skirting board.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
const wall = (cam, { at: x = -14, h = 215, w = 95, near = w }) => [
  part("wall-side", "wallSide", [block(cam, [x - 14, x], [0, h], [near], 0.1)]),
  part("wall", "wall", [block(cam, [x], [0, h], [-w, near], 0.1)]),
  part("skirting", "skirting", [block(cam, [x, x + 1], [0, 8], [-w, near], 0.1)]),
];

/** @type {Record<string, (cam: Camera, prop: Prop) => Part[]>} */
const MAKE = { chair, mat, cushion, wall };

/**
 * Floor and all things, back to front.
 * @param {Camera} cam @param {Box} box @param {readonly Prop[]} props @returns {Part[]}
 */
export function surroundings(cam, [x, y, w, h], props) {
  const top = 60 * sin(cam.tilt);
  const low = -(y + h) - BEYOND_CM;
  const [left, right] = [x - BEYOND_CM, x + w + BEYOND_CM];
  const floor = part("floor", "floor", [
    [
      [left, top],
      [left, low],
      [right, low],
      [right, top],
    ],
  ]);
  const horizon = {
    id: "horizon",
    look: "horizon",
    d: strokes([
      [
        [left, top],
        [right, top],
      ],
    ]),
  };
  return [floor, horizon, ...props.flatMap((prop) => MAKE[prop.kind]?.(cam, prop) ?? [])];
}

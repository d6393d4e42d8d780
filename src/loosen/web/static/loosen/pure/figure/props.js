// Things around the person and the floor, in the same world and camera, so they are right in every view.
import { hull } from "./hull.js";
import { built, strokes } from "./path.js";
import { cos, sin } from "./vector.js";

/** @import { Box, Camera, Part, Poly, Prop, Side, Vec } from "./types.js" */

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
const part = (id, look, polys) => ({ id, look, d: built(polys) });

/**
 * Seat top at height h, x = its front edge, facing forwards (1) or back (-1).
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function chair(cam, { x = 14, h = 43, d = 40, w = 20, facing = 1, z: aside = 0 }) {
  const at = (/** @type {number} */ back, /** @type {number} */ y, /** @type {number} */ z) =>
    /** @type {Vec} */ ([x - facing * back, y, z + aside]);
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

/** A clock face on the floor: its rim, and marks at twelve (away from the head), three, six and nine. @param {Camera} cam @param {Prop} prop @returns {Part[]} */
function dial(cam, { at: [x, y, z] = [0, 0, 0], r = 26 }) {
  const on = (/** @type {number} */ deg, /** @type {number} */ share) =>
    cam.pt([x + r * share * cos(deg), y + 0.2, z + r * share * sin(deg)]);
  const rim = Array.from({ length: 37 }, (_, i) => on(i * 10, 1));
  const marks = [0, 90, 180, 270].map((deg) => [on(deg, 0.82), on(deg, 1.14)]);
  return [{ id: "dial", look: "dial", d: strokes([rim, ...marks]) }];
}

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
 * A wall at x that looks forwards (facing 1, behind the person) or back (-1, before the person), up to `near` towards
 * the viewer: a quiet panel and a skirting board.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
const wall = (cam, { at: x = -14, h = 215, w = 95, facing = 1, near = facing > 0 ? w : 26 }) => [
  part("wall-side", "wallSide", [block(cam, [x - 14 * facing, x], [0, h], [near], 0.1)]),
  part("wall", "wall", [block(cam, [x], [0, h], [-w, near], 0.1)]),
  part("skirting", "skirting", [block(cam, [x, x + facing], [0, 8], [-w, near], 0.1)]),
];

/**
 * A kitchen counter that a standing person faces: x = its front edge, h = its top; it ends `near` towards the viewer.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function counter(cam, { x = 30, h = 90, d = 58, w = 70, near = 26 }) {
  const front = [x + 4];
  const body = [x + 4, x + d];
  return [
    part("counter-foot", "counterFoot", [block(cam, [x + 9, x + d], [0.4, 8], [-w, near], 0.3)]),
    part("counter-body", "counterSide", [block(cam, body, [8, h - 3], [-w, near], 0.3)]),
    part("counter-end", "counterFront", [
      block(cam, cam.Z[0] > 0 ? body : front, [8, h - 3], cam.Z[0] > 0 ? [near] : [-w, near], 0.3),
    ]),
    part("counter-top", "wood", [block(cam, [x + 1.7, x + d], [h - 1.7], [-w, near + 1], 1.7)]),
  ];
}

/**
 * A doorway in a wall, seen from the side the person comes from: its frame is `opening` wide, and open beyond.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function doorway(cam, { at: x = 14, h = 205, w = 95, opening = 84 }) {
  const half = opening / 2;
  const post = (/** @type {number} */ s) => block(cam, [x, x + 10], [0, h + 4], [s * (half + 1), s * (half + 7)], 0.8);
  const panel = (/** @type {number} */ s) => block(cam, [x + 1], [0, h + 60], [s * half, s * w], 0.1);
  return [
    part("doorway-wall", "wall", [panel(-1), panel(1), block(cam, [x + 1], [h, h + 60], [-half, half], 0.1)]),
    part(
      "doorway-skirting",
      "skirting",
      [-1, 1].map((s) => block(cam, [x, x + 1], [0, 8], [s * half, s * w], 0.1)),
    ),
    part("doorway-frame", "frame", [
      post(-1),
      block(cam, [x, x + 10], [h, h + 5], [-half - 7, half + 7], 0.8),
      post(1),
    ]),
  ];
}

/**
 * A bed along x, its near edge towards the viewer: w to each side, h the top of the mattress, the pillow at the far end of x.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function bed(cam, { x = [-96, 104], h = 46, w = 42 }) {
  const [foot, head] = /** @type {[number, number]} */ (x);
  const legs = [foot + 6, head - 6].flatMap((at) =>
    [3 - w, w - 3].map((z) =>
      board(
        cam,
        [
          [at, 2, z],
          [at, 16, z],
        ],
        2,
      ),
    ),
  );
  const pillow = [head - 34, head - 10];
  return [
    part("bed-legs", "woodFar", legs),
    part("bed-board", "wood", [block(cam, [head + 1], [16, h + 22], [-w, w], 1.6)]),
    part("bed-frame", "wood", [block(cam, [foot, head], [17, 25], [-w, w], 1.5)]),
    part("mattress", "counterFront", [block(cam, [foot + 6, head - 6], [h - 12, h - 6], [6 - w, w - 6], 6)]),
    part("pillow", "frame", [block(cam, pillow, [h + 3], [10 - w, w - 10], 4)]),
  ];
}

/**
 * A low step on the floor: the middle of its foot, and length, height, width.
 * @param {Camera} cam @param {Prop} prop @returns {Part[]}
 */
function step(cam, { at: [x, y, z] = [28, 0, 0], size: [l, h, w] = [26, 13, 50] }) {
  const [xs, zs] = [
    [x - l / 2, x + l / 2],
    [z - w / 2, z + w / 2],
  ];
  return [
    part("step-body", "woodFar", [block(cam, xs, [y + 0.6, y + h - 2], zs, 0.6)]),
    part("step-top", "wood", [block(cam, xs, [y + h - 1], zs, 1)]),
  ];
}

/** @type {Record<string, (cam: Camera, prop: Prop) => Part[]>} */
const MAKE = { chair, dial, mat, cushion, wall, counter, doorway, bed, step };

/** What a prop says of one side of the body, said of the other. @type {Readonly<Record<string, string>>} */
const OTHER = { footR: "footL", footL: "footR", thighR: "thighL", thighL: "thighR", right: "left", left: "right" };

/**
 * The things around a person who does the movement with the other side: what stands or is held beside the body changes
 * sides with it.
 * @param {readonly Prop[]} props @param {Side} side @returns {readonly Prop[]}
 */
export function sided(props, side) {
  if (side !== "left") return props;
  return props.map(({ z, at, round, by, ...prop }) => ({
    ...prop,
    ...(z === undefined ? {} : { z: -z }),
    ...(at === undefined ? {} : { at: Array.isArray(at) ? [at[0], at[1], -at[2]] : at }),
    ...(round === undefined ? {} : { round: OTHER[round] }),
    ...(by === undefined ? {} : { by: OTHER[by] ?? by }),
  }));
}

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

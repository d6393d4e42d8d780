// Opening what the page carries: drawings are whole again.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";
import { SENT } from "./example.js";

const LEG = { to: [57, 7, 8.6], toe: 3 };
const ARM = { to: [10, -26, 2], in: "thighR", hand: { dir: [0, -1, 0.2], palm: [-1, 0, 0] }, layer: 1 };
const FREE = { flex: 20 };

const drawn = (pose) => opened({ ...SENT, drawings: { tilt: { cam: [14, 5], poses: { rest: pose } } } }).drawings.tilt;

describe("a drawing that was sent small", () => {
  it("has its left limbs again, as mirror images of the right ones", () => {
    const { legL, armL } = drawn({ legR: LEG, armR: ARM }).poses.rest;

    assert.deepEqual(legL, { to: [57, 7, -8.6], toe: 3 });
    assert.deepEqual(armL, {
      to: [10, -26, -2],
      in: "thighL",
      hand: { dir: [0, -1, -0.2], palm: [-1, 0, -0] },
      layer: 1,
    });
  });

  it("keeps a left limb that was sent", () => {
    assert.deepEqual(drawn({ legR: LEG, armR: ARM, armL: FREE }).poses.rest.armL, FREE);
  });

  it("has rows for what is empty", () => {
    const { props, loop, bases } = drawn({ legR: LEG, armR: ARM });

    assert.deepEqual([props, loop, bases], [[], [], {}]);
  });
});

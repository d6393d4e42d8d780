// Things around the person: made straight, in the place that is said, on the side that moves.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { camera } from "../../src/loosen/web/static/loosen/pure/figure/camera.js";
import { frame, poseAt, setting, stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import { built, path } from "../../src/loosen/web/static/loosen/pure/figure/path.js";
import { sided, surroundings } from "../../src/loosen/web/static/loosen/pure/figure/props.js";
import { DRAWINGS } from "./figure-checks.js";

const BOX = [-90, -200, 180, 220];
const kinds = (props, turn = 14) => surroundings(camera(turn, 5), BOX, props).map(({ id }) => id);

describe("the things around the person", () => {
  it("are a floor alone when nothing is said", () => {
    assert.deepEqual(kinds([]), ["floor", "horizon"]);
  });

  for (const kind of ["chair", "wall", "mat", "cushion", "counter", "doorway", "dial"]) {
    it(`are drawn from every side: ${kind}`, () => {
      for (const turn of [-38, 14, 48, 90, 166]) {
        const parts = surroundings(camera(turn, 5), BOX, [{ kind }]).slice(2);
        assert.ok(parts.length > 0);
        for (const { id, d } of parts) assert.match(d, /^M-?\d[^N]*$/, `${id} at ${turn}`);
      }
    });
  }

  it("have straight edges, even where two of them meet at a blunt angle", () => {
    const board = [
      [0, 0],
      [40, 0],
      [60, 12],
      [40, 20],
      [0, 20],
    ];
    assert.doesNotMatch(built([board]), /c/);
    assert.match(path([board]), /c/, "a body's outline would be round there");
  });

  it("may be a wall behind the person or before them", () => {
    const sideOf = (facing) => surroundings(camera(0, 0), BOX, [{ kind: "wall", at: 40, facing }])[2].d;
    assert.match(sideOf(1), /^M518 /, "14 cm thick, away from the person who leans back on it");
    assert.match(sideOf(-1), /^M798 /);
  });

  it("change sides with a person who does it with the other side", () => {
    const props = [
      { kind: "chair", z: 50 },
      { kind: "cushion", at: [-60, 0, 8] },
      { kind: "strap", round: "footR" },
    ];

    assert.deepEqual(sided(props, "left"), [
      { kind: "chair", z: -50 },
      { kind: "cushion", at: [-60, 0, -8] },
      { kind: "strap", round: "footL" },
    ]);
    assert.equal(sided(props, null), props);
  });
});

describe("a strap", () => {
  const drawing = { ...DRAWINGS["knee-to-chest"], props: [{ kind: "strap", round: "thighR" }] };
  const idsOf = (on) => frame(on, poseAt(on, { from: "hugging", to: "hugging", u: 1 })).parts.map(({ id }) => id);

  it("goes round the leg: one run behind the body, the other one before it", () => {
    const ids = idsOf(stage(drawing, "sam"));

    assert.ok(ids.indexOf("strap-behind") < ids.indexOf("trousers"));
    assert.ok(ids.indexOf("strap-before") > ids.indexOf("trousers"));
  });

  it("is no part of the room, which stays while it moves", () => {
    assert.ok(setting(stage(drawing, "sam")).every(({ id }) => !id.startsWith("strap")));
  });

  it("is not there when the movement has none", () => {
    assert.ok(idsOf(stage({ ...drawing, props: [] }, "sam")).every((id) => !id.startsWith("strap")));
  });
});

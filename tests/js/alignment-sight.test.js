// What is made of points of a picture when somebody moves otherwise than the figure: too quick, half hidden, gone astray.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { begin, see, targets } from "../../src/loosen/web/static/loosen/pure/alignment.js";

const COUNT = { angle: ["shoulder", "hip", "knee"], posture: "", enter: 0.55, leave: 0.3, least_deg: 15, least_s: 1.5 };
const SOFT = {
  id: "soft",
  angle: ["hip", "knee", "ankle"],
  posture: "folded",
  between_deg: [140, 180],
  tolerance_deg: 15,
};
const CHECKS = [{ ...SOFT, levels: [], say: "Let the knees stay soft." }];

/** Somebody seen from the right who leans `lean` degrees at the hip and bends the near knee. */
function person(lean, { bend = 0, seen = 1, noise = 0 } = {}) {
  const rad = (deg) => (deg * Math.PI) / 180;
  const at = (x, y) => ({ x: x + noise, y, seen: 1 });
  const [hip, knee] = [at(0, 90), at(0, 48)];
  return {
    "right-shoulder": at(50 * Math.sin(rad(lean)), 90 + 50 * Math.cos(rad(lean))),
    "right-hip": { ...hip, seen },
    "right-knee": knee,
    "right-ankle": at(-41 * Math.sin(rad(bend)), 48 - 41 * Math.cos(rad(bend))),
  };
}

const HINGE = { level: "described", count: COUNT, postures: ["folded", "tall"], sides: "together", shown: {} };
const LEAN = { tall: 0, folded: 60 };
const ON = targets({ view: "side", checks: CHECKS }, HINGE, (posture) => person(LEAN[posture]));

/** Watch somebody for some seconds, ten times a second: a lean in degrees and what else is so, by the second. */
function watched(seconds, lean, more = () => ({}), on = ON) {
  let sight = begin(on);
  const said = [];
  for (let i = 1; i <= seconds * 10; i++) {
    const tS = i / 10;
    const posture = tS % 8 < 4 ? "folded" : "tall";
    const glimpse = { tS, points: person(lean(tS), more(tS)), posture, reached: tS % 4 > 3, side: null };
    sight = see(on, sight, glimpse);
    if (sight.say) said.push([tS, sight.say]);
  }
  return { sight, said };
}

/** Four seconds down and four up, again and again. */
const hinging =
  (far = 60) =>
  (tS) =>
    (far / 2) * (1 - Math.cos((2 * Math.PI * tS) / 8));

describe("somebody who", () => {
  it("hinges with the figure is counted", () => assert.equal(watched(40, hinging()).sight.count, 5));

  it("goes less far than the dose asks is not counted, however often", () => {
    assert.equal(watched(40, hinging(25)).sight.count, 0);
  });

  it("stands still is not counted", () => assert.equal(watched(40, () => 3).sight.count, 0));

  it("stands a little bent, or before a camera that is off, is counted all the same", () => {
    const aside = (tS) => 20 + hinging()(tS);
    assert.equal(watched(40, aside).sight.count, 5);
  });

  it("drops and comes up in a moment has done no repetition", () => {
    assert.equal(watched(40, (tS) => (tS % 8 < 1 ? 60 : 0)).sight.count, 0);
  });

  it("stops half way and goes on is counted once", () => {
    const halting = (tS) => (tS % 16 < 4 ? hinging()(tS % 16) : tS % 16 < 12 ? 60 : hinging()((tS % 16) - 8));
    assert.equal(watched(32, halting).sight.count, 2);
  });
});

describe("a point that", () => {
  it("goes astray for a frame changes nothing", () => {
    const astray = (tS) => ({ noise: Math.round(tS * 10) % 23 === 0 ? 80 : 0 });
    const { sight, said } = watched(40, hinging(), astray);
    assert.deepEqual([sight.count, said.length], [5, 0]);
  });

  it("is not seen is named, and the count says that it is unsure", () => {
    const { sight } = watched(40, hinging(), (tS) => ({ seen: tS > 20 ? 0.2 : 1 }));
    assert.deepEqual([sight.count, sight.unsure, sight.unseen], [2, true, ["hip"]]);
  });

  it("is hidden for a moment makes nothing unsure", () => {
    const { sight } = watched(40, hinging(), (tS) => ({ seen: tS % 8 < 1 ? 0.2 : 1 }));
    assert.deepEqual([sight.count, sight.unsure], [5, false]);
  });

  it("is not seen is never corrected by", () => {
    const { said } = watched(40, hinging(), () => ({ bend: 60, seen: 0.2 }));
    assert.deepEqual(said, []);
  });
});

describe("a correction", () => {
  const bent = (from, to) => (tS) => ({ bend: tS > from && tS < to ? 70 : 0 });

  it("is said once while somebody stays bent, however long", () => {
    assert.equal(watched(80, hinging(), bent(0, 80)).said.length, 1);
  });

  it("may be said again after the posture was within once more", () => {
    const { said } = watched(64, hinging(), (tS) => ({ bend: tS < 16 || tS > 40 ? 70 : 0 }));
    assert.equal(said.length, 2);
  });

  it("waits until the posture has been so for a while", () => {
    const { said } = watched(40, hinging(), (tS) => ({ bend: tS % 4 > 3.1 && tS % 4 < 3.4 ? 70 : 0 }));
    assert.deepEqual(said, []);
  });

  it("is never said within eight seconds of another", () => {
    const both = [
      CHECKS[0],
      { ...CHECKS[0], id: "long", angle: ["shoulder", "knee", "ankle"], between_deg: [170, 180] },
    ];
    const on = targets({ view: "side", checks: both }, HINGE, (posture) => person(LEAN[posture]));
    const { said } = watched(40, hinging(), bent(0, 40), on);
    assert.deepEqual(
      said.map(([, id]) => id),
      ["soft", "long"],
    );
    assert.ok(said[1][0] - said[0][0] >= 8);
  });

  it("is for the posture it names only", () => {
    const { said } = watched(40, hinging(), (tS) => ({ bend: tS % 8 >= 4 ? 70 : 0 }));
    assert.deepEqual(said, []);
  });
});

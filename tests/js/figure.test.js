// Every movement, at every range and for every person: nothing slides, sinks, bends backwards, lets go or jumps.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { frame, poseAt, stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import { NAMES } from "../../src/loosen/web/static/loosen/pure/figure/looks.js";
import { solve } from "../../src/loosen/web/static/loosen/pure/figure/skeleton.js";
import { size, sub } from "../../src/loosen/web/static/loosen/pure/figure/vector.js";
import { ASKED } from "./asked.js";
import {
  angles,
  DRAWINGS,
  gap,
  headHeight,
  inclination,
  joints,
  lowest,
  PICTURES,
  shoulderTurn,
  ways,
} from "./figure-checks.js";

/** The gentlest level, a half, and as described. */
const RANGES = [0.3, 0.5, 1];
const STEPS = 12;
const FLOOR_CM = -1.5;
const DRIFT_CM = 0.01;
const REACH_CM = 1.2;
const HOLD_CM = 3;
/** Another body with the same targets: a little more is allowed. */
const OTHER_BODY_CM = 1.5;
const JUMP_CM = 6;
/** A chest that is lower than this lies, on the back or on a side. */
const LYING_CM = 24;
/** A head sinks in or stands off by no more than this. */
const HEAD_CM = 1.5;
const FRAME_S = 1 / 30;
/** Writing path data is what costs most: so many characters keep a frame well below two milliseconds (bin/bench). */
const FRAME_CHARACTERS = 34_000;

/** Degrees within which the practice stays; about half of what joints can do (clinical ground, section 4). */
const RANGE_OF = { "leg bend": [-1, 155], "arm bend": [-1, 155], "leg swing": [-25, 130], "leg out": [-28, 45] };

/** Every moment of every way of a movement. */
function* moments(drawing, person, range = 1, side = null) {
  const on = stage(drawing, person, side);
  for (const [from, to] of ways(drawing)) {
    for (let i = 0; i <= STEPS; i++) {
      const pose = poseAt(on, { from, to, u: i / STEPS, range });
      yield { on, from, to, i, pose, G: solve(pose, on.body), where: `${person} ${range} ${from} to ${to}, step ${i}` };
    }
  }
}

/** Every frame of the loop at its own pace. */
function* played(drawing) {
  const on = stage(drawing, "sam");
  let from = drawing.loop.at(-1).posture;
  for (const { posture, s } of drawing.loop) {
    for (let t = 0; t < s; t += FRAME_S)
      yield { posture, G: solve(poseAt(on, { from, to: posture, u: t / s }), on.body) };
    from = posture;
  }
}

/** Which leg is drawn first, and how far each arm is before the trunk. */
function layersOf({ parts, arms }) {
  const legs = parts.filter(({ id }) => /^leg.-foot/.test(id)).map(({ id }) => id.slice(0, 4));
  const front = (name) => arms.find(({ id }) => id === name)?.opacity ?? 0;
  return { legs: legs.join(), armR: front("armR"), armL: front("armL") };
}

/** Every moment for everybody; several tests of a movement look at the same ones. */
function everyOne(drawing) {
  if (kept.drawing !== drawing) {
    const all = NAMES.flatMap((person) => RANGES.flatMap((range) => [...moments(drawing, person, range)]));
    kept = { drawing, all };
  }
  return kept.all;
}
let kept = { drawing: null, all: [] };
const slack = (where) => (where.startsWith("sam") ? 0 : OTHER_BODY_CM);

for (const [slug, drawing] of Object.entries(DRAWINGS)) {
  describe(slug, () => {
    it("keeps every part above the floor", () => {
      for (const { G, where } of everyOne(drawing)) {
        const [part, height] = lowest(G);
        assert.ok(height > FLOOR_CM - slack(where), `${part} ${height.toFixed(1)} cm: ${where}`);
      }
    });

    it("looks after the head: it lies on something while the chest lies", () => {
      for (const { G, pose, where } of everyOne(drawing)) {
        if (G.at("t1", 0, 6)[1] > LYING_CM) continue;
        assert.ok(pose.head, `nothing carries the head, say head_rests_cm: ${where}`);
        const [height] = headHeight(G);
        assert.ok(Math.abs(height - pose.head.cm) < HEAD_CM, `${height.toFixed(1)} cm, not ${pose.head.cm}: ${where}`);
      }
    });

    it("keeps hands, feet and knees where they are planted", () => {
      for (const { G, on, pose, from, to, where } of everyOne(drawing)) {
        const [a, b] = [on.poseOf(from, 1), on.poseOf(to, 1)];
        for (const [name, L] of Object.entries(G.limbs)) {
          const [was, is] = [a[name], b[name]].map((said) =>
            JSON.stringify(said.knee ?? (said.in ? null : said.to) ?? null),
          );
          if (was === "null" || was !== is || pose[name].knee) continue;
          const slid = size(sub(L.end, L.want)) - REACH_CM - slack(where);
          assert.ok(slid < DRIFT_CM, `${name} leaves its place by ${slid.toFixed(2)} cm: ${where}`);
        }
      }
    });

    it("keeps every bone at its length", () => {
      for (const { G, on, where } of everyOne(drawing)) {
        const { thigh, shank, upper, fore } = on.body;
        for (const L of Object.values(G.limbs)) {
          const [a, b] = L.leg ? [thigh, shank] : [upper, fore];
          const off = Math.max(Math.abs(size(sub(L.mid, L.root)) - a), Math.abs(size(sub(L.end, L.mid)) - b));
          assert.ok(off < 1e-6, where);
        }
      }
    });

    it("bends no joint backwards or beyond its range", () => {
      for (const { G, where } of everyOne(drawing)) {
        for (const name of Object.keys(G.limbs)) {
          for (const [angle, deg] of Object.entries(angles(G, name))) {
            const [least, most] = RANGE_OF[`${name.slice(0, 3)} ${angle}`] ?? [-Infinity, Infinity];
            assert.ok(deg >= least && deg <= most, `${name} ${angle} ${deg.toFixed(0)}: ${where}`);
          }
        }
      }
    });

    it("reaches and holds what it is said to hold", () => {
      for (const { G, pose, i, where } of everyOne(drawing)) {
        if (i !== 0 && i !== STEPS) continue;
        for (const [name, L] of Object.entries(G.limbs)) {
          const missed = size(sub(L.end, L.want));
          assert.ok(missed < REACH_CM + slack(where), `${name} misses by ${missed.toFixed(1)} cm: ${where}`);
          const off = gap(G, name, pose[name]);
          assert.ok(
            off === null || Math.abs(off) < HOLD_CM + slack(where),
            `${name} ${off?.toFixed(1)} cm off: ${where}`,
          );
        }
      }
    });

    it("does not jump from frame to frame at its own pace", () => {
      let was = null;
      for (const { G, posture } of played(drawing)) {
        const now = joints(G);
        for (const name of Object.keys(was ?? {})) {
          const moved = size(sub(now[name], was[name]));
          assert.ok(moved < JUMP_CM, `${name} jumps ${moved.toFixed(1)} cm on the way to ${posture}`);
        }
        was = now;
      }
    });

    it("lets nothing pop: legs keep their order, an arm comes to the front by degrees", () => {
      const on = stage(drawing, "sam");
      for (const [from, to] of ways(drawing)) {
        const layers = Array.from({ length: 91 }, (_, i) => layersOf(frame(on, poseAt(on, { from, to, u: i / 90 }))));
        layers.slice(1).forEach((now, i) => {
          const where = `${from} to ${to} at ${i}`;
          assert.equal(now.legs, layers[i].legs, `legs change order: ${where}`);
          const step = Math.max(Math.abs(now.armR - layers[i].armR), Math.abs(now.armL - layers[i].armL));
          assert.ok(step <= 0.5, `an arm comes to the front at once, by ${step}: ${where}`);
        });
      }
    });

    it("is light to draw", () => {
      const on = stage(drawing, "noor");
      for (const [from, to] of ways(drawing)) {
        for (const u of [0, 0.5]) {
          const { parts, head, arms } = frame(on, poseAt(on, { from, to, u }));
          const all = [...parts, ...head, ...arms.flatMap((arm) => [...arm.parts, ...arm.over])];
          const characters = all.reduce((sum, { d }) => sum + d.length, 0);
          assert.ok(characters < FRAME_CHARACTERS, `${characters} characters: ${from} to ${to} at ${u}`);
        }
      }
    });

    it("shows the technique of the clinical ground", () => {
      const on = stage(drawing, "sam");
      for (const [posture, asks] of Object.entries(ASKED[slug])) {
        const G = solve(on.poseOf(posture, 1), on.body);
        for (const [name, angle, least, most] of asks) {
          const deg = angles(G, name)[angle];
          assert.ok(
            deg >= least && deg <= most,
            `${posture}: ${name} ${angle} ${deg.toFixed(0)}, asked ${least} to ${most}`,
          );
        }
      }
    });

    it("moves less when the range is smaller", () => {
      const on = stage(drawing, "sam");
      const first = joints(solve(on.poseOf(drawing.first, 1), on.body));
      const moved = (range) => {
        const now = joints(solve(on.poseOf(drawing.ghost, range), on.body));
        return Math.max(...Object.keys(now).map((name) => size(sub(now[name], first[name]))));
      };
      assert.ok(moved(0.3) < moved(0.6) && moved(0.6) < moved(1), `${moved(0.3)} ${moved(0.6)} ${moved(1)}`);
    });

    it("does the same with the other side", () => {
      const [right, left] = ["right", "left"].map((side) => stage(drawing, "sam", side));
      for (const posture of Object.keys(drawing.poses)) {
        const [G, M] = [right, left].map((on) => solve(on.poseOf(posture, 1), on.body));
        for (const [name, [x, y, z]] of Object.entries(joints(G))) {
          const other = name.replace(/^(leg|arm)([RL])/, (_, limb, side) => limb + (side === "R" ? "L" : "R"));
          const [mx, my, mz] = joints(M)[other];
          assert.ok(Math.hypot(mx - x, my - y, mz + z) < 0.5, `${posture} ${name}`);
        }
      }
    });
  });
}

describe("pictures that belong to no movement", () => {
  for (const [name, drawing] of Object.entries(PICTURES)) {
    for (const posture of Object.keys(drawing.poses)) {
      it(`stands on the floor and reaches what it holds: ${name}, ${posture}`, () => {
        const on = stage(drawing, "sam");
        const G = solve(on.poseOf(posture, 1), on.body);
        const [part, height] = lowest(G);
        assert.ok(height > FLOOR_CM, `${part} ${height.toFixed(1)} cm`);
        for (const [limb, L] of Object.entries(G.limbs)) assert.ok(size(sub(L.end, L.want)) < REACH_CM, limb);
      });
    }
  }
});

describe("inclinations and turns that the clinical ground asks for", () => {
  const solved = (slug, posture) => {
    const on = stage(DRAWINGS[slug], "sam");
    return solve(on.poseOf(posture, 1), on.body);
  };

  it("folds the hip hinge to 45 to 80 degrees, with the hips going back", () => {
    const deg = inclination(solved("hip-hinge", "folded"));
    assert.ok(deg > 45 && deg < 80, `${deg}`);
    const back =
      solved("hip-hinge", "tall").at("pelvis", 0, 0)[0] - solved("hip-hinge", "folded").at("pelvis", 0, 0)[0];
    assert.ok(back > 0.15 * 50, `${back} cm`);
  });

  for (const slug of ["seated-rotation", "standing-turn"]) {
    it(`turns the shoulders 20 to 45 degrees in ${slug}, and the pelvis not`, () => {
      const deg = Math.abs(shoulderTurn(solved(slug, "turned")));
      assert.ok(deg > 20 && deg < 45, `${deg}`);
      assert.ok(Math.abs(solved(slug, "turned").S.pelvis.A.f[2]) < 0.17);
    });
  }

  it("keeps arms and thighs upright on hands and knees", () => {
    const G = solved("cat-cow", "flat");
    const { legR, armR } = G.limbs;
    assert.ok(Math.abs(legR.root[0] - legR.mid[0]) < 7.4, "hips over knees, within ten degrees");
    assert.ok(Math.abs(armR.root[0] - armR.end[0]) < 9.2, "shoulders over wrists, within ten degrees");
  });
});

// The film from every position to every other one, for every person: nothing jumps, sinks, slides or leaves the picture.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import { NAMES } from "../../src/loosen/web/static/loosen/pure/figure/looks.js";
import { extent } from "../../src/loosen/web/static/loosen/pure/figure/placing.js";
import { solve } from "../../src/loosen/web/static/loosen/pure/figure/skeleton.js";
import { size, sub } from "../../src/loosen/web/static/loosen/pure/figure/vector.js";
import { filmOf } from "../../src/loosen/web/static/loosen/pure/film.js";
import { begin, follow } from "../../src/loosen/web/static/loosen/pure/session.js";
import { drawingOf, wayOf } from "../../src/loosen/web/static/loosen/pure/way.js";
import { joints, lowest } from "./figure-checks.js";
import { MOVEMENTS, POSITIONS, session } from "./film-checks.js";

const FRAME_S = 1 / 30;
const LOOK_S = 0.4;
const JUMP_CM = 6;
const FLOOR_CM = -1.6;
/** Another body with the same targets: a little more is allowed. */
const OTHER_BODY_CM = 1.5;
const SLID_CM = 0.6;
/** What two joints may be apart where one picture takes the place of another, cm. */
const SEAM_CM = 0.5;

const how = { tapped: false, tell: () => "id" };

/** The way from the end of one movement to the beginning of another. */
function wayBetween(from, to, sides = []) {
  const bundle = session([from, to], { sides });
  const start = begin(bundle);
  return wayOf(bundle, follow(bundle, { ...start, atS: start.changeS + 4 }, "done", how));
}

/** Every so many seconds of a way. */
function* shots(way, person, everyS, wanted = () => true) {
  const film = filmOf(way, person);
  const { body } = stage(drawingOf(way), person);
  for (let atS = 0; atS <= way.changeS; atS += everyS) {
    if (!wanted(atS)) continue;
    const shot = film.at(atS);
    yield { atS, shot, G: solve(shot.pose, body), where: `${person}, second ${atS.toFixed(1)}` };
  }
}

/** Fail when a joint went too far since the last look. */
function noJump(was, now, where, most = JUMP_CM) {
  for (const name of Object.keys(was)) {
    const moved = size(sub(now[name], was[name]));
    assert.ok(moved < most, `${name} jumps ${moved.toFixed(1)} cm: ${where}`);
  }
}

const planted = (said) => said.to && !said.in && said.toe !== undefined && said.to[1] < 7.05;

/** Fail when a foot that stands on the floor slid since the last look. */
function noSlide(was, now, where) {
  for (const leg of ["legR", "legL"].filter((name) => planted(was[name]) && planted(now[name]))) {
    const slid = Math.hypot(now[leg].to[0] - was[leg].to[0], now[leg].to[2] - was[leg].to[2]);
    assert.ok(slid < SLID_CM, `${leg} slides ${slid.toFixed(2)} cm: ${where}`);
  }
}

/** Fail when something of the body is outside the picture. */
function allSeen({ cam, box: [x, y, w, h] }, G, where) {
  for (const [p] of extent(G)) {
    const [px, py] = cam.pt(p);
    const inside = px > x && px < x + w && -py > y && -py < y + h;
    assert.ok(inside, `${px.toFixed(0)}, ${py.toFixed(0)} is outside: ${where}`);
  }
}

const PAIRS = POSITIONS.flatMap((a) => POSITIONS.filter((b) => a !== b).map((b) => [a, b]));

for (const [a, b] of PAIRS) {
  describe(`from ${a} to ${b}`, () => {
    const way = wayBetween(MOVEMENTS[a][0], MOVEMENTS[b][0]);

    it("moves no joint further than six centimetres in a frame, and slides on no planted foot", () => {
      let was = null;
      for (const { G, shot, where } of shots(way, "sam", FRAME_S)) {
        const now = { joints: joints(G), pose: shot.pose };
        noJump((was ?? now).joints, now.joints, where);
        noSlide((was ?? now).pose, now.pose, where);
        was = now;
      }
    });

    for (const person of NAMES) {
      it(`keeps ${person} above the floor and in the picture`, () => {
        for (const { G, shot, where } of shots(way, person, LOOK_S)) {
          const [part, height] = lowest(G);
          const slack = person === "sam" ? 0 : OTHER_BODY_CM;
          assert.ok(height > FLOOR_CM - slack, `${part} ${height.toFixed(1)} cm: ${where}`);
          allSeen(shot, G, where);
        }
      });
    }

    it("begins where the one movement was left, and ends where the other begins", () => {
      const film = filmOf(way, "sam");
      for (const [shot, held] of [
        [film.at(0), way.start],
        [film.at(way.changeS), way.goal],
      ]) {
        const on = stage(held.drawing, "sam");
        const drawn = joints(solve(on.poseOf(held.to, held.range), on.body));
        const filmed = joints(solve(shot.pose, on.body));
        for (const name of Object.keys(drawn)) {
          const [x, y] = on.cam.pt(drawn[name]);
          const [fx, fy] = shot.cam.pt(filmed[name]);
          const there = [x - on.box[0], -y - on.box[1]];
          const seen = [fx - shot.box[0], -fy - shot.box[1]];
          assert.ok(Math.hypot(there[0] - seen[0], there[1] - seen[1]) < SEAM_CM, `${name} leaps where films join`);
        }
      }
    });
  });
}

/** Every movement is left once and come to once, mostly from another position, every other one on the left. */
const ALL = Object.values(MOVEMENTS).flat();
const ON = 23;
const EACH = ALL.map((from, i) => [from, ALL[(i + ON) % ALL.length], i % 2 ? ["left", "left"] : ["right", "right"]]);
/** What lies between is the same for all movements of a position. */
const ENDS_S = 7;

describe("from and to every movement", () => {
  for (const [from, to, sides] of EACH) {
    it(`nothing leaps or sinks from ${from} to ${to}, on the ${sides[0]}`, () => {
      const way = wayBetween(from, to, sides);
      let was = null;
      for (const { atS, G, where } of shots(way, "sam", 2 * FRAME_S, (s) => s < ENDS_S || s > way.changeS - ENDS_S)) {
        const now = { atS, joints: joints(G) };
        const [part, height] = lowest(G);
        assert.ok(height > FLOOR_CM, `${part} ${height.toFixed(1)} cm: ${where}`);
        if (was && now.atS - was.atS < 3 * FRAME_S) noJump(was.joints, now.joints, where, 2 * JUMP_CM);
        was = now;
      }
    });
  }
});

describe("on a way that is broken off", () => {
  it("the feet stay above the floor on the way back", () => {
    const bundle = session(["wall-tap-hinge", "dead-bug"]);
    const start = begin(bundle);
    const underway = follow(bundle, { ...start, atS: start.changeS + 4 }, "done", how);
    const way = wayOf(bundle, follow(bundle, { ...underway, atS: 14.9 }, "swap", how));

    for (const { G, where } of shots(way, "sam", 4 * FRAME_S)) {
      const [part, height] = lowest(G);
      assert.ok(height > FLOOR_CM, `${part} ${height.toFixed(1)} cm: ${where}`);
    }
  });
});

describe("at the beginning and after the end", () => {
  it("somebody who stands there is led into the first movement", () => {
    const bundle = session(["pelvic-tilt"]);
    const way = wayOf(bundle, begin(bundle));

    const first = solve(filmOf(way, "sam").at(0).pose, stage(drawingOf(way), "sam").body);
    assert.ok(first.at("pelvis", 0, 0)[1] > 80);
  });

  it("nobody is asked to stand who does everything on a chair", () => {
    const whole = session(["seated-breath"]);
    const seated = (line) => line.filter(({ position }) => position === "sitting");
    const bundle = { ...whole, film: { up: seated(whole.film.up), down: seated(whole.film.down) } };

    assert.equal(wayOf(bundle, begin(bundle)), null);
  });

  it("nobody is led to bed from standing", () => {
    const bundle = session(["lying-breath"], { abed: true });

    assert.equal(wayOf(bundle, begin(bundle)), null);
  });

  it("somebody who finished lying is shown the way up, if they like", () => {
    const bundle = session(["pelvic-tilt"]);
    const start = begin(bundle);
    const end = follow(bundle, { ...start, atS: start.changeS + 4 }, "done", how);
    const way = wayOf(bundle, follow(bundle, end, "up", how));

    const last = solve(filmOf(way, "sam").at(way.changeS).pose, stage(drawingOf(way), "sam").body);
    assert.ok(last.at("pelvis", 0, 0)[1] > 80);
    assert.equal(way.halts.at(-1).say, "Push on your thigh, and stand.");
  });
});

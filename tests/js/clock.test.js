/** What is seen at a second: the cue, the breath, the count, the repetitions done and the time left. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";
import {
  asClock,
  frameAt,
  leftS,
  repetitionsDone,
  stretch,
  usualPath,
} from "../../src/loosen/web/static/loosen/pure/clock.js";
import { SENT } from "./example.js";

const bundle = opened(SENT);
const hinge = stretch(bundle, bundle.places.hinge, 17);

describe("a movement", () => {
  test("begins with the change of position and says how long it still takes", () => {
    const frame = frameAt(hinge, 5);

    assert.equal(frame.phase, "change");
    assert.equal(frame.changeLeftS, 12);
    assert.equal(frame.cue.posture, "folded");
  });

  test("fills the breath on the way in and empties it on the way out, still at both ends", () => {
    const out = [17, 19, 20.999].map((atS) => frameAt(hinge, atS).breath);
    const into = [21, 23, 24.999].map((atS) => frameAt(hinge, atS).breath);

    assert.deepEqual(
      out.map((full) => full.toFixed(2)),
      ["1.00", "0.50", "0.00"],
    );
    assert.deepEqual(
      into.map((full) => full.toFixed(2)),
      ["0.00", "0.50", "1.00"],
    );
  });

  test("counts from the first moment of a count to the last, never one more", () => {
    assert.deepEqual(
      [17, 17.99, 18, 20.99].map((atS) => frameAt(hinge, atS).pips),
      [1, 1, 2, 4],
    );
  });

  test("moves from where the cue before it ended", () => {
    assert.equal(frameAt(hinge, 17).from, null);
    assert.equal(frameAt(hinge, 22).from, "folded");
  });

  test("is over after its last cue", () => {
    assert.equal(frameAt(hinge, hinge.wholeS).phase, "over");
  });
});

describe("repetitions done", () => {
  test("count when both halves are complete", () => {
    assert.deepEqual(
      [0, 24.9, 25, 33, 41].map((atS) => repetitionsDone(hinge, atS)),
      [0, 0, 1, 2, 3],
    );
  });

  test("count a side only when the other side has done as many", () => {
    const cue = (atS, repetition, side) => ({ atS, durationS: 4, repetition, side, part: "" });
    const cues = [cue(0, 1, "right"), cue(4, 2, "right"), cue(8, 1, "left"), cue(12, 2, "left")];
    const part = { changeS: 0, play: { cues, durationS: 16 }, wholeS: 16 };

    assert.deepEqual(
      [8, 12, 16].map((atS) => repetitionsDone(part, atS)),
      [0, 1, 2],
    );
  });
});

describe("time left", () => {
  test("is the sum over the usual path, so it ends at nothing", () => {
    assert.equal(leftS(bundle, "breath", 10, 0), 10 + 8 + 17 + 24);
    assert.equal(leftS(bundle, "hinge", 17, 41), 0);
  });

  test("at a question is nothing: only the person knows", () => {
    assert.equal(leftS(bundle, "how", 0, 0), 0);
  });

  test("is shown in minutes and seconds", () => {
    assert.deepEqual([0, 0.2, 59.5, 61, 200].map(asClock), ["0:00", "0:01", "1:00", "1:01", "3:20"]);
  });
});

test("the usual path ends where only a tap leads on", () => {
  assert.deepEqual(
    [...usualPath(bundle, "hinge-settle", 0)].map(({ id }) => id),
    ["hinge-settle", "how"],
  );
});

describe("another pace", () => {
  test("stretches every cue alike and changes no count", () => {
    const slow = opened(SENT, 1.5);

    assert.equal(slow.plays[1].durationS, 36);
    assert.deepEqual(
      slow.plays[1].cues.map(({ counts }) => counts),
      bundle.plays[1].cues.map(({ counts }) => counts),
    );
  });
});

test("a bundle of another version is refused by name", () => {
  assert.throws(() => opened({ ...SENT, version: 2 }), /loosen-bundle 2/);
});

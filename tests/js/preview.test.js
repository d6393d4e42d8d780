// The page of a movement that is being written: where it is at a moment of its cues.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { asTime, leftSide, momentAt } from "../../src/loosen/web/static/loosen/pure/preview.js";

const cue = (at, s, posture) => ({
  at,
  s,
  posture,
  breath: "out",
  say: "",
  layer: "",
  side: null,
  round: "1 of 1",
  part: "",
});
const CUES = [cue(0, 4, "folded"), cue(4, 2, "folded"), cue(6, 4, "tall")];

describe("a moment of a movement", () => {
  it("begins in the posture before the first cue", () => {
    const moment = momentAt(CUES, 0, "tall");

    assert.deepEqual([moment.from, moment.cue.posture, moment.u], ["tall", "folded", 0]);
  });

  it("comes from where the cue before has led", () => {
    const moment = momentAt(CUES, 7, "tall");

    assert.deepEqual([moment.from, moment.cue.posture, moment.u, moment.index], ["folded", "tall", 0.25, 2]);
  });

  it("begins again after the end", () => {
    assert.equal(momentAt(CUES, 11, "tall").atS, 1);
    assert.equal(momentAt(CUES, 11, "tall").wholeS, 10);
  });

  it("is nowhere without cues, and at its end where a cue lasts no time", () => {
    assert.equal(momentAt([], 3, "tall"), null);
    assert.equal(momentAt([cue(0, 0, "tall")], 3, "tall").u, 1);
  });
});

describe("its words", () => {
  it("tell the time in minutes and seconds", () => {
    assert.equal(asTime(65.4), "1:05");
    assert.equal(asTime(0), "0:00");
  });

  it("mirror the left side alone", () => {
    assert.deepEqual(["left", "right", null].map(leftSide), ["left", null, null]);
  });
});

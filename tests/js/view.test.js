/** What the screen shows: texts, counts, the figure's way, and how long a tap can be taken back. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";
import { begin, follow, inPosition } from "../../src/loosen/web/static/loosen/pure/session.js";
import { filled, MISTAKE_MS, mayTakeBack, viewOf } from "../../src/loosen/web/static/loosen/pure/view.js";
import { SENT } from "./example.js";

const WORDS = {
  in: "Breathe in",
  out: "Breathe out",
  next: "Settle in",
  rest: "Easy now",
  of: "of {of}",
  progress: "{step} of {steps}",
  morning: "This morning",
  whole: "{steps} movements, about {minutes} minutes",
  paused: "Paused",
  stopped: "Stop there.",
};
const DRAWINGS = {
  breath: { first: "tall", poses: {} },
  hinge: { first: "tall", poses: {} },
  press: { first: "tall", poses: {} },
};
const bundle = opened({ ...SENT, words: WORDS, drawings: DRAWINGS });
const hinge = (atS) => ({ place: "hinge", changeS: 17, atS, trail: [] });
const how = { tapped: true, tell: () => "id" };

describe("before it begins", () => {
  test("the session and its length are the heading, and the first position stands under the figure", () => {
    const view = viewOf(bundle, begin(bundle), "ready");

    assert.deepEqual(
      [view.panel, view.name, view.progress, view.word, view.caption],
      ["ready", "This morning", "2 movements, about 2 minutes", "", "Sit tall."],
    );
  });
});

describe("while the person comes into position", () => {
  test("the seconds left are the number, and the figure shows where to be", () => {
    const view = viewOf(bundle, hinge(5), "going");

    assert.deepEqual([view.word, view.round, view.caption, view.changing], ["Settle in", "12", "Sit tall.", true]);
    assert.deepEqual(view.move, { from: "tall", to: "tall", u: 0, range: 1 });
  });

  test("Ready begins the movement, and never goes back in one that has begun", () => {
    assert.equal(viewOf(bundle, inPosition(hinge(5)), "going").word, "Breathe out");
    assert.equal(inPosition(hinge(20)).atS, 20);
  });
});

describe("in a movement", () => {
  test("breath, count, round, caption and figure belong to the same cue", () => {
    const view = viewOf(bundle, hinge(19), "going");

    assert.deepEqual([view.word, view.pips, view.counts, view.round, view.of], ["Breathe out", 3, 4, "1", "of 3"]);
    assert.equal(view.caption, "Breathe out, hips back.");
    assert.deepEqual(view.move, { from: "tall", to: "folded", u: 0.5, range: 1 });
  });

  test("a level that begins and ends in postures of its own is shown so", () => {
    const plays = SENT.plays.map((play) => ({ ...play, first: 2, ghost: 1 }));
    const own = opened({ ...SENT, plays, drawings: DRAWINGS });

    assert.deepEqual(viewOf(own, hinge(17), "going").move, {
      from: "folded",
      to: "folded",
      u: 0,
      range: 1,
      ghost: "tall",
    });
  });

  test("one of the four layers takes the place of the caption in a later round", () => {
    assert.equal(viewOf(bundle, hinge(26), "going").caption, "Let the breath lead.");
  });

  test("a pause says so and keeps the count where it is", () => {
    const view = viewOf(bundle, hinge(19), "paused");

    assert.deepEqual([view.word, view.pips], ["Paused", 3]);
  });
});

describe("after Too sharp", () => {
  const sharp = follow(bundle, hinge(19), "sharp", how);

  test("the figure goes back to rest from where it froze, in a second and a half", () => {
    const half = viewOf(bundle, { ...sharp, atS: 0.75 }, "going");

    assert.deepEqual(half.move, { from: "now", to: "tall", u: 0.5, range: 1 });
    assert.deepEqual([half.word, half.caption], ["Easy now", "Stop there."]);
  });

  test("then breathes with the two counted breaths and stays at rest", () => {
    const view = viewOf(bundle, { ...sharp, atS: 3 }, "going");

    assert.deepEqual([view.panel, view.word, view.of, view.move.to], ["settle", "Breathe in", "of 2", "tall"]);
  });
});

describe("a mistaken tap", () => {
  const eased = follow(bundle, hinge(19), "easier", how);

  test("can be taken back for more than ten seconds", () => {
    assert.ok(MISTAKE_MS > 10_000);
    assert.ok(mayTakeBack(bundle, eased, 10_000));
    assert.ok(!mayTakeBack(bundle, eased, MISTAKE_MS));
  });

  test("can be taken back as long as Too sharp has no answer", () => {
    assert.ok(mayTakeBack(bundle, follow(bundle, hinge(19), "sharp", how), 60_000));
  });

  test("cannot be taken back before there was one", () => {
    assert.ok(!mayTakeBack(bundle, begin(bundle), 0));
  });
});

test("a sentence takes its values by name", () => {
  assert.equal(filled("{step} of {steps}", { step: 1, steps: 4 }), "1 of 4");
});

/** The walk through a session: it follows links, notes what happened, and finds its way back. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";
import { begin, fits, follow, happening, pass, undo } from "../../src/loosen/web/static/loosen/pure/session.js";
import { SENT } from "./example.js";

const bundle = opened(SENT);

/** A journal that numbers what it is told. */
function journal() {
  const told = [];
  const tell = (event) => {
    told.push(event);
    return `id-${told.length}`;
  };
  return { told, tell };
}

const inTheHinge = (tell) => pass(bundle, begin(bundle), 18 + 17 + 12, tell);

describe("when nothing is tapped", () => {
  test("the session goes on by itself, and each movement is noted as done with its repetitions", () => {
    const { told, tell } = journal();

    const walk = pass(bundle, begin(bundle), 500, tell);

    assert.equal(walk.place, "end");
    assert.deepEqual(
      told.map(({ event, movement, repetitions }) => [event, movement, repetitions]),
      [
        ["done", "breath", 1],
        ["done", "hinge", 3],
      ],
    );
  });

  test("time that passes in one long step or in many short ones leads to the same place", () => {
    const { tell } = journal();
    let walk = begin(bundle);

    for (let n = 0; n < 470; n += 1) walk = pass(bundle, walk, 0.1, tell);

    const once = inTheHinge(tell);
    assert.equal(walk.place, once.place);
    assert.ok(Math.abs(walk.atS - once.atS) < 1e-6);
  });
});

describe("after a tap", () => {
  test("the link of the present place is followed, and the event names the movement and what was done of it", () => {
    const { told, tell } = journal();

    const walk = follow(bundle, inTheHinge(tell), "easier", { tapped: true, tell });

    assert.equal(walk.place, "hinge-easier");
    assert.equal(walk.changeS, 5);
    assert.deepEqual(told.at(-1), {
      event: "easier",
      movement: "hinge",
      level: "described",
      repetitions: 1,
      answer: null,
      undoes: null,
    });
  });

  test("a link the place does not know changes nothing and tells nothing", () => {
    const { told, tell } = journal();
    const walk = begin(bundle);

    assert.equal(follow(bundle, walk, "pinch", { tapped: true, tell }), walk);
    assert.equal(told.length, 0);
  });

  test("the two breaths lead to the question, and the answer speaks of the movement that was too sharp", () => {
    const { told, tell } = journal();
    const sharp = follow(bundle, inTheHinge(tell), "sharp", { tapped: true, tell });

    const asked = pass(bundle, sharp, 60, tell);
    follow(bundle, asked, "still", { tapped: true, tell });

    assert.equal(asked.place, "how");
    assert.deepEqual(
      told.slice(-2).map(({ event, movement, answer }) => [event, movement, answer]),
      [
        ["sharp", "hinge", null],
        ["answer", "hinge", "still"],
      ],
    );
  });
});

describe("when a tap was a mistake", () => {
  test("the person is back where they were, to the second, and the event is taken back by its id", () => {
    const { told, tell } = journal();
    const before = inTheHinge(tell);
    const asked = pass(bundle, follow(bundle, before, "sharp", { tapped: true, tell }), 60, tell);

    const back = undo(asked, tell);

    assert.deepEqual(back, before);
    assert.deepEqual([told.at(-1).event, told.at(-1).undoes], ["undo", "id-2"]);
  });

  test("what followed by itself after the tap is taken back too, latest first", () => {
    const { told, tell } = journal();
    const before = inTheHinge(tell);
    const ended = pass(bundle, follow(bundle, before, "easier", { tapped: true, tell }), 60, tell);

    const back = undo(ended, tell);

    assert.equal(ended.place, "end");
    assert.equal(back.place, "hinge");
    assert.deepEqual(
      told.slice(-2).map(({ undoes }) => undoes),
      ["id-3", "id-2"],
    );
  });

  test("without a tap there is nothing to take back", () => {
    const walk = begin(bundle);

    assert.equal(
      undo(walk, () => "never"),
      walk,
    );
  });
});

describe("a stored walk", () => {
  test("fits when the session still has its places", () => {
    assert.ok(fits(bundle, { place: "hinge", changeS: 0, atS: 3, trail: [] }));
  });

  test("does not fit when the day was planned anew", () => {
    assert.ok(!fits(bundle, { place: "p99", changeS: 0, atS: 3, trail: [] }));
    assert.ok(!fits(bundle, null));
  });
});

test("an event before the first movement names none", () => {
  const empty = { place: "end", changeS: 0, atS: 0, trail: [] };

  assert.equal(happening(bundle, empty, "ended").movement, null);
});

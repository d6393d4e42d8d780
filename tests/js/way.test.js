/** The way into a position: what is said on it and when, and what becomes of one that is broken off. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { begin, follow, inPosition, pass, undo } from "../../src/loosen/web/static/loosen/pure/session.js";
import { lines } from "../../src/loosen/web/static/loosen/pure/speech.js";
import { spokenS } from "../../src/loosen/web/static/loosen/pure/spoken.js";
import { viewOf } from "../../src/loosen/web/static/loosen/pure/view.js";
import { haltAt, progress, secondsOf, wayOf } from "../../src/loosen/web/static/loosen/pure/way.js";
import { captionOf, wayLines } from "../../src/loosen/web/static/loosen/pure/way-words.js";
import { session } from "./film-checks.js";

const how = { tapped: true, tell: () => "id" };
const bundle = session(["cat-cow", "pelvic-tilt", "wall-press"]);
const start = begin(bundle);
const lying = follow(bundle, { ...start, atS: start.changeS + 4 }, "done", how);
const rising = follow(bundle, { ...lying, atS: lying.changeS + 4 }, "done", how);
const posesOf = (way) => way.halts.map(({ pose }) => Object.entries(NAMED).find(([, known]) => known === pose)?.[0]);
const NAMED = Object.fromEntries(bundle.film.up.map(({ pose }, n) => [n, pose]));

describe("what is said on a way", () => {
  const way = wayOf(bundle, rising);
  const lines = wayLines(way);

  test("begins with the name, ends with how to be, and tells the steps between", () => {
    const said = lines.map(({ say }) => say);

    assert.equal(said[0], "Wall press.");
    assert.ok(said.includes("Roll over in one piece.") && said.includes("Push on your thigh, and stand."));
    assert.equal(said.at(-1), way.getThere);
  });

  test("no line begins before the one before it is over, and the last is over in time", () => {
    lines.slice(1).forEach(({ atS }, n) => {
      assert.ok(atS >= lines[n].atS + spokenS(lines[n].say) - 1e-6, lines[n].say);
    });
    assert.ok(lines.at(-1).atS + spokenS(lines.at(-1).say) <= way.changeS + 0.5 + 1e-6);
  });

  test("stands under the figure while the body takes that step, and how to be at the end of it", () => {
    const captions = Array.from({ length: 20 }, (_, atS) => viewOf(bundle, { ...rising, atS }, "going").caption);

    const steps = way.halts.map(({ say }) => say).filter((say) => captions.includes(say));
    assert.deepEqual([...new Set(captions)], [...steps, way.getThere]);
    assert.equal(steps[0], "Roll over in one piece.");
  });

  test("leaves time to read how to be, and time to read how to rise", () => {
    const shownS = (say) =>
      Array.from({ length: 250 }, (_, n) => captionOf(way, n / 10)).filter((one) => one === say).length / 10;

    assert.ok(shownS(way.getThere) >= way.getThere.split(" ").length / 4);
    assert.ok(shownS("Push on your thigh, and stand.") >= 1.2);
  });

  test("gives way to what must be said when the time is short", () => {
    const short = wayLines({ ...way, changeS: 13 }).map(({ say }) => say);

    assert.ok(short.includes("Push on your thigh, and stand.") && !short.includes("Come onto hands and knees."));
  });
});

describe("a way", () => {
  test("rests at both ends and goes through its halts in order", () => {
    const way = wayOf(bundle, rising);
    const seconds = secondsOf(way);

    assert.equal(progress(seconds, way.changeS, 0), 0);
    assert.equal(progress(seconds, way.changeS, way.changeS), seconds.length);
    assert.deepEqual(posesOf(way), ["1", "2", "3", "4", "5", "6"]);
  });

  test("that is broken off by a swap goes on from where the body is, the shortest way", () => {
    const midway = { ...rising, atS: 9 };
    const back = follow(bundle, midway, "swap", how);
    const way = wayOf(bundle, back);

    assert.equal(way.start.atS, 9);
    assert.deepEqual(way.start.way.path, wayOf(bundle, midway).path);
    assert.deepEqual(posesOf(way), ["2", "1"]);
  });

  test("that is stopped by Too sharp stays where it is until it is known how to go on", () => {
    const stopped = follow(bundle, { ...rising, atS: 9 }, "sharp", how);

    const { way, atS } = viewOf(bundle, { ...stopped, atS: 4 }, "going").underway;
    assert.equal(atS, 9);
    assert.equal(way, viewOf(bundle, { ...rising, atS: 9 }, "going").underway.way);
  });

  test("is the same after the page was loaded again in the middle of it", () => {
    const loaded = JSON.parse(JSON.stringify({ ...rising, atS: 9 }));

    assert.deepEqual(viewOf(bundle, loaded, "going").underway, viewOf(bundle, { ...rising, atS: 9 }, "going").underway);
  });

  test("that was tapped by mistake is gone from as if it had never begun", () => {
    const was = { ...lying, atS: lying.changeS + 1 };
    const back = undo(follow(bundle, was, "done", how), how.tell);

    assert.equal(viewOf(bundle, back, "going").underway, null);
    assert.deepEqual(viewOf(bundle, back, "going").move, viewOf(bundle, was, "going").move);
  });

  test("is over when the person is ready sooner", () => {
    const midway = { ...rising, atS: 9 };

    assert.ok(viewOf(bundle, midway, "going").underway);
    assert.equal(viewOf(bundle, inPosition(midway), "going").underway, null);
  });

  test("of a session begun before there was a film is not shown, save within a position", () => {
    const older = { ...bundle, film: { up: [], down: [], own: bundle.film.own } };
    const fromAllFours = follow(older, { ...begin(older), atS: 14 }, "done", how);
    const alike = { ...session(["pelvic-tilt", "bridge"]), film: older.film };
    const lyingOn = follow(alike, { ...begin(alike), atS: 14 }, "done", how);

    assert.equal(wayOf(older, fromAllFours), null);
    assert.deepEqual(wayOf(alike, lyingOn).halts, []);
  });

  test("that was broken off is not shown to a position the film does not know", () => {
    const { drawings, places } = bundle;
    const elsewhere = {
      ...bundle,
      drawings: { ...drawings, "cat-cow": { ...drawings["cat-cow"], position: "hanging" } },
      places: { ...places, p2: { ...places.p2, links: { swap: { to: "p0", changeS: 20 } } } },
    };
    const midway = { ...rising, atS: 9, trail: [...rising.trail] };

    assert.ok(wayOf(elsewhere, midway));
    assert.equal(wayOf(elsewhere, follow(elsewhere, midway, "swap", how)), null);
  });

  test("is at no halt as long as the body comes back to where its movement began, and then at one after the other", () => {
    const way = wayOf(bundle, rising);
    const halts = Array.from({ length: 10 * way.changeS }, (_, n) => haltAt(way, n / 10));

    assert.deepEqual([...new Set(halts)], [-1, 0, 1, 2, 3, 4, 5, 6, 7].slice(way.back ? 0 : 1));
  });

  test("that time alone leads into begins at once", () => {
    const led = pass(bundle, { ...lying, atS: lying.changeS + 3.9 }, 1.1, () => "id");

    assert.equal(led.place, "p2");
    assert.ok(viewOf(bundle, led, "going").underway.atS < 1.1);
  });
});

describe("where somebody is not led through a position", () => {
  const [own, up, down] = ["Your own way.", "Over the edge, and push up.", "Sit, then roll."];
  const without = (line, position) => line.map((halt) => (halt?.position === position ? null : halt));
  /** The same session for somebody who leaves out hands and knees. */
  const cut = (made, film = {}) => ({
    ...made,
    film: {
      up: without(made.film.up, "hands-and-knees"),
      down: without(made.film.down, "hands-and-knees"),
      own: { up: own, down: own, other: own },
      ...film,
    },
  });
  const upAgain = cut(session(["pelvic-tilt", "wall-press", "hip-hinge"]));
  const first = begin(upAgain);
  const at = (walk, made = upAgain) => follow(made, { ...walk, atS: walk.changeS + 4 }, "done", how);
  const standing = at(first);

  test("no way is shown, neither down at the beginning nor up again", () => {
    assert.equal(wayOf(upAgain, first), null);
    assert.equal(wayOf(upAgain, standing), null);
    assert.equal(viewOf(upAgain, { ...standing, atS: 3 }, "going").underway, null);
  });

  test("it is said and written that they go their own way, and then how to be", () => {
    const said = lines(upAgain, standing)[0].say;
    const captions = [1, standing.changeS - 1].map((atS) => viewOf(upAgain, { ...standing, atS }, "going").caption);

    assert.ok(said.startsWith(`Wall press. ${own} `));
    assert.equal(captions[0], own);
    assert.ok(said.endsWith(captions[1]));
  });

  test("between two movements in one position all is as it always is", () => {
    const hinging = at(standing);

    assert.notEqual(wayOf(upAgain, hinging), null);
    assert.ok(!lines(upAgain, hinging).some(({ say }) => say.includes(own)));
  });

  test("a way that is shown and broken off does not go on through it", () => {
    const made = cut(session(["lying-breath", "side-lying-tilt", "wall-press"]));
    const rolling = at(begin(made), made);

    assert.notEqual(wayOf(made, rolling), null);
    assert.equal(wayOf(made, follow(made, { ...rolling, atS: 4 }, "done", how)), null);
  });

  test("out of a bed and back into it each has its own words, and none before the first movement", () => {
    const bed = session(["pelvic-tilt", "wall-press", "knee-rolls"], { abed: true });
    const made = cut(bed, { own: { up, down, other: own } });
    const risen = at(begin(made), made);
    const backIn = at(risen, made);

    assert.equal(viewOf(made, { ...begin(made), atS: 1 }, "going").caption, made.plays[0].getThere);
    assert.equal(viewOf(made, { ...risen, atS: 1 }, "going").caption, up);
    assert.equal(viewOf(made, { ...backIn, atS: 1 }, "going").caption, down);
  });

  test("at the end on the floor they are told to come up their own way, and those who are led are not", () => {
    const { links, ...end } = bundle.places.end;
    const unled = {
      ...upAgain,
      places: {
        ...upAgain.places,
        p0: { ...upAgain.places.p0, links: { done: { to: "end" } } },
        end: { ...end, links: {} },
      },
    };
    const done = (made) => viewOf(made, follow(made, { ...begin(made), atS: 14 }, "done", how), "going");
    const led = done({ ...unled, places: { ...unled.places, end: { ...end, links } } });

    assert.deepEqual([done(unled).low, done(unled).unled], [false, true]);
    assert.deepEqual([led.low, led.unled], [true, false]);
  });
});

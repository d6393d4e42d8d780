/** Sound and speech as numbers: what rings when, how a chime is made, what is said once. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sounds } from "../../src/loosen/web/static/loosen/pure/agenda.js";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";
import { begin } from "../../src/loosen/web/static/loosen/pure/session.js";
import { due, LATE_S, lines, voiceFor } from "../../src/loosen/web/static/loosen/pure/speech.js";
import { attack, bowl, glide, loudness, swell } from "../../src/loosen/web/static/loosen/pure/tones.js";
import { SENT } from "./example.js";

const bundle = opened(SENT);

describe("the agenda", () => {
  test("plans one chime at each change, across the places that follow, and the pair at the end", () => {
    const rings = sounds(bundle, begin(bundle), 100).filter(({ kind }) => kind === "chime" || kind === "end");

    assert.deepEqual(
      rings.map(({ inS, kind }) => [inS, kind]),
      [
        [10, "chime"],
        [35, "chime"],
        [59, "end"],
      ],
    );
  });

  test("calls a sound by the same name however late one looks", () => {
    const early = sounds(bundle, begin(bundle), 100).map(({ key }) => key);
    const later = sounds(bundle, { ...begin(bundle), atS: 9.5 }, 100).map(({ key }) => key);

    assert.deepEqual(later, early);
  });

  test("looks only as far ahead as it is asked", () => {
    assert.ok(sounds(bundle, begin(bundle), 20).every(({ inS }) => inS < 20));
  });

  test("after Too sharp nothing rings", () => {
    const walk = { place: "hinge-settle", changeS: 0, atS: 0, trail: [] };

    assert.deepEqual(new Set(sounds(bundle, walk, 60).map(({ kind }) => kind)), new Set(["in", "out"]));
  });
});

describe("the bowl", () => {
  test("has three partials at 1, 2 and 2.9, the upper ones 9 and 18 decibels softer, none above 1.5 kHz", () => {
    const partials = bowl();
    const db = ({ level }) => 20 * Math.log10(level / partials[0].level);

    assert.deepEqual(
      partials.map(({ hz }) => Math.round(hz)),
      [392, 784, 1137],
    );
    assert.deepEqual(
      partials.map((one) => Math.round(db(one))),
      [0, -9, -18],
    );
  });

  test("comes up without a corner", () => {
    const rise = attack();

    assert.equal(rise[0], 0);
    assert.equal(rise.at(-1), 1);
    assert.ok(rise.every((value, n) => n === 0 || value >= rise[n - 1]));
  });
});

describe("the breath tone", () => {
  test("goes four semitones up on the way in and the same way down", () => {
    const [low, high] = glide(220, "in");

    assert.equal(Math.round(12 * Math.log2(high / low)), 4);
    assert.deepEqual(glide(220, "out"), [high, low]);
  });

  test("comes from nothing and goes to nothing", () => {
    const curve = swell(0.5, 65);

    assert.deepEqual([curve[0], curve[32], Math.abs(curve[64].toFixed(6))], [0, 0.5, 0]);
  });
});

test("volume nothing is silence, and all of it is all of it", () => {
  assert.deepEqual([loudness(0), loudness(100), loudness(250)], [0, 1, 1]);
});

describe("what is said", () => {
  const at = (place, changeS = 0) => ({ place, changeS, atS: 0, trail: [] });

  test("is each cue once, in the first round only, after the way into the position", () => {
    const said = lines(bundle, at("hinge", 17));

    assert.deepEqual(said, [
      { atS: 0, say: "Hinge. Sit tall." },
      { atS: 17, say: "Breathe out, hips back." },
      { atS: 21, say: "Breathe in." },
    ]);
  });

  test("after Too sharp begins with the stop", () => {
    assert.equal(lines(bundle, at("hinge-settle"))[0].say, "Stop there.");
  });

  test("at a question is the question", () => {
    assert.deepEqual(lines(bundle, at("how")), [{ atS: 0, say: "How is it now?" }]);
  });

  test("is said when its moment comes, and left out when the moment is long gone", () => {
    const said = [{ atS: 4, say: "Fold." }];

    assert.equal(due(said, 3.9, 4.1), "Fold.");
    assert.equal(due(said, 4.1, 4.2), undefined);
    assert.equal(due(said, 3.9, 4 + LATE_S + 0.1), undefined);
  });
});

describe("the voice", () => {
  const voice = (lang, localService, isDefault = false) => ({ lang, localService, default: isDefault });

  test("lives on the device and speaks the page's language", () => {
    const here = voice("en-GB", true);

    assert.equal(voiceFor([voice("en-GB", false), voice("de-DE", true), here], "en"), here);
  });

  test("is none rather than one that sends the words away", () => {
    assert.equal(voiceFor([voice("en-GB", false)], "en-GB"), undefined);
  });

  test("speaks the very variety when there is one", () => {
    const exact = voice("en_GB", true);

    assert.equal(voiceFor([voice("en-US", true, true), exact], "en-GB"), exact);
  });
});

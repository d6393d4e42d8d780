// The contact sheet: every level of every movement, by position and region, safe to put into a page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { card, escaped, sheet } from "../../src/loosen/web/static/loosen/pure/contact.js";
import { LEAVES } from "./figure-checks.js";

const named = (slug) => LEAVES.find((leaf) => leaf.slug === slug);
const hinge = named("hip-hinge");
const count = (text, what) => text.split(what).length - 1;

describe("a card of the contact sheet", () => {
  const drawn = card(hinge, "sam");

  it("shows every posture of every level", () => {
    const postures = hinge.levels.flatMap((level) => level.postures);

    assert.equal(count(drawn, "<svg"), postures.length);
    for (const { name } of hinge.levels) assert.ok(drawn.includes(`${escaped(name)} <small>`));
  });

  it("gives each picture ids of its own", () => {
    const ids = [...drawn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    assert.equal(new Set(ids).size, ids.length);
  });

  it("draws the dashed end position once, beside the level that is described", () => {
    assert.equal(count(drawn, "stroke-dasharray"), 1);
  });

  it("goes less far at a gentler level", () => {
    const [gentle, usual] = hinge.levels.map((level) => level.range);

    assert.ok(gentle < usual);
    assert.ok(drawn.includes(`${Math.round(gentle * 100)} % of the way`));
  });
});

describe("how much", () => {
  it("is said in words that fit the number", () => {
    const dose = (repetitions, seconds) => {
      const [level] = hinge.levels;
      return card({ ...hinge, levels: [{ ...level, repetitions, seconds, range: 1, build: true }] }, "sam");
    };

    assert.ok(dose(1, 66).includes("<small>once, 66 s, later</small>"));
    assert.ok(dose(75, 600).includes("<small>75 times, 10 min, later</small>"));
  });
});

describe("the contact sheet", () => {
  const three = ["sit-to-stand", "hip-hinge", "pelvic-tilt"].map(named);

  it("stands by position, from lying to standing", () => {
    const drawn = sheet(three, "ada");
    const at = ["lying", three[0].position, "standing"].map((position) => drawn.indexOf(`<section id="${position}"`));

    assert.ok(at.every((place) => place >= 0));
    assert.deepEqual(
      at,
      at.toSorted((one, other) => one - other),
    );
  });

  it("leaves out positions in which nothing is done", () => {
    assert.ok(!sheet([hinge], "sam").includes('id="kneeling"'));
  });

  it("shows every movement of the library", () => {
    assert.ok(LEAVES.length >= 40);
    assert.ok(LEAVES.every(({ levels }) => levels.length >= 2));
  });
});

describe("a text in it", () => {
  it("is shown as it was written", () => {
    assert.equal(escaped('<b> & "so"'), "&lt;b&gt; &amp; &quot;so&quot;");
  });
});

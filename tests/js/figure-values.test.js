// The small promises under the figure: easing, mirror images, path data, stills.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { between, ease, mirror } from "../../src/loosen/web/static/loosen/pure/figure/blend.js";
import { bodyOf } from "../../src/loosen/web/static/loosen/pure/figure/body.js";
import { stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import {
  classesOf,
  lookOf,
  NAMES,
  OPTIONS,
  PRESETS,
  personOf,
  wordsOf,
} from "../../src/loosen/web/static/loosen/pure/figure/looks.js";
import { LOOKS } from "../../src/loosen/web/static/loosen/pure/figure/materials.js";
import { path, strokes, UNIT } from "../../src/loosen/web/static/loosen/pure/figure/path.js";
import { still } from "../../src/loosen/web/static/loosen/pure/figure/still.js";
import { DRAWINGS } from "./figure-checks.js";

describe("easing", () => {
  it("is still at both ends", () => {
    assert.ok(ease(0.01) < 1e-4);
    assert.ok(1 - ease(0.99) < 1e-4);
  });

  it("never turns back", () => {
    const steps = Array.from({ length: 101 }, (_, i) => ease(i / 100));
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
    );
  });
});

describe("blending", () => {
  const { first, ghost, poses } = DRAWINGS["knee-to-chest"];
  const body = bodyOf({});

  it("ends exactly at its ends", () => {
    assert.equal(between(poses[first], poses[ghost], 0, body), poses[first]);
    assert.equal(between(poses[first], poses[ghost], 1, body), poses[ghost]);
  });

  it("mirrors twice to where it began", () => {
    for (const pose of Object.values(poses)) {
      const twice = mirror(mirror(pose, true), true);
      assert.deepEqual(JSON.parse(JSON.stringify(twice.legR)), pose.legR);
      assert.deepEqual(JSON.parse(JSON.stringify(twice.armL)), pose.armL);
    }
  });
});

describe("path data", () => {
  const square = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ];

  it("keeps corners and closes", () => {
    assert.equal(path([square]), `M0 0l${2 * UNIT} 0l0 ${2 * UNIT}l${-2 * UNIT} 0l0${-2 * UNIT}z`);
  });

  it("turns every outline the same way, so that they melt together", () => {
    const sidesOf = (d) => d.match(/-?\d+/g).map(Number);
    const area = (q) => {
      let [x, y, sum] = [0, 0, 0];
      for (let i = 2; i < q.length; i += 2) {
        sum += x * (y + q[i + 1]) - (x + q[i]) * y;
        [x, y] = [x + q[i], y + q[i + 1]];
      }
      return sum;
    };
    assert.ok(area(sidesOf(path([square]))) > 0);
    assert.ok(area(sidesOf(path([square.toReversed()]))) > 0);
  });

  it("leaves strokes open", () => {
    assert.ok(!strokes([square]).includes("z"));
  });
});

describe("a still", () => {
  it("styles nothing inline, names its clip paths after itself and uses only colours that pages know", () => {
    for (const [slug, drawing] of Object.entries(DRAWINGS)) {
      const text = still(stage(drawing, "sam"), drawing.first, { id: `${slug}-first` });
      assert.doesNotMatch(text, /style=|<style|NaN|undefined/);
      for (const [, id] of text.matchAll(/id="([^"]+)"/g)) assert.ok(id.startsWith(`${slug}-first-`), id);
      const uses = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      for (const id of uses) assert.ok(text.includes(`id="${id}"`), id);
      for (const [, colour] of text.matchAll(/(?:fill|stroke)="([^"]+)"/g)) {
        assert.match(colour, /^(none|var\(--fig-[a-z-]+\))$/);
      }
    }
  });

  it("is small", () => {
    for (const drawing of Object.values(DRAWINGS)) {
      for (const posture of Object.keys(drawing.poses)) {
        assert.ok(still(stage(drawing, "sam"), posture, { id: "x" }).length < 30_000, posture);
      }
    }
  });
});

describe("people", () => {
  const seated = DRAWINGS["seated-breath"];
  const drawn = (said) => still(stage(seated, said), seated.first, { id: "x" });
  const wordsFor = (id) => OPTIONS[id].split(" ").map((key) => `${id}-${key}`);
  const options = Object.keys(OPTIONS).flatMap(wordsFor);

  it("are six to begin with, each drawn", () => {
    assert.deepEqual(NAMES.toSorted(), ["ada", "joe", "kofi", "noor", "plain", "sam"]);
    for (const name of NAMES) assert.ok(drawn(name).length > 5000, name);
    assert.ok(Object.values(LOOKS).every((look) => "fill" in look));
  });

  it("are chosen by options whose ids are different words", () => {
    assert.equal(new Set(options).size, options.length);
  });

  for (const id of options) {
    it(`may be drawn with ${id}`, () => assert.doesNotMatch(drawn(id), /NaN|undefined/));
  }

  it("keep what was chosen, in words", () => {
    const said = "skin-6 hair-curly shape-round top-leaf";
    assert.equal(wordsOf(lookOf(wordsOf(lookOf(said)))), wordsOf(lookOf(said)));
    assert.ok(said.split(" ").every((word) => classesOf(said).split(" ").includes(word)));
    assert.equal(wordsOf(lookOf("plain")), "plain");
    assert.equal(wordsOf(lookOf("hair-curly skin-3")), "hair-curly", "the first options need not be said");
  });

  it("may be a line drawing of any body, which takes no colours", () => {
    assert.equal(classesOf("plain head-scarf skin-6"), "person-plain");
    assert.deepEqual(personOf("plain head-scarf shape-round"), personOf("head-scarf shape-round"));
  });

  it("take the first option for what is not said or no longer known", () => {
    assert.deepEqual(lookOf("skin-99 hat-tall"), lookOf(PRESETS.sam));
    assert.equal(classesOf("ada"), `look ${PRESETS.ada}`);
    assert.equal(classesOf("sam"), "look");
  });

  it("differ in outline by body, height and what is worn on the head", () => {
    const pictures = ["", "shape-round", "shape-expecting", "height-short", "head-turban", "face-beard", "age-older"];
    assert.equal(new Set(pictures.map(drawn)).size, pictures.length);
  });

  it("stand on the same spot of the picture, however tall", () => {
    const [tall, short] = ["sam", "height-short"].map((said) => stage(seated, said).box);
    assert.ok(Math.abs(tall[1] + tall[3] - (short[1] + short[3])) < 1e-9, "the same lower edge");
    assert.ok(Math.abs(tall[0] + tall[2] / 2 - (short[0] + short[2] / 2)) < 1e-9, "the same middle");
    assert.equal(personOf("height-short").tall, 0.9);
  });

  it("have a class in the style sheet for every colour they may choose", () => {
    const css = readFileSync(new URL("../../src/loosen/web/static/loosen/css/figure.css", import.meta.url), "utf8");
    for (const word of ["skin", "hue", "cover", "top", "legs"].flatMap((id) => wordsFor(id).slice(1))) {
      assert.ok(css.includes(`.look.${word} {`), word);
    }
  });
});

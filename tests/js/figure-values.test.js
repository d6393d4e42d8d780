// The small promises under the figure: easing, mirror images, path data, stills.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { between, ease, mirror } from "../../src/loosen/web/static/loosen/pure/figure/blend.js";
import { bodyOf, NAMES, personNamed } from "../../src/loosen/web/static/loosen/pure/figure/body.js";
import { stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import { LOOKS } from "../../src/loosen/web/static/loosen/pure/figure/looks.js";
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
  const body = bodyOf(personNamed("sam"));

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
    assert.equal(path([square]), `M0 0l ${2 * UNIT} 0l 0 ${2 * UNIT}l${-2 * UNIT} 0l 0${-2 * UNIT}z`);
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
  it("are six, each with looks that are all known", () => {
    assert.deepEqual(NAMES.toSorted(), ["ada", "joe", "kofi", "noor", "plain", "sam"]);
    const seated = DRAWINGS["seated-breath"];
    for (const name of NAMES) {
      const text = still(stage(seated, name), seated.first, { id: name });
      assert.ok(text.length > 5000, name);
    }
    assert.ok(Object.values(LOOKS).every((look) => "fill" in look));
  });
});

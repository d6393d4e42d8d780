/** A reset while it runs: sentence after sentence, the figure on its way or at rest. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { resetAt } from "../../src/loosen/web/static/loosen/pure/reset.js";

const STEPS = [
  { seconds: 8, postures: ["tall"] },
  { seconds: 12, postures: ["tilted", "tall"] },
];

describe("a reset", () => {
  test("begins at rest in its first posture", () => {
    assert.deepEqual(resetAt(STEPS, 0), { step: 0, from: "tall", to: "tall", u: 0 });
  });

  test("shares the time of a sentence among its postures", () => {
    assert.deepEqual(resetAt(STEPS, 10), { step: 1, from: "tall", to: "tilted", u: 0.5 });
    assert.deepEqual(resetAt(STEPS, 16), { step: 1, from: "tilted", to: "tall", u: 0.5 });
  });

  test("is there after four seconds, and stays", () => {
    assert.equal(resetAt(STEPS, 12)?.u, 1);
    assert.equal(resetAt(STEPS, 13.9)?.u, 1);
  });

  test("never jumps: each posture begins where the one before ended", () => {
    let before = resetAt(STEPS, 0);
    for (let s = 0; s < 20; s += 0.1) {
      const now = resetAt(STEPS, s);
      if (before && now && now.to !== before.to) assert.equal(now.from, before.to);
      before = now;
    }
  });

  test("ends after its last second", () => {
    assert.notEqual(resetAt(STEPS, 19.99), null);
    assert.equal(resetAt(STEPS, 20), null);
  });

  test("that holds nothing is over at once", () => {
    assert.equal(resetAt([], 0), null);
  });
});

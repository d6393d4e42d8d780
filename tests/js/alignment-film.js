// The figure before a camera: every movement at every level and pace, as points of a picture, and what is made of it.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { camerasFor, pointsOf, seenOf } from "../../src/loosen/web/static/loosen/pure/alignment/seen.js";
import { begin, REACHED, see, targets } from "../../src/loosen/web/static/loosen/pure/alignment.js";
import { poseAt, stage } from "../../src/loosen/web/static/loosen/pure/figure/figure.js";
import { solve } from "../../src/loosen/web/static/loosen/pure/figure/skeleton.js";
import { DRAWINGS, PYTHON } from "./figure-checks.js";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Every movement's camera section and doses by slug. */
export const DOSES = JSON.parse(
  execFileSync(PYTHON, [join(HERE, "doses.py")], { maxBuffer: 1e8, encoding: "utf8", cwd: dirname(dirname(HERE)) }),
);

/** What was made once, by name. */
const kept = (known, name, make) => known.get(name) ?? known.set(name, make()).get(name);

const FILMS = new Map();

/** The film of a movement from where a camera stands, the same for everybody who asks. */
export const filmOf = (slug, stand = {}) => kept(FILMS, slug + JSON.stringify(stand), () => new Film(slug, stand));

/** Bodies in space by movement and moment: they are the same for every camera. */
const BODIES = new Map();

/** Glimpses of one stretch of one dose from where a camera stands; a moment is solved once. */
export class Film {
  constructor(slug, stand) {
    this.slug = slug;
    this.drawing = DRAWINGS[slug];
    this.section = DOSES[slug].camera;
    const sides = ["right", "left", null];
    this.stages = new Map(sides.map((side) => [side, stage(this.drawing, "sam", side)]));
    this.cameras = camerasFor(this.stages.get("right"), { view: this.section.view, ...stand });
    this.known = new Map();
  }

  /** How a posture of the figure looks, hidden or not: what a repetition is measured against. */
  posture(posture, side, range) {
    const on = this.stages.get(side);
    return pointsOf(solve(on.poseOf(posture, range), on.body), this.cameras(side));
  }

  targets(dose, stretch) {
    const asked = { ...stretch, level: dose.level, shown: dose.shown };
    return targets(this.section, asked, (posture, side) => this.posture(posture, side, dose.range));
  }

  /** Points at share `u` of the way between two postures. */
  points(side, from, to, u, range) {
    const moment = [this.slug, side, from, to, u.toFixed(3), range].join();
    return kept(this.known, moment, () => {
      const on = this.stages.get(side);
      const body = kept(BODIES, moment, () => solve(poseAt(on, { from, to, u, range }), on.body));
      return seenOf(body, this.cameras(side));
    });
  }

  /** Every glimpse of a stretch, so many a count, at a person's count. */
  *glimpses(dose, stretch, { countS = 1, perCount = 8 } = {}) {
    let [from, tS] = [dose.shown[this.drawing.first] ?? this.drawing.first, 0];
    for (const { posture, s, side, part } of dose.cues) {
      const steps = part === stretch.part ? Math.max(3, Math.round(s * perCount)) : 0;
      for (let i = 1; i <= steps; i++) {
        const u = i / steps;
        const points = this.points(side, from, posture, u, dose.range);
        yield { tS: tS + s * countS * u, points, posture, reached: from === posture || u >= REACHED, side };
      }
      if (steps) tS += s * countS;
      from = posture;
    }
  }

  /** What is seen of a stretch from beginning to end; `change` may alter a glimpse on its way. */
  watch(dose, stretch, { change = (glimpse) => glimpse, ...pace } = {}) {
    const on = this.targets(dose, stretch);
    let sight = begin(on);
    const said = [];
    for (const glimpse of this.glimpses(dose, stretch, pace)) {
      sight = see(on, sight, change(glimpse));
      if (sight.say) said.push(sight.say);
    }
    return { on, sight, said };
  }
}

/** Every movement that a camera looks at, with each level and each part of it. */
export function* stretches() {
  for (const [slug, { camera, doses }] of Object.entries(DOSES)) {
    if (camera.view === "none") continue;
    for (const dose of doses) for (const stretch of dose.stretches) yield { slug, camera, dose, stretch };
  }
}

/** The sides from which a view can be looked at. */
export const sidesOf = (view) => (view === "side" ? ["right", "left"] : ["right"]);

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number about 0 with a spread of 1, from twelve even ones. */
export const bell = (random) => Array.from({ length: 12 }, random).reduce((sum, v) => sum + v, -6);

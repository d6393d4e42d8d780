// What the film's tests look at: a session of any movements, opened as the player opens it, and measures of a shot.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { opened } from "../../src/loosen/web/static/loosen/pure/bundle.js";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OWN_PYTHON = join(ROOT, ".venv/bin/python");
const PYTHON = process.env.LOOSEN_PYTHON ?? (existsSync(OWN_PYTHON) ? OWN_PYTHON : "python3");

const { movements, ways } = JSON.parse(
  execFileSync(PYTHON, [join(ROOT, "bin/drawings.py")], { maxBuffer: 1e8, encoding: "utf8", cwd: ROOT }),
);

const positionOf = (slug) => ways.movements[slug][0];
export const POSITIONS = [...new Set(Object.keys(movements).map(positionOf))];
/** Every movement by its position, in alphabetical order. */
export const MOVEMENTS = Object.fromEntries(
  POSITIONS.map((position) => [position, Object.keys(movements).filter((slug) => positionOf(slug) === position)]),
);
/** Seconds between two movements. */
export const secondsBetween = (a, b) => ways.seconds[ways.movements[a][0]][ways.movements[b][0]];
/** The words of the film. */
export const HALTS = { up: ways.up, down: ways.down, texts: ways.texts };

const TEXTS = [...ways.texts];
const numberOf = (text) => (TEXTS.includes(text) ? TEXTS.indexOf(text) : TEXTS.push(text) - 1);

/** One movement as it is played: into its first phrase, and to where its last one ends; two seconds each. */
function play(slug, side) {
  const { first, loop } = movements[slug];
  const [, name, getThere] = ways.movements[slug];
  const postures = [loop[0]?.posture ?? first, loop.at(-1)?.posture ?? first];
  const phrases = postures.map((posture) => [2, "out", 2, numberOf(posture), 0, 0]);
  return { phrases, movement: slug, name: numberOf(name), level: "described", getThere: numberOf(getThere), side };
}

/**
 * A session that goes from one movement to the next, each four seconds long; `up` leads from the end.
 */
export function session(slugs, { abed = false, sides = [] } = {}) {
  const made = slugs.map((slug, n) => play(slug, sides[n] ?? null));
  const link = (n) => (n + 1 < slugs.length ? [`p${n + 1}`, 1, secondsBetween(slugs[n], slugs[n + 1])] : ["end", 1]);
  const back = (n) => (n > 0 ? { swap: [`p${n - 1}`, 1, secondsBetween(slugs[n], slugs[n - 1])] } : {});
  const places = made.map((_, n) => [
    `p${n}`,
    { kind: "play", step: n, play: n, links: { done: link(n), ...back(n), sharp: [`s${n}`, 1] } },
  ]);
  const settles = made.map((_, n) => [`s${n}`, { kind: "settle", step: n, links: { next: link(n) } }]);
  const last = slugs.length - 1;
  return opened({
    format: "loosen-bundle",
    version: 1,
    session: "2026-11-22-morning",
    part: "morning",
    abed,
    countS: 1,
    minutes: 5,
    steps: slugs.length,
    start: "p0",
    startS: 10,
    neutralS: 1.5,
    places: Object.fromEntries([
      ...places,
      ...settles,
      ["end", { kind: "end", step: last, links: { up: ["rise", null, 20] }, href: "/note/" }],
      ["rise", { kind: "rise", step: last, links: {}, href: "/note/" }],
    ]),
    questions: [],
    plays: made.map(({ phrases: _, side, ...rest }, n) => ({
      ...rest,
      range: 1,
      cues: [2 * n, 2 * n + 1].map((phrase) => [phrase, 1, 1, [null, "right", "left"].indexOf(side)]),
    })),
    settle: { name: 0, getThere: 0, cues: [[0, 1, 1]] },
    drawings: Object.fromEntries(slugs.map((s) => [s, { ...movements[s], position: ways.movements[s][0] }])),
    film: ways,
    phrases: made.flatMap(({ phrases }) => phrases),
    texts: TEXTS,
    words: {},
  });
}

/** A short session as render/bundle.py sends it: a breath, then a hinge with every way out. */

const TEXTS = ["", "tall", "folded", "Breathe in.", "Breathe out, hips back.", "Let the breath lead.", "Sit tall."];

/** @param {number} repetitions */
function rows(repetitions) {
  return Array.from({ length: repetitions }, (_, n) => [
    [4, "out", 4, 2, 4, n > 0 ? 5 : 0, 0, n + 1, repetitions, null, n === 0 ? 1 : 0],
    [4, "in", 4, 1, 3, 0, 0, n + 1, repetitions, null, 0],
  ]).flat();
}

/** @param {string} movement @param {string} level @param {number} repetitions */
function play(movement, level, repetitions) {
  const cues = rows(repetitions);
  return {
    movement,
    name: movement,
    level,
    levelName: level,
    getThere: "Sit tall.",
    drawing: movement,
    range: 1,
    cues,
  };
}

const WAYS = {
  sharp: { to: "hinge-settle", event: "sharp" },
  easier: { to: "hinge-easier", event: "easier", changeS: 5 },
  swap: { to: "press", event: "swap", changeS: 17 },
  else: { to: "other" },
};

export const SENT = {
  format: "loosen-bundle",
  version: 1,
  session: "2026-11-22-morning",
  part: "morning",
  countS: 1,
  minutes: 2,
  steps: 2,
  start: "breath",
  startS: 10,
  neutralS: 1.5,
  texts: TEXTS,
  words: { stopped: "Stop there." },
  drawings: {},
  settle: {
    name: "",
    getThere: "",
    cues: [
      [3, "in", 3, 0, 3, 0, 0, 1, 2, null, 0],
      [4, "out", 4, 0, 4, 0, 0, 1, 2, null, 0],
      [3, "in", 3, 0, 3, 0, 0, 2, 2, null, 0],
      [4, "out", 4, 0, 4, 0, 0, 2, 2, null, 0],
    ],
  },
  plays: {
    breath: play("breath", "described", 1),
    hinge: play("hinge", "described", 3),
    easier: play("hinge", "half-way", 2),
    press: play("press", "described", 2),
  },
  places: {
    breath: { kind: "play", step: 0, play: "breath", links: { done: { to: "hinge", event: "done", changeS: 17 } } },
    hinge: { kind: "play", step: 1, play: "hinge", links: { done: { to: "end", event: "done" }, ...WAYS } },
    "hinge-easier": { kind: "play", step: 1, play: "easier", links: { done: { to: "end", event: "done" } } },
    press: { kind: "play", step: 1, play: "press", links: { done: { to: "end", event: "done" } } },
    "hinge-settle": { kind: "settle", step: 1, links: { next: { to: "how" } } },
    how: {
      kind: "question",
      step: 1,
      asks: "How is it now?",
      answers: [],
      links: {
        gone: { to: "hinge-easier", event: "answer", changeS: 5 },
        still: { to: "press", event: "answer", changeS: 17 },
      },
    },
    other: {
      kind: "question",
      step: 1,
      asks: "What is it?",
      answers: [],
      links: { dizzy: { to: "signs", event: "answer" } },
    },
    signs: { kind: "card", step: 1, href: "/signs/", links: {} },
    end: { kind: "end", step: 1, href: "/note/", links: {} },
  },
};

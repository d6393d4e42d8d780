/** A short session as render/bundle.py sends it: a breath, then a hinge with every way out. */

const TEXTS = [
  "",
  "tall",
  "folded",
  "Breathe in.",
  "Breathe out, hips back.",
  "Let the breath lead.",
  "Sit tall.",
  "How is it now?",
  "Gone",
  "Then a smaller one.",
  "What is it?",
  "Breath",
  "Hinge",
  "Press",
];

const PHRASES = [
  [4, "out", 4, 2, 4, 0],
  [4, "in", 4, 1, 3, 0],
  [3, "in", 3, 0, 3, 0],
  [4, "out", 4, 0, 4, 0],
];

/** @param {number} repetitions */
function rows(repetitions) {
  return Array.from({ length: repetitions }, (_, n) => [
    n === 0 ? [0, 1, repetitions, 0, 0, 1] : [0, n + 1, repetitions, 0, 5],
    [1, n + 1, repetitions],
  ]).flat();
}

/** @param {string} movement @param {number} name @param {string} level @param {number} repetitions */
function play(movement, name, level, repetitions) {
  return { movement, name, level, getThere: 6, range: 1, cues: rows(repetitions) };
}

const WAYS = {
  sharp: ["hinge-settle", "sharp"],
  easier: ["hinge-easier", "easier", 5],
  swap: ["press", "swap", 17],
  else: ["other"],
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
  phrases: PHRASES,
  words: { stopped: "Stop there." },
  drawings: {},
  settle: {
    name: 0,
    getThere: 0,
    cues: [
      [2, 1, 2],
      [3, 1, 2],
      [2, 2, 2],
      [3, 2, 2],
    ],
  },
  plays: [
    play("breath", 11, "described", 1),
    play("hinge", 12, "described", 3),
    play("hinge", 12, "half-way", 2),
    play("press", 13, "described", 2),
  ],
  questions: [[7, ["gone", 8, 9]], [10]],
  places: {
    breath: { kind: "play", step: 0, play: 0, links: { done: ["hinge", "done", 17] } },
    hinge: { kind: "play", step: 1, play: 1, links: { done: ["end", "done"], ...WAYS } },
    "hinge-easier": { kind: "play", step: 1, play: 2, why: [5], links: { done: ["end", "done"] } },
    press: { kind: "play", step: 1, play: 3, links: { done: ["end", "done"] } },
    "hinge-settle": { kind: "settle", step: 1, links: { next: ["how"] } },
    how: {
      kind: "question",
      step: 1,
      question: 0,
      links: { gone: ["hinge-easier", "answer", 5], still: ["press", "answer", 17] },
    },
    other: { kind: "question", step: 1, question: 1, links: { dizzy: ["signs", "answer"] } },
    signs: { kind: "card", step: 1, href: "/signs/", links: {} },
    end: { kind: "end", step: 1, href: "/note/", links: {} },
  },
};

// The body's measures, and in what people differ. Nothing here moves.
/** @import { Body, Person } from "./types.js" */

/** @type {Body} */
const BODY = {
  spine: [9, 9, 14, 15, 6.8],
  curve: [7, -12, -4, 15, 14, -18],
  sacrum: 9.5,
  hip: 8.6,
  thigh: 42,
  shank: 41,
  shoulder: 15.6,
  upper: 28,
  fore: 24.5,
};

/** @type {Readonly<Record<string, Person>>} */
const PEOPLE = {
  sam: {},
  plain: {},
  ada: {
    hair: "tied",
    limb: 0.94,
    spine: [0, -1, 1, 3, 3, -5],
    add: [
      [0, 0, 0],
      [1, 0.6, 0.6],
      [0.4, 0, 1],
      [-0.4, 0, 1],
      [-1, 0, 0],
      [-1, 0.5, 0.6],
      [-1.6, 0.4, 0],
      [-0.8, 0, 0],
    ],
  },
  joe: {
    limb: 1.14,
    add: [
      [0.6, 0, 1],
      [1.2, 1.4, 1.6],
      [2.8, 1.6, 4.6],
      [4.6, 1.8, 6.6],
      [3.6, 1.6, 5],
      [2, 1.4, 2],
      [1.4, 1, 1],
      [0.8, 0.6, 0.4],
    ],
  },
  noor: {
    cover: "scarf",
    longSleeves: true,
    limb: 0.97,
    add: [
      [0, 0, 0],
      [1, 0.8, 0.2],
      [0.2, 0, 0.2],
      [-0.8, 0, 0],
      [-1, 0, 0],
      [-0.6, 0.2, 1],
      [-1.4, 0, 0.2],
      [0, 0, 0],
    ],
  },
  kofi: {
    limb: 1.03,
    add: [
      [0, 0, 0],
      [-0.4, 0, 0],
      [-0.3, 0, 0],
      [0, 0, 0],
      [0.6, 0, 0],
      [1, 0, 0.4],
      [1, 0, 0],
      [0.6, 0, 0],
    ],
  },
};

/** The names of all people who can be drawn. */
export const NAMES = Object.keys(PEOPLE);
/** @param {string} name @returns {Person} */
export const personNamed = (name) => PEOPLE[name] ?? {};
/** @param {Person} person @returns {Body} */
export const bodyOf = (person) => {
  const extra = person.spine;
  return extra ? { ...BODY, curve: BODY.curve.map((deg, i) => deg + (extra[i] ?? 0)) } : BODY;
};

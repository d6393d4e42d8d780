// The body's measures. Nothing here moves.
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

/** @param {Person} person @returns {Body} */
export const bodyOf = ({ spine }) =>
  spine ? { ...BODY, curve: BODY.curve.map((deg, i) => deg + (spine[i] ?? 0)) } : BODY;

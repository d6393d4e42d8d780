/** The sounds as numbers: a small bowl heard from the next room, and a far sea that rises and falls with the breath. */

/** @typedef {{hz: number, level: number, decayS: number}} Partial */

/** The bowl's lowest note, in hertz. */
export const BOWL_HZ = 392;

/** At the end a second bowl, a fourth lower: it settles. */
export const FOURTH_DOWN = 3 / 4;

/** Seconds between the two bowls of the end. */
export const END_PAIR_S = 1.4;

/** Seconds in which a struck bowl comes up; short of a click, long enough to be soft. */
export const ATTACK_S = 0.015;

/** Seconds in which the bowl falls by 60 dB. */
export const DECAY_S = 2.5;

/** Peak of the lowest partial at full volume; with the others it comes to -20 LUFS, measured over 0.4 s. */
export const BOWL_PEAK = 0.16;

/** How far everything falls that dies away, as a factor: 60 dB. */
export const SILENCE = 0.001;

/** Ratio to the lowest partial, level under it in decibels, and how long it rings beside it. */
const BOWL = [
  { ratio: 1, db: 0, rings: 1 },
  { ratio: 2, db: -9, rings: 0.7 },
  { ratio: 2.9, db: -18, rings: 0.45 },
];

/** The breath tone's two notes before the breath comes in, in hertz: a fifth apart, above what a phone cannot play. */
export const SEA_HZ = [220, 330];

/** The breath tone rises by so many semitones on the way in. */
export const SEA_RISE = 4;

/** Peak of each breath note, and of the low-passed noise under them, at full volume. */
export const SEA_PEAK = 0.035;
export const SEA_NOISE_PEAK = 0.02;

/** The noise keeps only what lies below, in hertz. */
export const SEA_NOISE_HZ = 500;

/** The breath tone steps back by so many decibels while the voice speaks. */
export const DUCK_DB = -8;

/** Seconds in which all sound fades after Too sharp. */
export const FADE_S = 0.3;

/** @param {number} db */
export function gain(db) {
  return 10 ** (db / 20);
}

/**
 * @param {number} hz the lowest note
 * @returns {Partial[]}
 */
export function bowl(hz = BOWL_HZ) {
  return BOWL.map(({ ratio, db, rings }) => ({
    hz: hz * ratio,
    level: BOWL_PEAK * gain(db),
    decayS: DECAY_S * rings,
  }));
}

/**
 * A curve from nothing to one without a corner.
 * @param {number} points
 */
export function attack(points = 16) {
  return Float32Array.from({ length: points }, (_, n) => 0.5 - 0.5 * Math.cos((Math.PI * n) / (points - 1)));
}

/**
 * Loudness over one breath phase: comes from nothing, is fullest in the middle, goes to nothing.
 * @param {number} peak
 * @param {number} points
 */
export function swell(peak, points = 64) {
  return Float32Array.from(
    { length: points },
    (_, n) => peak * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / (points - 1))),
  );
}

/**
 * @param {number} hz where the note stands before the breath comes in
 * @param {"in" | "out"} breath
 * @returns {[number, number]} first and last frequency of the phase: up on the way in, down on the way out
 */
export function glide(hz, breath) {
  const high = hz * 2 ** (SEA_RISE / 12);
  return breath === "in" ? [hz, high] : [high, hz];
}

/**
 * How loud a volume of 0 to 100 is; the ear hears half the slider as about half as loud.
 * @param {number} volume
 */
export function loudness(volume) {
  return (Math.min(100, Math.max(0, volume)) / 100) ** 2;
}

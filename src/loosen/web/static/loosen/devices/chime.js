/** The bowl, synthesised: no sound files. Its numbers are in pure/tones.js. */

import { ATTACK_S, attack, bowl, SILENCE } from "../pure/tones.js";

/**
 * Plan one strike.
 * @param {BaseAudioContext} context
 * @param {AudioNode} channel
 * @param {number} atS on the context's clock
 * @param {number} [hz] the lowest note
 */
export function strike(context, channel, atS, hz) {
  for (const { hz: note, level, decayS } of bowl(hz)) {
    const tone = context.createOscillator();
    const envelope = context.createGain();
    tone.frequency.value = note;
    envelope.gain.setValueAtTime(0, atS);
    envelope.gain.setValueCurveAtTime(
      attack().map((rise) => rise * level),
      atS,
      ATTACK_S,
    );
    envelope.gain.exponentialRampToValueAtTime(level * SILENCE, atS + ATTACK_S + decayS);
    tone.connect(envelope).connect(channel);
    tone.start(atS);
    tone.stop(atS + ATTACK_S + decayS);
  }
}

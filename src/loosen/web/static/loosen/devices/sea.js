/** The breath tone: two soft notes over a far sea, up on the way in and down on the way out. Numbers in pure/tones.js. */

import { glide, SEA_HZ, SEA_NOISE_HZ, SEA_NOISE_PEAK, SEA_PEAK, swell } from "../pure/tones.js";

/** Seconds of noise that are made once and played round and round. */
const NOISE_S = 4;

/** @type {WeakMap<BaseAudioContext, AudioBuffer>} */
const seas = new WeakMap();

/**
 * Plan the tone of one breath phase.
 * @param {BaseAudioContext} context
 * @param {AudioNode} channel
 * @param {number} atS on the context's clock
 * @param {{breath: "in" | "out", durationS: number}} phase
 */
export function breathe(context, channel, atS, { breath, durationS }) {
  for (const hz of SEA_HZ) {
    const tone = context.createOscillator();
    const [first, last] = glide(hz, breath);
    tone.frequency.setValueAtTime(first, atS);
    tone.frequency.exponentialRampToValueAtTime(last, atS + durationS);
    swelling(context, tone, channel, { atS, durationS, peak: SEA_PEAK });
  }
  const sea = context.createBufferSource();
  const under = context.createBiquadFilter();
  sea.buffer = noise(context);
  sea.loop = true;
  under.type = "lowpass";
  under.frequency.value = SEA_NOISE_HZ;
  under.connect(swelling(context, sea, channel, { atS, durationS, peak: SEA_NOISE_PEAK }, under));
}

/**
 * @param {BaseAudioContext} context
 * @param {AudioScheduledSourceNode} source
 * @param {AudioNode} channel
 * @param {{atS: number, durationS: number, peak: number}} span
 * @param {AudioNode} [through]
 * @returns {GainNode}
 */
function swelling(context, source, channel, { atS, durationS, peak }, through) {
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(0, atS);
  loudness.gain.setValueCurveAtTime(swell(peak), atS, durationS);
  loudness.connect(channel);
  source.connect(through ?? loudness);
  source.start(atS);
  source.stop(atS + durationS);
  return loudness;
}

/** @param {BaseAudioContext} context */
function noise(context) {
  const made = seas.get(context);
  if (made) return made;
  const buffer = context.createBuffer(1, NOISE_S * context.sampleRate, context.sampleRate);
  buffer.copyToChannel(
    Float32Array.from({ length: buffer.length }, () => 2 * Math.random() - 1),
    0,
  );
  seas.set(context, buffer);
  return buffer;
}

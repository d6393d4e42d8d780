/** Ids made on the device: UUID version 7, whose order is the order of time. */

/**
 * @param {number} atMs milliseconds since 1970
 * @param {Uint8Array} chance ten random bytes
 * @returns {string}
 */
export function uuid7(atMs, chance) {
  const bytes = new Uint8Array(16);
  let rest = atMs;
  for (let n = 5; n >= 0; n -= 1) {
    bytes[n] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) % 16);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) % 64);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

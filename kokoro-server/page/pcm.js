// Samples as the server sends them: 16 bits with a sign, little-endian, one channel.

/** Samples per second of `response_format: "pcm"`. */
export const RATE = 24000;

/** Makes samples of pieces of base64. A piece may end in the middle of a sample. */
export class PcmDecoder {
  /** The first byte of a sample of which the second has not come. */
  #half = null;

  /**
   * @param {string} base64
   * @returns {Float32Array} samples from -1 to 1
   */
  push(base64) {
    const bytes = atob(base64); // a character a byte
    const before = this.#half === null ? 0 : 1;
    const length = before + bytes.length;
    const at = (i) => (i < before ? this.#half : bytes.charCodeAt(i - before));
    const samples = new Float32Array(length >> 1);
    for (let i = 0; i < samples.length; i++) {
      const value = at(2 * i) | (at(2 * i + 1) << 8);
      samples[i] = ((value << 16) >> 16) / 32768;
    }
    this.#half = length % 2 === 1 ? at(length - 1) : null;
    return samples;
  }
}

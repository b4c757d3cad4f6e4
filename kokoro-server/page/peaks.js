// A waveform of any length in a bounded number of bars.

/** Samples of a bar at first: a hundredth of a second. */
const FIRST = 240;

/** The loudest sample of each of at most `most` spans of equal length. */
export class Peaks {
  #most;
  #peaks = [];
  /** Samples of a bar. Doubles whenever there are too many bars. */
  #span = FIRST;
  /** Samples so far. */
  #samples = 0;

  /** @param {number} most the greatest number of bars, even */
  constructor(most) {
    this.#most = most;
  }

  /** @param {Float32Array} samples those that follow the ones before */
  push(samples) {
    for (const sample of samples) {
      let bar = Math.floor(this.#samples / this.#span);
      if (bar === this.#most) {
        this.#halve();
        bar /= 2;
      }
      this.#peaks[bar] = Math.max(this.#peaks[bar] ?? 0, Math.abs(sample));
      this.#samples++;
    }
  }

  #halve() {
    const half = this.#peaks.length / 2;
    for (let bar = 0; bar < half; bar++) {
      this.#peaks[bar] = Math.max(this.#peaks[2 * bar], this.#peaks[2 * bar + 1]);
    }
    this.#peaks.length = half;
    this.#span *= 2;
  }

  /** From 0 to 1, one for each span; the last span may not be complete. */
  get bars() {
    return this.#peaks;
  }

  /** Samples of a bar. */
  get span() {
    return this.#span;
  }
}

// Which part of the speech sounds when. All times are in samples, so that pieces fit exactly.

/** Places pieces of speech one after the other; where one comes too late, speech makes a pause. */
export class Timeline {
  #lead;
  /** Stretches without a pause: the sample `speech` sounds at `clock`, and so on. */
  #stretches = [];
  #placed = 0;

  /** @param {number} lead time between asking for a sound and its start, so that none is missed */
  constructor(lead) {
    this.#lead = lead;
  }

  /**
   * Places the next piece.
   * @param {number} now the audio clock
   * @param {number} length
   * @returns {number} when it starts, by the audio clock
   */
  place(now, length) {
    let last = this.#stretches.at(-1);
    if (last === undefined || last.clock + this.#placed - last.speech < now) {
      last = { clock: now + this.#lead, speech: this.#placed };
      this.#stretches.push(last);
    }
    const start = last.clock + this.#placed - last.speech;
    this.#placed += length;
    return start;
  }

  /**
   * How much of the speech has sounded when the audio clock, which never goes back, shows `clock`.
   * @param {number} clock
   * @returns {number}
   */
  heard(clock) {
    const stretches = this.#stretches;
    while (stretches.length > 1 && stretches[1].clock <= clock) stretches.shift();
    if (stretches.length === 0) return 0;
    const [{ clock: began, speech }] = stretches;
    const end = stretches.length > 1 ? stretches[1].speech : this.#placed;
    return Math.min(speech + Math.max(0, clock - began), end);
  }

  /** How much has been placed. */
  get placed() {
    return this.#placed;
  }
}

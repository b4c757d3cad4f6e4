// Which word sounds at a time.

/** How long a word stays lit in the pause after it, in seconds. */
const LINGER = 0.6;

/**
 * A word as the server sends it; times in seconds from the start of the speech. `utf16_start` and
 * `utf16_end` are its place in the text, counted as JavaScript counts.
 * @typedef {{start: number, end: number, utf16_start: number, utf16_end: number}} Word
 */

/** The words of a speech in the order in which they sound. */
export class Words {
  #words = [];
  #begun = 0;

  /** @param {Word[]} words those that follow the ones before */
  push(words) {
    for (const word of words) this.#words.push(word);
  }

  /**
   * The word that sounds at `time`, which never goes back; null before the first and in a pause.
   * @param {number} time
   * @returns {Word | null}
   */
  at(time) {
    const words = this.#words;
    while (this.#begun < words.length && words[this.#begun].start < time) this.#begun++;
    const word = words[this.#begun - 1] ?? null;
    return word !== null && time < word.end + LINGER ? word : null;
  }

  /** How many words had begun at the last time that was asked for. */
  get begun() {
    return this.#begun;
  }
}

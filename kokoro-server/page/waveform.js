// Draws a speech as bars that grow while it comes, with a line where it sounds.

import { RATE } from "./pcm.js";
import { Peaks } from "./peaks.js";

/** Width of a bar with the gap after it, and without, in pixels of CSS. */
const STEP = 4;
const BAR = 2;

/** The height of silence, in pixels of CSS, so that a pause is seen as one. */
const LEAST = 2;

/** The sample whose bar has the full height: speech is rarely louder. */
const LOUD = 0.5;

/** The waveform on a canvas. Its colours are those of the style sheet. */
export class Waveform {
  #canvas;
  #peaks;
  #heard = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.clear();
    new ResizeObserver(() => this.draw(this.#heard)).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.draw(this.#heard);
    });
  }

  /** Forgets the speech. */
  clear() {
    const width = this.#canvas.clientWidth;
    this.#peaks = new Peaks(Math.max(2, 2 * Math.floor(width / STEP / 2)));
    this.draw(0);
  }

  /** @param {Float32Array} samples those that follow the ones before */
  push(samples) {
    this.#peaks.push(samples);
  }

  /** @param {number} heard seconds of the speech that have sounded */
  draw(heard) {
    this.#heard = heard;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const scale = devicePixelRatio;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    const context = this.#canvas.getContext("2d");
    context.scale(scale, scale);
    const style = getComputedStyle(this.#canvas);
    const [past, coming] = ["--wave-past", "--wave-coming"].map((name) =>
      style.getPropertyValue(name),
    );
    const head = (heard * RATE) / this.#peaks.span; // in bars
    for (const [i, peak] of this.#peaks.bars.entries()) {
      const tall = Math.max(LEAST, Math.min(1, peak / LOUD) * height);
      context.fillStyle = i < head ? past : coming;
      context.fillRect(i * STEP, (height - tall) / 2, BAR, tall);
    }
    if (heard > 0) {
      context.fillStyle = past;
      context.fillRect(Math.min(head * STEP, width - 1) - 0.5, 0, 1, height);
    }
  }
}

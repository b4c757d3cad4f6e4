// Plays samples as they come.

import { RATE } from "./pcm.js";
import { Timeline } from "./timeline.js";

/** Seconds of speech that may wait to be played. What is longer stays with the server. */
const AHEAD = 30;

/** How often to look whether more may come, in milliseconds. */
const LOOK = 200;

/** Samples between asking for a sound and its start: 60 ms, some pieces of the audio clock. */
const LEAD = 0.06 * RATE;

/** Time for the sound to fade when it is stopped, in seconds; without it, it would click. */
const FADE = 0.03;

/**
 * A speech that sounds. Each piece is an audio node of its own, started at its exact sample: unlike
 * an audio worklet, that works where the page comes without TLS from another machine. The context
 * has the speech's own rate, so that no piece is resampled by itself.
 */
export class Player {
  #context = new AudioContext({ sampleRate: RATE });
  #gain = this.#context.createGain();
  #timeline = new Timeline(LEAD);
  #ended = Promise.resolve();

  constructor() {
    this.#gain.connect(this.#context.destination);
    this.#context.resume();
  }

  /** @param {Float32Array} samples those that follow the ones before */
  play(samples) {
    if (samples.length === 0) return;
    const buffer = this.#context.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(samples, 0);
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    this.#ended = new Promise((resolve) => source.addEventListener("ended", resolve));
    const now = Math.round(this.#context.currentTime * RATE);
    source.start(this.#timeline.place(now, samples.length) / RATE);
  }

  /** Whether the audio clock runs: it does not without a sound device or permission. */
  get running() {
    return this.#context.state === "running";
  }

  /**
   * Seconds of the speech that have been played. The way from there to the ear is not counted:
   * `outputLatency` tells its length, but in Firefox it asks the device, which with PulseAudio can
   * take many seconds in which the page stands still.
   */
  heard() {
    return this.#timeline.heard(this.#context.currentTime * RATE) / RATE;
  }

  /** Seconds of the speech that have come. */
  get length() {
    return this.#timeline.placed / RATE;
  }

  /**
   * Waits until more of the speech should come.
   * @param {AbortSignal} signal
   */
  async room(signal) {
    while (this.length - this.heard() > AHEAD && !signal.aborted) await after(LOOK);
  }

  /** Waits until all that has come has been played. */
  ended() {
    return this.#ended;
  }

  /** Stops the sound and frees the device. */
  async close() {
    this.#gain.gain.setTargetAtTime(0, this.#context.currentTime, FADE / 3);
    await after(FADE * 1000);
    await this.#context.close();
  }
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

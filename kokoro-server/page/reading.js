// One speech from its request to its last sound.

import { Player } from "./player.js";
import { speech } from "./speech.js";
import { Words } from "./words.js";

/** How long the browser may take to start its audio clock, in milliseconds: devices sleep. */
const START = 10_000;

const SILENT =
  "The browser plays nothing: it finds no sound device, or this page may not use it." +
  " The download needs none.";

/**
 * What is told of a speech while it sounds; times are in seconds.
 * @typedef {{heard: number, length: number, word: import("./words.js").Word | null,
 *   words: number}} Progress
 */

/**
 * Speaks, and returns when all has been heard. Must be called where the reader has just pressed a
 * key or a button, or else the browser may not allow sound.
 * @param {import("./request.js").Settings} settings
 * @param {AbortSignal} stopped stops it
 * @param {(samples: Float32Array) => void} came is told of sound before it is heard
 * @param {(progress: Progress) => void} progress is told many times a second
 */
export async function readAloud(settings, stopped, came, progress) {
  const player = new Player();
  const silent = new AbortController();
  const signal = AbortSignal.any([stopped, silent.signal]);
  const watch = setTimeout(() => {
    if (!player.running) silent.abort(new Error(SILENT));
  }, START);
  const words = new Words();
  const tell = (heard) => {
    const word = words.at(heard);
    progress({ heard, length: player.length, word, words: words.begun });
  };
  let frame = requestAnimationFrame(function next() {
    tell(player.heard());
    frame = requestAnimationFrame(next);
  });
  try {
    for await (const part of speech(settings, signal)) {
      if (part.words) words.push(part.words);
      if (part.samples) {
        player.play(part.samples);
        came(part.samples);
        await player.room(signal);
      }
    }
    await unlessStopped(player.ended(), signal);
    tell(player.length);
  } finally {
    clearTimeout(watch);
    cancelAnimationFrame(frame);
    player.close();
  }
}

function unlessStopped(promise, signal) {
  const stopped = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  signal.throwIfAborted();
  return Promise.race([promise, stopped]);
}

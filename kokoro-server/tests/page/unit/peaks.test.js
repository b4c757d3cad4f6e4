import assert from "node:assert/strict";
import { test } from "node:test";

import { Peaks } from "../../../page/peaks.js";

/** The same, from all samples at once. */
function naive(samples, span) {
  const bars = [];
  for (let start = 0; start < samples.length; start += span) {
    bars.push(samples.slice(start, start + span).reduce((a, b) => Math.max(a, Math.abs(b)), 0));
  }
  return bars;
}

/** Numbers from -1 to 1, always the same: a linear congruential generator. */
function noise(length) {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

test("bars are those of all samples at once, however long the speech is", () => {
  const samples = noise(50_000);
  for (const length of [0, 1, 239, 240, 241, 1920, 1921, 3840, 3841, 50_000]) {
    const peaks = new Peaks(8);
    for (let at = 0; at < length; at += 777) {
      peaks.push(samples.subarray(at, Math.min(at + 777, length)));
    }
    assert.ok(peaks.bars.length <= 8);
    assert.deepEqual(peaks.bars, naive(samples.slice(0, length), peaks.span), `${length} samples`);
  }
});

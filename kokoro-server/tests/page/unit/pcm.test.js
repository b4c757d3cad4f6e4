import assert from "node:assert/strict";
import { test } from "node:test";

import { PcmDecoder } from "../../../page/pcm.js";

const BYTES = Buffer.from(Int16Array.of(0, 1, -1, 32767, -32768, 256, -257).buffer);
const SAMPLES = [0, 1, -1, 32767, -32768, 256, -257].map((sample) => sample / 32768);

function decode(pieces) {
  const decoder = new PcmDecoder();
  return pieces.flatMap((piece) => Array.from(decoder.push(piece.toString("base64"))));
}

test("samples in one piece", () => {
  assert.deepEqual(decode([BYTES]), SAMPLES);
});

test("samples cut twice, anywhere", () => {
  for (let i = 0; i <= BYTES.length; i++) {
    for (let j = i; j <= BYTES.length; j++) {
      const pieces = [BYTES.subarray(0, i), BYTES.subarray(i, j), BYTES.subarray(j)];
      assert.deepEqual(decode(pieces), SAMPLES, `cut at ${i} and ${j}`);
    }
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { Words } from "../../../page/words.js";

const WORDS = [
  { start: 0, end: 0.3 },
  { start: 0.35, end: 0.5 },
  { start: 5, end: 5.5 },
];

test("each word is lit from its start until the next, and not through a long pause", () => {
  const words = new Words();
  words.push(WORDS.slice(0, 1));
  words.push(WORDS.slice(1));
  const times = [0, 0.1, 0.34, 0.36, 1, 1.2, 4.9, 5.1, 9];
  const lit = times.map((time) => WORDS.indexOf(words.at(time)));
  assert.deepEqual(lit, [-1, 0, 0, 1, 1, -1, -1, 2, -1]);
});

test("words that begin between two looks are counted", () => {
  const words = new Words();
  words.push(WORDS);
  assert.equal(words.begun, 0);
  words.at(6);
  assert.equal(words.begun, 3);
});

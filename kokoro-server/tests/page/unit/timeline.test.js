import assert from "node:assert/strict";
import { test } from "node:test";

import { Timeline } from "../../../page/timeline.js";

test("pieces in time follow each other exactly", () => {
  const timeline = new Timeline(10);
  assert.equal(timeline.place(100, 50), 110);
  assert.equal(timeline.place(120, 70), 160);
  assert.equal(timeline.place(229, 30), 230);
  assert.equal(timeline.placed, 150);
  assert.deepEqual([0, 110, 111, 259, 260, 900].map((now) => timeline.heard(now)), [
    0, 0, 1, 149, 150, 150,
  ]);
});

test("a late piece makes a pause, in which no speech is heard", () => {
  const timeline = new Timeline(10);
  timeline.place(0, 50); // 10 to 60
  assert.equal(timeline.place(100, 50), 110);
  const heard = [59, 60, 105, 110, 111, 160, 170].map((now) => timeline.heard(now));
  assert.deepEqual(heard, [49, 50, 50, 50, 51, 100, 100]);
});

test("nothing is heard of nothing", () => {
  assert.equal(new Timeline(10).heard(5), 0);
});

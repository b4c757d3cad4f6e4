import assert from "node:assert/strict";
import { test } from "node:test";

import { EventParser } from "../../../page/sse.js";

const STREAM =
  ": hello\r\nevent: x\ndata: one\n\ndata:two\r\rdata: \u{1f600}\r\ndata\r\n\r\nid: 3\n\n";
const EVENTS = ["one", "two", "\u{1f600}\n"];

function parse(pieces) {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece));
}

test("a stream in one piece", () => {
  assert.deepEqual(parse([STREAM]), EVENTS);
});

test("a stream cut once, anywhere", () => {
  for (let i = 0; i <= STREAM.length; i++) {
    assert.deepEqual(parse([STREAM.slice(0, i), STREAM.slice(i)]), EVENTS, `cut at ${i}`);
  }
});

test("a stream cut everywhere, with empty pieces", () => {
  assert.deepEqual(parse(STREAM.split("").flatMap((letter) => [letter, ""])), EVENTS);
});

test("an event that has not ended is not given", () => {
  assert.deepEqual(parse(["data: one\n"]), []);
});

test("a long line in many pieces takes linear time", () => {
  const piece = "x".repeat(1000);
  const [event] = parse(["data: ", ...Array(20_000).fill(piece), "\n\n"]);
  assert.equal(event.length, 20_000_000);
});

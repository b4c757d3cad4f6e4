import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { fileBody, streamBody } from "../../../page/request.js";
import { curl, python } from "../../../page/snippets.js";
import { blend, byLanguage, label } from "../../../page/voices.js";

const PLAIN = { text: "Hi.", voice: "a", speed: 1, pitch: 0, format: "auto", file: "mp3" };
const ODD = {
  text: 'It\'s "5 \\ $HOME `x`\n\u{1f600} !! %s',
  voice: "a(2)+b(1)",
  speed: 1.25,
  pitch: -1.5,
  format: "ssml",
  file: "opus",
};
const BASE = "http://localhost:8880/";

test("what is the default is not sent", () => {
  const body = { model: "kokoro", voice: "a", input: "Hi.", response_format: "mp3" };
  assert.deepEqual(fileBody(PLAIN), body);
  const streamed = streamBody({ ...ODD, text: "Hi." });
  assert.deepEqual([streamed.speed, streamed.pitch, streamed.format], [1.25, -1.5, "ssml"]);
});

test("a shell reads the command as it was meant", () => {
  const said = curl(ODD, BASE, true).replace(/^curl/, "printf '%s\\0'");
  const out = execFileSync("sh", ["-c", said], { env: { OPENAI_API_KEY: "k" }, encoding: "utf8" });
  const words = out.split("\0");
  assert.equal(words[0], "http://localhost:8880/v1/audio/speech");
  assert.ok(words.includes("Authorization: Bearer k"));
  assert.deepEqual(JSON.parse(words[words.indexOf("-d") + 1]), fileBody(ODD));
  assert.ok(!curl(ODD, BASE, false).includes("Bearer"));
});

test("Python reads its lines as they were meant", () => {
  const [, call] = python(ODD, BASE, false).split("\n");
  const fields = call.slice(call.indexOf(".create(") + ".create".length);
  const script = `import json; print(json.dumps(dict${fields}))`;
  const { extra_body, ...standard } = JSON.parse(
    execFileSync("python3", ["-c", script], { encoding: "utf8" }),
  );
  assert.deepEqual({ ...standard, ...extra_body }, fileBody(ODD));
  assert.ok(call.includes('api_key="none"'));
  assert.ok(!python(ODD, BASE, true).includes("api_key"));
  assert.equal(python(ODD, BASE, true).split("\n").length, 3);
});

test("voices are grouped by language, and blended", () => {
  const voices = [
    { id: "a", language: "en-us" },
    { id: "p", language: "pt-br" },
    { id: "b", language: "en-us" },
    { id: "mine" },
    { id: "odd", language: "no tag at all" },
  ];
  const groups = Array.from(byLanguage(voices), ([name, group]) => {
    return [name, group.map(({ id }) => id)];
  });
  assert.deepEqual(groups, [
    ["American English", ["a", "b"]],
    ["Brazilian Portuguese", ["p"]],
    ["Other", ["mine"]],
    ["no tag at all", ["odd"]],
  ]);
  assert.equal(label({ id: "a", gender: "female", grade: "A" }), "a (female, grade A)");
  assert.equal(label({ id: "mine" }), "mine");
  assert.equal(blend([{ id: "a", weight: 2 }]), "a");
  assert.equal(blend([{ id: "a", weight: 2 }, { id: "b", weight: 0.5 }]), "a(2)+b(0.5)");
});

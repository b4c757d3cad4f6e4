// Asks a server all that OpenAI's JavaScript client asks for speech, and checks the answers.
//
//     node kokoro-server/tests/clients/openai_client.mjs URL [--key KEY] [--one-at-a-time]
//
// URL ends in /v1. With --key, the server wants one. With --one-at-a-time, it makes no more than
// one speech at once, and the client has to try again. Needs the npm package openai. It prints a
// line for each check, and fails at the first that does not hold.

import assert from "node:assert/strict";
import { parseArgs } from "node:util";

import OpenAI from "openai";

const SHORT = "It cost $100. Why?";
const SENTENCE = "This is one of very many sentences, and all of them are the same. ";
// The share of a streamed speech's time that its first byte may take.
const FIRST_SHARE = 0.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, "one-at-a-time": { type: "boolean" } },
});
const [url] = positionals;

function connect(apiKey, maxRetries = 0) {
  return new OpenAI({ baseURL: url, apiKey, maxRetries });
}

function check(holds, what) {
  assert.ok(holds, what);
  console.log(`ok: ${what}`);
}

function speak(client, more) {
  return client.audio.speech.create({ model: "tts-1", voice: "alloy", input: "Hi.", ...more });
}

async function bytes(response) {
  return Buffer.from(await response.arrayBuffer());
}

/** The error that `promise` fails with, which is of this class. */
async function failure(kind, promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof kind, `expected ${kind.name}, found ${error}`);
    return error;
  }
  return assert.fail(`expected ${kind.name}`);
}

async function modelsAreListed(client) {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  check(ids.includes("kokoro") && ids.includes("tts-1"), "models.list names the models");
  check((await client.models.retrieve("tts-1")).id === "tts-1", "models.retrieve");
}

async function speechIsStreamed(client) {
  const answer = await speak(client, { response_format: "wav" });
  check(answer.headers.get("content-type") === "audio/wav", "create gives WAV");
  check(Boolean(answer.headers.get("x-request-id")), "a response has a request id");
  check((await bytes(answer)).subarray(0, 4).toString() === "RIFF", "the sound begins as WAV");
  const began = performance.now();
  let first;
  const long = await speak(client, { input: SENTENCE.repeat(12), response_format: "pcm" });
  for await (const _ of long.body) {
    first ??= performance.now() - began;
  }
  const last = performance.now() - began;
  const times = `the first byte after ${first.toFixed()} ms, the last ${last.toFixed()} ms`;
  check(first < FIRST_SHARE * last, times);
}

async function eventsAreSent(client) {
  const pcm = await bytes(await speak(client, { input: SHORT, response_format: "pcm" }));
  const told = await speak(client, {
    input: SHORT,
    response_format: "pcm",
    stream_format: "sse",
    timestamps: "word",
  });
  const lines = (await told.text()).split("\n").filter((line) => line.startsWith("data: "));
  const events = lines.map((line) => JSON.parse(line.slice("data: ".length)));
  const deltas = events.filter((event) => event.type === "speech.audio.delta");
  const sound = Buffer.concat(deltas.map((event) => Buffer.from(event.audio, "base64")));
  check(sound.equals(pcm), "events have the sound of a stream");
  const words = events.flatMap((event) => event.words ?? []).map((word) => word.word);
  assert.deepEqual(words, ["It", "cost", "$100", "Why"]);
  const { type, usage } = events.at(-1);
  check(type === "speech.audio.done", "the last event says that it is the last");
  check(usage.total_tokens === usage.input_tokens + usage.output_tokens, "usage has three counts");
}

async function errorsAreTold(client) {
  const voice = await failure(OpenAI.BadRequestError, speak(client, { voice: "nobody" }));
  check(voice.code === "voice_not_found" && voice.param === "voice", "a wrong voice is told");
  check(Boolean(voice.requestID), "an error has a request id");
  const heart = await bytes(await speak(client, { voice: "af_heart" }));
  const object = await bytes(await speak(client, { voice: { id: "af_heart" } }));
  check(heart.equals(object), "a voice may be an object with an id");
  const model = await failure(OpenAI.NotFoundError, speak(client, { model: "gpt-5" }));
  check(model.code === "model_not_found", "a wrong model is told");
  if (values.key !== undefined) {
    const stranger = await failure(OpenAI.AuthenticationError, speak(connect("wrong")));
    check(stranger.code === "invalid_api_key", "a wrong key is told");
  }
}

async function aFullServerIsAskedAgain(client) {
  const busy = await speak(client, { input: SENTENCE.repeat(200), response_format: "pcm" });
  const full = await failure(OpenAI.RateLimitError, speak(client));
  check(Number(full.headers.get("retry-after")) >= 1, "a full server says when");
  setTimeout(() => busy.body.cancel(), 1500);
  const answer = await speak(connect(values.key ?? "none", 20));
  check((await bytes(answer)).length > 0, "the client tried again until it was served");
}

const client = connect(values.key ?? "none");
if (values["one-at-a-time"]) {
  await aFullServerIsAskedAgain(client);
} else {
  await modelsAreListed(client);
  await speechIsStreamed(client);
  await eventsAreSent(client);
  await errorsAreTold(client);
}

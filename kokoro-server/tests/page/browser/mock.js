// A server that speaks tones, to try the page without a model, and what a real server rarely does.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const PAGE = new URL("../../../page/", import.meta.url);
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };

/** As the real server sends it with the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const RATE = 24000;
/** Seconds of a word, and of the silence after it. */
const WORD = 0.22;
const GAP = 0.04;

/** How long a word takes to be made, and one that comes late, in milliseconds. */
const PACE = 60;
const LATE = 1500;

const VOICES = [
  { id: "af_heart", name: "Heart", language: "en-us", gender: "female", grade: "A" },
  { id: "af_bella", name: "Bella", language: "en-us", gender: "female" },
  { id: "am_adam", name: "Adam", language: "en-us", gender: "male" },
  { id: "bf_emma", name: "Emma", language: "en-gb", gender: "female" },
  { id: "pf_dora", name: "Dora", language: "pt-br", gender: "female" },
];

/** The mock. What is public tells of requests or changes the answers. */
export class Mock {
  /** The key that is asked for; none if empty. */
  key = "";
  /** The last speech: its request, seconds of sound sent, whether it ended or broke off. */
  last = null;
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => response.destroy(error));
  });

  /** @returns {Promise<string>} the address, ending in a slash */
  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request, response) {
    const path = new URL(request.url, "http://mock").pathname;
    if (!path.startsWith("/v1/")) return page(path, response);
    if (this.key !== "" && request.headers.authorization !== `Bearer ${this.key}`) {
      return fail(response, 401, "The key is wrong: expected one that this server knows.");
    }
    if (path === "/v1/audio/voices") return send(response, 200, { voices: VOICES });
    const body = JSON.parse(await text(request));
    if (body.format === "ssml" && !body.input.trim().endsWith("</speak>")) {
      return fail(response, 400, "The SSML is wrong: expected the end of `speak`.");
    }
    this.last = { body, sent: 0, ended: false, broken: false };
    response.on("close", () => (this.last.broken = !response.writableFinished));
    if (body.stream_format === "sse") await this.#stream(body.input, response);
    else response.setHeader("Content-Type", "audio/mpeg").end(Buffer.alloc(5000, 7));
    this.last.ended = response.writableEnded;
  }

  /** Sends a tone for each word; "late" comes late, and "broken" breaks the stream. */
  async #stream(input, response) {
    response.setHeader("Content-Type", "text/event-stream");
    const event = (data) => write(response, `data: ${JSON.stringify(data)}\n\n`);
    let rest = Buffer.alloc(0);
    let start = 0;
    for (const { 0: word, index } of input.matchAll(/\S+/g)) {
      if (response.destroyed) return;
      if (word === "broken") return event({ error: { message: "The model broke." } });
      await pause(word === "late" ? LATE : PACE);
      const end = start + WORD;
      const place = { utf16_start: index, utf16_end: index + word.length };
      await event({ type: "speech.audio.words", words: [{ word, start, end, ...place }] });
      // An odd number of bytes, so that samples are cut.
      const bytes = Buffer.concat([rest, tone(220 + (index % 12) * 20)]);
      const cut = bytes.length - ((index % 2) * 2 + 1);
      await event({ type: "speech.audio.delta", audio: bytes.subarray(0, cut).toString("base64") });
      rest = bytes.subarray(cut);
      start += WORD + GAP;
      this.last.sent = start;
    }
    await event({ type: "speech.audio.delta", audio: rest.toString("base64") });
    const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
    await event({ type: "speech.audio.done", usage });
    response.end();
  }
}

/** A word and the silence after it, as samples of 16 bits. */
function tone(hertz) {
  const bytes = Buffer.alloc(2 * Math.round((WORD + GAP) * RATE));
  for (let i = 0; i < WORD * RATE; i++) {
    const loud = 0.5 * Math.sin((Math.PI * i) / (WORD * RATE));
    const sample = loud * Math.sin((2 * Math.PI * hertz * i) / RATE);
    bytes.writeInt16LE(Math.round(32767 * sample), 2 * i);
  }
  return bytes;
}

async function page(path, response) {
  const name = { "/": "index.html", "/docs": "docs.html" }[path] ?? path.replace("/page/", "");
  const file = name === "/openapi.json" ? new URL("openapi.json", import.meta.url) : null;
  const bytes = await readFile(file ?? new URL(name, PAGE)).catch(() => null);
  if (bytes === null) return fail(response, 404, "There is nothing here.");
  const type = TYPES[name.split(".").pop()] ?? "application/json";
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("Content-Security-Policy", POLICY).end(bytes);
}

function send(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function fail(response, status, message) {
  const error = { message, type: "invalid_request_error", param: null, code: null };
  send(response, status, { error });
}

/** Writes, and waits while the client does not read. */
function write(response, data) {
  if (response.write(data) || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.on("drain", go).on("close", go);
  });
}

async function text(request) {
  let all = "";
  for await (const part of request.setEncoding("utf8")) all += part;
  return all;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Checks of speech: that it sounds while it comes, and ends when it should.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { LONG, TEXT } from "./reader.js";

/** Network and browsers may hold this many seconds of sound that nobody has asked for. */
const IN_TRANSIT = 150;

/** The most seconds of sound that the page asks for before they sound, and the longest piece. */
const AHEAD = 30;
const PIECE = 15;

const WORDS = TEXT.split(" ").length;

export const speaking = {
  async "every word lights up"({ reader }) {
    await reader.open();
    await reader.write(TEXT);
    await reader.press("#speak");
    await reader.untilShown("status", "Done.");
    assert.match(await reader.shown("readout"), new RegExp(`, word ${WORDS}$`));
    // A browser that has no time to paint may pass over a short word.
    const lit = await reader.probe("lit");
    const places = lit.map(({ index }) => index);
    assert.deepEqual(places, [...new Set(places)].sort((a, b) => a - b), "words light up in order");
    assert.ok(lit.length > 0.8 * WORDS && lit.length <= WORDS, `${lit.length} words of ${WORDS}`);
    assert.deepEqual(await reader.probe("stray"), [], "marks are on words");
    assert.equal(await reader.page.$(".mark"), null, "no word is lit in the end");
    assert.deepEqual(await drawn(reader), { past: true, coming: false });
  },

  async "while it speaks, the waveform shows what has sounded and what is to come"({ reader }) {
    await reader.open();
    await reader.write(TEXT);
    await reader.press("#speak");
    await reader.until(() => window.probe.lit.length > 5);
    assert.deepEqual(await drawn(reader), { past: true, coming: true });
    assert.match(await reader.shown("status"), /^Speaking. The first sound came after \d+ ms.$/);
  },

  async "sound starts long before the response ends, which stop ends too"({ reader, mock }) {
    await reader.open();
    await reader.write(LONG);
    await reader.press("#speak");
    await reader.until(() => window.probe.lit.length > 3);
    assert.ok((await reader.probe("firstSound")) !== null);
    assert.equal(await responsesEnded(reader), 0);
    await reader.until((ahead) => window.probe.ahead() >= ahead, AHEAD - 1);
    await pause(2000);
    const ahead = await reader.page.evaluate(() => window.probe.ahead());
    assert.ok(ahead <= AHEAD + PIECE, `${ahead} s of sound wait to be heard`);
    assert.equal(await responsesEnded(reader), 0);
    if (mock) assert.ok(mock.last.sent < IN_TRANSIT, `${mock.last.sent} s of sound were sent`);
    await reader.press("#stop");
    await reader.untilShown("status", "Stopped.");
    await reader.until(() => window.probe.signals.at(-1).aborted);
    await reader.until(() => window.probe.contexts.every(({ state }) => state === "closed"));
    if (mock) assert.ok(mock.last.broken, "the server sees that nobody listens");
    const readout = await reader.shown("readout");
    await pause(500);
    assert.equal(await reader.shown("readout"), readout, "nothing goes on");
    await reader.write("Again.");
    await reader.press("#speak");
    await reader.untilShown("status", "Done.");
  },

  async "an edited text has no lit words, and goes on sounding"({ reader }) {
    await reader.open();
    await reader.write(TEXT);
    await reader.press("#speak");
    await reader.until(() => window.probe.lit.length > 2);
    await reader.page.focus("#text");
    await reader.page.keyboard.type("x");
    const { length } = await reader.probe("lit");
    await pause(700);
    assert.equal((await reader.probe("lit")).length, length);
    assert.match(await reader.shown("status"), /^Speaking/);
  },

  async "without text nothing is asked for"({ reader }) {
    await reader.open();
    await reader.write("  \n");
    await reader.press("#speak");
    await reader.untilShown("status", "There is no text");
  },
};

/** Checks of what a real server does only in distress. */
export const distress = {
  async "late speech makes a pause and goes on"({ reader }) {
    await reader.open();
    await reader.write("one late two late three");
    await reader.press("#speak");
    await reader.untilShown("status", "Done.");
    assert.match(await reader.shown("readout"), /, word 5$/);
  },

  async "a speech that breaks off is told"({ reader }) {
    await reader.open();
    await reader.write("one two broken three");
    await reader.press("#speak");
    await reader.untilShown("error", "The model broke.");
  },

  async "a browser that plays nothing is told"({ reader }) {
    await reader.open();
    await reader.page.evaluate(() => {
      Object.defineProperty(AudioContext.prototype, "state", { value: "suspended" });
    });
    await reader.press("#speak");
    await reader.untilShown("error", "The browser plays nothing");
  },

  async "a key is asked for, sent, and kept in this window alone"({ reader, mock }) {
    mock.key = "secret";
    try {
      await reader.open("", { voices: false });
      await reader.untilShown("error", "The key is wrong");
      assert.equal(await reader.page.evaluate(() => document.activeElement.id), "key");
      await reader.page.keyboard.type("secret\n");
      await reader.until(() => document.querySelector("#voices option") !== null);
      assert.equal(await reader.shown("error"), "");
      await reader.press("#speak");
      await reader.untilShown("status", "Done.");
      const kept = await reader.page.evaluate(() => [localStorage.length, document.cookie]);
      assert.deepEqual(kept, [0, ""]);
      assert.match(await reader.shown("curl"), /Bearer \$OPENAI_API_KEY/);
    } finally {
      mock.key = "";
    }
    reader.errors = []; // browsers write of answers such as 401
  },
};

/** How many responses with speech have come to their end: browsers list them then. */
function responsesEnded(reader) {
  return reader.page.evaluate(() => {
    const ended = performance.getEntriesByType("resource");
    return ended.filter(({ name }) => name.endsWith("/speech")).length;
  });
}

/** Whether the canvas has the colours of what has sounded and of what is to come. */
function drawn(reader) {
  return reader.page.$eval("#waveform", (canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const has = (name) => {
      const hex = getComputedStyle(canvas).getPropertyValue(name).slice(1);
      const colour = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 255 && colour.every((part, j) => data[i + j] === part)) return true;
      }
      return false;
    };
    return { past: has("--wave-past"), coming: has("--wave-coming") };
  });
}

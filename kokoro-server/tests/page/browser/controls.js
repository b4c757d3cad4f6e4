// Checks of what is chosen, and of work by keyboard.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import { downloads } from "./launch.js";
import { LONG } from "./reader.js";

/** The least bytes of a file with speech. */
const LEAST = 1000;

export const controls = {
  async "voices are blended, and the blend is in the request"({ reader }) {
    await reader.open();
    assert.equal(await reader.page.$eval("#blend", ({ hidden }) => hidden), true);
    await reader.press("#add-voice");
    await reader.choose("#voices li:nth-child(1) input", "2");
    await reader.choose("#voices li:nth-child(2) select", "af_bella");
    assert.equal(await reader.shown("blend-text"), "af_heart(2)+af_bella(1)");
    await reader.until(() =>
      document.getElementById("python").textContent.includes('"af_heart(2)+af_bella(1)"'),
    );
    const body = await sent(reader, () => reader.press("#speak"));
    assert.equal(body.voice, "af_heart(2)+af_bella(1)");
    await reader.press("#voices li:nth-child(2) button");
    const focused = await reader.page.evaluate(() => document.activeElement.ariaLabel);
    assert.equal(focused, "Voice");
  },

  async "what is chosen is sent"({ reader }) {
    await reader.open();
    await reader.choose("#speed", "1.5");
    await reader.choose("#pitch", "-2");
    await reader.choose("#format", "markdown");
    const { speed, pitch, format, ...body } = await sent(reader, () => reader.press("#speak"));
    assert.deepEqual([speed, pitch, format], [1.5, -2, "markdown"]);
    assert.deepEqual([body.stream_format, body.response_format], ["sse", "pcm"]);
  },

  async "a text in the voice's language is offered, until one is written"({ reader }) {
    await reader.open();
    await reader.choose("#voices select", "pf_dora");
    const offered = () => reader.page.$eval("#text", ({ value }) => value);
    assert.match(await offered(), /^O porto/);
    await reader.write("Mine.");
    await reader.choose("#voices select", "af_heart");
    assert.equal(await offered(), "Mine.");
  },

  async "a download is saved"({ reader, home }) {
    await reader.open();
    await reader.write("A file.");
    await reader.press("#download");
    await reader.untilShown("status", "The file is saved.");
    let files = [];
    for (let i = 0; i < 50 && files.length === 0; i++) {
      await pause(100);
      const all = await readdir(downloads(home)).catch(() => []);
      files = all.filter((name) => /^speech.*\.mp3$/.test(name));
    }
    assert.equal(files.length, 1, "one file");
    const { size } = await stat(join(downloads(home), files[0]));
    assert.ok(size > LEAST, `${size} bytes`);
    await rm(join(downloads(home), files[0]));
  },

  async "the command for curl works"({ reader }) {
    await reader.open();
    await reader.write("It's \"quoted\" & $HOME.");
    await reader.until(() => document.getElementById("curl").textContent.includes("quoted"));
    const folder = await mkdtemp(join(tmpdir(), "page-"));
    const command = `set -e\n${(await reader.shown("curl")).replace("curl", "curl -sS --fail")}`;
    await promisify(execFile)("sh", ["-c", command], { cwd: folder });
    assert.ok((await readFile(join(folder, "speech.mp3"))).length > LEAST);
    await rm(folder, { recursive: true });
    await reader.press("[data-copies=curl]");
    await reader.untilShown("status", "Copied.");
  },

  async "an error of the server is shown in its words"({ reader }) {
    await reader.open();
    await reader.write("<speak>No end <break");
    await reader.choose("#format", "ssml");
    await reader.press("#speak");
    await reader.until(() => document.getElementById("error").textContent.length > 10);
    assert.ok(!/[{}]/.test(await reader.shown("error")), await reader.shown("error"));
    reader.errors = []; // browsers write of answers such as 400
  },

  async "everything can be reached and done by keyboard"({ reader }) {
    await reader.open();
    await reader.page.focus("#text");
    assert.deepEqual(await tabbed(reader, 12), [
      ...["speak", "stop", "Voice", "add-voice", "speed", "pitch", "format", "file", "download"],
      ...["Copy", "curl", "Copy"],
    ]);
    await reader.page.focus("#speed");
    await reader.page.keyboard.press("ArrowRight");
    assert.equal(await reader.shown("speed-value"), "1.05×");
    await reader.page.focus("#text");
    await reader.write(LONG);
    await reader.chord("Control", "Enter");
    await reader.until(() => window.probe.lit.length > 2);
    assert.equal(await reader.page.evaluate(() => document.activeElement.id), "text");
    await reader.page.keyboard.press("Escape");
    await reader.untilShown("status", "Stopped.");
  },
};

/** The names of what has the focus after each press of the tabulator. */
async function tabbed(reader, times) {
  const names = [];
  for (let i = 0; i < times; i++) {
    await reader.page.keyboard.press("Tab");
    names.push(
      await reader.page.evaluate(() => {
        const { id, ariaLabel, textContent } = document.activeElement;
        return id || ariaLabel || textContent;
      }),
    );
  }
  return names;
}

/** The body of the next request for speech, which `act` makes the page send. */
async function sent(reader, act) {
  await reader.page.evaluate(() => {
    const { fetch } = window;
    window.fetch = (path, options) => {
      if (options?.method === "POST") window.sent = options.body;
      return fetch(path, options);
    };
  });
  await act();
  await reader.until(() => window.sent !== undefined);
  return JSON.parse(await reader.page.evaluate(() => window.sent));
}

// Tries the page in Chromium and Firefox:
//
//     node browser.js [--kokoro PROGRAM | --server URL]
//         [--browser NAME] [--only TEXT] [--screenshot FILE]
//
// The page is served by `PROGRAM serve`, by a server that runs, or else by a mock, which speaks
// tones; only with the mock are checks made of what a server does in distress. `--only` makes the
// checks whose name has the text. `--screenshot` also takes a picture of the page in Chromium.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import { accessibility } from "./browser/accessibility.js";
import { controls } from "./browser/controls.js";
import { BROWSERS, THEMES, launch } from "./browser/launch.js";
import { Mock } from "./browser/mock.js";
import { Reader, TEXT } from "./browser/reader.js";
import { start } from "./browser/server.js";
import { silentDevice } from "./browser/sound-device.js";
import { distress, speaking } from "./browser/speaking.js";

/** The longest that a check may take, in milliseconds: most take some seconds on idle cores. */
const LONGEST = 240_000;

const { values: options } = parseArgs({
  options: {
    kokoro: { type: "string" },
    server: { type: "string" },
    browser: { type: "string", multiple: true, default: BROWSERS },
    only: { type: "string", default: "" },
    screenshot: { type: "string" },
  },
});

/** What serves the page: its address, how to stop it, and the mock if it is one. */
async function serve() {
  if (options.kokoro) return start(options.kokoro);
  if (options.server) return { url: options.server.replace(/\/*$/, "/"), stop: () => {} };
  const mock = new Mock();
  return { url: await mock.start(), stop: () => mock.stop(), mock };
}

/** The checks for a theme: how the page looks is checked in each, what it does in one. */
function checks(theme, mock) {
  const behaviour = { ...speaking, ...controls, ...(mock ? distress : {}) };
  const all = { ...accessibility, ...(theme === THEMES[0] ? behaviour : {}) };
  return Object.entries(all).filter(([name]) => name.includes(options.only));
}

/** Makes one check in a window of its own; returns whether it holds. */
async function make(browser, name, check, context) {
  const reader = new Reader(await browser.newPage(), context.url);
  const began = performance.now();
  let problem = null;
  try {
    await Promise.race([check({ reader, ...context }), late()]);
    if (reader.errors.length > 0) problem = `the browser told of ${reader.errors.join("; ")}`;
  } catch (error) {
    problem = [error.stack, ...reader.errors].join("\n");
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${problem === null ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (problem !== null) console.log(problem);
  await reader.page.close();
  return problem === null;
}

/** Fails after the longest time that a check may take. */
async function late() {
  await pause(LONGEST, undefined, { ref: false });
  throw new Error(`it takes more than ${LONGEST / 1000} s`);
}

/** A picture of the page while it speaks. */
async function picture(browser, url, file) {
  const reader = new Reader(await browser.newPage(), url);
  await reader.open("", { width: 1100, height: 620 });
  await reader.write(TEXT);
  await reader.press("#speak");
  await reader.until(() => window.probe.lit.length > 18); // a long word
  await pause(100); // the mark has come to its word
  await reader.page.screenshot({ path: file });
}

const home = await mkdtemp(join(tmpdir(), "page-"));
const endDevice = await silentDevice(home);
const { url, stop, mock } = await serve();
// What was started ends with this program, whatever happens.
process.on("exit", () => {
  stop();
  endDevice();
});
let failures = 0;
for (const name of options.browser) {
  for (const theme of THEMES) {
    const browser = await launch(name, theme, home);
    console.log(`\n${await browser.version()}, ${theme}, ${mock ? "mock" : url}`);
    for (const [title, check] of checks(theme, mock)) {
      if (!(await make(browser, title, check, { url, mock, theme, home }))) failures++;
    }
    if (options.screenshot && name === "chromium" && theme === "light") {
      await picture(browser, url, options.screenshot);
    }
    await browser.close();
  }
}
stop();
endDevice();
await rm(home, { recursive: true, force: true });
console.log(failures === 0 ? "\nAll checks hold." : `\n${failures} checks failed.`);
process.exitCode = failures === 0 ? 0 : 1;

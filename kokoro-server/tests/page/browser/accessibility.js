// Checks that everybody can use the page: by axe-core's rules, and at a phone's width.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { TEXT } from "./reader.js";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A desktop, and a narrow phone. */
const WIDTHS = [1280, 360];

/** States of the page, and how to come to each. */
const STATES = {
  idle: async () => {},
  blend: (reader) => reader.press("#add-voice"),
  speaking: async (reader) => {
    await reader.write(TEXT);
    await reader.press("#speak");
    await reader.until(() => window.probe.lit.length > 1);
  },
  error: (reader) =>
    reader.page.evaluate(() => {
      document.getElementById("key-form").hidden = false;
      document.getElementById("error").textContent = "Something is wrong.";
    }),
};

export const accessibility = {
  async "axe-core finds nothing on the page, and it fits"({ reader }) {
    for (const width of WIDTHS) {
      for (const [state, reach] of Object.entries(STATES)) {
        await reader.open("", { width });
        await reach(reader);
        await check(reader, `${state} at ${width}`);
      }
    }
  },

  async "axe-core finds nothing in the documentation, and it fits"({ reader }) {
    for (const width of WIDTHS) {
      await reader.open("docs", { width, voices: false });
      await reader.until(() => document.querySelector(".operation") !== null);
      await check(reader, `documentation at ${width}`);
    }
    const all = await reader.page.$$eval("h3", (titles) => titles.map((one) => one.textContent));
    assert.ok(all.includes("POST /v1/audio/speech"), all.join(", "));
  },

  async "words are not announced, and move only for who likes it"({ reader, theme }) {
    await reader.open();
    await STATES.speaking(reader);
    const live = await reader.page.evaluate(() => [
      document.querySelector(".mark").closest("[aria-live], [role=status], [role=alert]"),
      document.getElementById("readout").closest("[aria-live], [role=status], [role=alert]"),
      getComputedStyle(document.querySelector(".mark")).transitionDuration.split(", ")[0],
      matchMedia("(prefers-color-scheme: dark)").matches,
    ]);
    const dark = theme === "dark"; // which asks for less motion too
    assert.deepEqual(live, [null, null, dark ? "0s" : "0.08s", dark]);
  },
};

async function check(reader, what) {
  const { violations } = await reader.page.evaluate(`${AXE}; axe.run()`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  assert.deepEqual(found, [], what);
  const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${what}: ${wide} pixels too wide`);
}

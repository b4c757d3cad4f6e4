// What a reader does with the page, and sees.

import { install } from "./probe.js";

/** A text of 47 words, as many as it has between spaces. */
export const TEXT =
  "The harbour was still asleep when the first boat came in. A gull called once, twice, and was" +
  " answered from the far side of the bay. “We made it,” she said, and laughed. It had taken" +
  " three days, two sails and $40 worth of rope. Nobody had waited.";

/** A text of some minutes. */
export const LONG = Array(25).fill(TEXT).join("\n\n");

/** One page in a browser. */
export class Reader {
  /** Messages of errors that the browser has told. */
  errors = [];
  #page;
  #url;

  /**
   * @param {import("puppeteer-core").Page} page
   * @param {string} url of the server
   */
  constructor(page, url) {
    this.#page = page;
    this.#url = url;
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  /** Opens a page of the server. `voices` says whether to wait for the list of voices. */
  async open(path = "", { width = 1280, height = 900, voices = true } = {}) {
    await this.#page.setViewport({ width, height });
    await this.#page.evaluateOnNewDocument(install);
    await this.#page.goto(this.#url + path);
    if (voices) await this.until(() => document.querySelector("#voices option") !== null);
  }

  get page() {
    return this.#page;
  }

  /** Puts a text into the field, as pasting does. */
  async write(text) {
    await this.#page.evaluate((value) => {
      const field = document.getElementById("text");
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
  }

  /** Chooses a value of a list or a slider. */
  async choose(selector, value) {
    await this.#page.$eval(
      selector,
      (field, chosen) => {
        field.value = chosen;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
      value,
    );
  }

  press(selector) {
    return this.#page.click(selector);
  }

  async chord(modifier, key) {
    await this.#page.keyboard.down(modifier);
    await this.#page.keyboard.press(key);
    await this.#page.keyboard.up(modifier);
  }

  /** What an element shows. */
  shown(id) {
    return this.#page.$eval(`#${id}`, (element) => element.textContent);
  }

  /** Waits until something holds in the page. */
  until(condition, ...values) {
    return this.#page.waitForFunction(condition, { timeout: 120_000 }, ...values);
  }

  /** Waits until an element shows a text that begins so. */
  untilShown(id, text) {
    return this.until(
      (id, text) => document.getElementById(id).textContent.startsWith(text),
      id,
      text,
    );
  }

  probe(name) {
    return this.#page.evaluate((name) => window.probe[name], name);
  }
}

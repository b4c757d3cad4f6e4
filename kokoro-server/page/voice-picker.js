// Chooses a voice, or several with weights.

import { blend, byLanguage, label } from "./voices.js";

/** The voice that is chosen first, if the server has it. */
const FIRST = "af_heart";

/** Rows of a template `#voice`, each a voice with its weight. Tells of each change. */
export class VoicePicker extends EventTarget {
  #list;
  #template;
  #voices = [];

  /**
   * @param {HTMLElement} list where rows are put
   * @param {HTMLTemplateElement} template of a row
   */
  constructor(list, template) {
    super();
    this.#list = list;
    this.#template = template;
    list.addEventListener("input", () => this.#changed());
  }

  /** @param {import("./voices.js").Voice[]} voices those that the server has */
  offer(voices) {
    this.#voices = voices;
    this.#list.replaceChildren();
    const first = voices.find(({ id }) => id === FIRST) ?? voices[0];
    if (first !== undefined) this.#append(first.id);
    this.#changed();
  }

  /** Adds one more voice to the blend, of the last one's language, and moves the focus to it. */
  add() {
    const chosen = this.#terms().map(({ id }) => id);
    const { language } = this.#voice(chosen.at(-1)) ?? {};
    const others = this.#voices.filter(({ id }) => !chosen.includes(id));
    const next = others.find((voice) => voice.language === language) ?? others[0];
    if (next === undefined) return;
    this.#append(next.id);
    this.#changed();
    this.#list.lastElementChild.querySelector("select").focus();
  }

  /** The voice or blend, as text. Empty if the server's voices are not known. */
  get text() {
    const terms = this.#terms();
    return terms.length === 0 ? "" : blend(terms);
  }

  /** The language of the first voice, if it is known. */
  get language() {
    return this.#voice(this.#terms()[0]?.id)?.language;
  }

  /** How many voices are blended. */
  get count() {
    return this.#list.children.length;
  }

  #voice(id) {
    return this.#voices.find((voice) => voice.id === id);
  }

  #terms() {
    return Array.from(this.#list.children, (row) => ({
      id: row.querySelector("select").value,
      weight: Number(row.querySelector("input").value) || 1,
    }));
  }

  #append(id) {
    const row = this.#template.content.cloneNode(true).firstElementChild;
    const select = row.querySelector("select");
    for (const [language, voices] of byLanguage(this.#voices)) {
      const group = document.createElement("optgroup");
      group.label = language;
      group.append(...voices.map((voice) => new Option(label(voice), voice.id)));
      select.append(group);
    }
    select.value = id;
    row.querySelector("button").addEventListener("click", () => this.#remove(row));
    this.#list.append(row);
  }

  #remove(row) {
    const neighbour = row.previousElementSibling ?? row.nextElementSibling;
    row.remove();
    neighbour.querySelector("select").focus();
    this.#changed();
  }

  /** Names what is in each row, and shows weights only where there is something to weigh. */
  #changed() {
    const alone = this.count === 1;
    for (const [i, row] of Array.from(this.#list.children).entries()) {
      const select = row.querySelector("select");
      select.setAttribute("aria-label", alone ? "Voice" : `Voice ${i + 1}`);
      row.querySelector("input").setAttribute("aria-label", `Weight of ${select.value}`);
      row.querySelector("button").setAttribute("aria-label", `Remove ${select.value}`);
      for (const part of row.querySelectorAll("input, button")) part.hidden = alone;
    }
    this.dispatchEvent(new Event("change"));
  }
}

// Lights up a word in the text.

/**
 * Puts marks behind words of a text field. A field cannot style a part of its text, so a copy of
 * the text lies below it, with the same style and therefore the same lines; marks are put where the
 * word is in the copy. The field itself stays as it is, to be edited and read.
 */
export class Marker {
  #field;
  #copy;
  #scroller;
  #marks = [];
  #word = null;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} copy
   * @param {HTMLElement} scroller what scrolls both
   */
  constructor(field, copy, scroller) {
    this.#field = field;
    this.#copy = copy;
    this.#scroller = scroller;
    new ResizeObserver(() => this.#place()).observe(copy);
  }

  /** Takes over the text of the field. No word is lit then. */
  update() {
    // What follows a last line feed has a line in a field, but not elsewhere.
    this.#copy.textContent = `${this.#field.value}\u200b`;
    this.show(null);
  }

  /** @param {import("./words.js").Word | null} word the one to light */
  show(word) {
    if (word === this.#word) return;
    this.#word = word;
    this.#place();
    const [first] = this.#marks;
    if (word !== null && first !== undefined) this.#follow(first.getBoundingClientRect());
  }

  #place() {
    const boxes = this.#word === null ? [] : this.#boxes(this.#word);
    while (this.#marks.length > boxes.length) this.#marks.pop().remove();
    while (this.#marks.length < boxes.length) this.#marks.push(this.#newMark());
    for (const [i, box] of boxes.entries()) {
      const { style } = this.#marks[i];
      style.translate = `${box.left}px ${box.top}px`;
      style.width = `${box.width}px`;
      style.height = `${box.height}px`;
    }
  }

  /** Where the word is in the copy: a box for each line on which it stands. */
  #boxes(word) {
    const text = this.#copy.firstChild;
    const range = document.createRange();
    range.setStart(text, Math.min(word.utf16_start, text.length));
    range.setEnd(text, Math.min(word.utf16_end, text.length));
    const origin = this.#copy.getBoundingClientRect();
    return Array.from(range.getClientRects(), ({ left, top, width, height }) => {
      return { left: left - origin.left, top: top - origin.top, width, height };
    });
  }

  #newMark() {
    const mark = document.createElement("span");
    mark.className = "mark";
    this.#copy.after(mark);
    return mark;
  }

  /** Scrolls the text, but not the page, to what has left the view. */
  #follow({ top, bottom }) {
    const view = this.#scroller.getBoundingClientRect();
    if (top >= view.top && bottom <= view.bottom) return;
    this.#scroller.scrollBy({ top: top - view.top - view.height / 3 });
  }
}

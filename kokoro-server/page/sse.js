// Server-sent events, as text that arrives in pieces cut anywhere:
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/** Gives the data of each event once the empty line after it has come. Takes linear time. */
export class EventParser {
  /** Pieces of a line that has not ended. They are joined once, when it has. */
  #line = [];
  #data = [];
  #afterReturn = false;

  /**
   * Takes the next piece of text; returns the data of the events that it completes.
   * @param {string} text
   * @returns {string[]}
   */
  push(text) {
    const events = [];
    let start = 0;
    // A line feed after a carriage return ends the same line, though it comes in the next piece.
    if (this.#afterReturn && text.length > 0) {
      start = text[0] === "\n" ? 1 : 0;
      this.#afterReturn = false;
    }
    const ends = /\r\n|\r|\n/g;
    ends.lastIndex = start;
    for (let end; (end = ends.exec(text)); start = ends.lastIndex) {
      this.#line.push(text.slice(start, end.index));
      this.#endLine(events);
      this.#afterReturn = end[0] === "\r" && ends.lastIndex === text.length;
    }
    if (start < text.length) this.#line.push(text.slice(start));
    return events;
  }

  #endLine(events) {
    const line = this.#line.join("");
    this.#line = [];
    if (line === "") {
      if (this.#data.length > 0) events.push(this.#data.join("\n"));
      this.#data = [];
    } else if (line === "data" || line.startsWith("data:")) {
      this.#data.push(line.slice("data:".length).replace(/^ /, ""));
    } // other fields and comments say nothing of speech
  }
}

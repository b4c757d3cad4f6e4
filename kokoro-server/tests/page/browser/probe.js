// What a page cannot be asked: watches from within, from before its first script.

/** Runs in the page. Puts `probe` into its window. */
export function install() {
  const probe = {
    /** Every audio context that the page has made. */
    contexts: [],
    /** The signals that stop requests for speech. */
    signals: [],
    /** When sound first sounded, on the clock of `performance.now()`; null if not yet. */
    firstSound: null,
    /** The words on which a mark has been, in order. */
    lit: [],
    /** Marks that were not on a word. */
    stray: [],
    /** How many seconds of sound have come and not been heard, by what the page shows. */
    ahead() {
      const shown = document.getElementById("readout").textContent;
      const [heard, length] = Array.from(shown.matchAll(/(\d+):(\d+)/g), ([, minutes, seconds]) => {
        return 60 * Number(minutes) + Number(seconds);
      });
      return length - heard;
    },
  };
  window.probe = probe;
  window.AudioContext = class extends AudioContext {
    constructor(...options) {
      super(...options);
      probe.contexts.push(this);
    }
  };
  const { fetch } = window;
  window.fetch = (path, options) => {
    if (options?.method === "POST") probe.signals.push(options.signal);
    return fetch(path, options);
  };
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when) {
    const { context } = this;
    const look = setInterval(() => {
      if (context.currentTime <= when) return;
      probe.firstSound ??= performance.now();
      clearInterval(look);
    }, 5);
    return start.call(this, when);
  };
  new MutationObserver(() => {
    const mark = document.querySelector(".mark");
    if (mark === null) return;
    // Where the mark goes, rather than where its movement there has come to.
    const [left, top] = mark.style.translate.split(" ").map(parseFloat);
    const copy = document.getElementById("copy");
    const origin = copy.getBoundingClientRect();
    const middle = {
      x: origin.left + left + parseFloat(mark.style.width) / 2,
      y: origin.top + (top || 0) + parseFloat(mark.style.height) / 2,
    };
    const text = copy.firstChild;
    for (const { 0: word, index } of text.data.matchAll(/[^\s\u200b]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const under = Array.from(range.getClientRects()).some(
        ({ left, right, top, bottom }) =>
          left <= middle.x && middle.x <= right && top <= middle.y && middle.y <= bottom,
      );
      if (!under) continue;
      if (probe.lit.at(-1)?.index !== index) probe.lit.push({ word, index });
      return;
    }
    probe.stray.push(mark.style.cssText);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["style"] });
}

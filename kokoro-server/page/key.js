// The key to the server, kept until the window is closed.

const NAME = "kokoro-key";

/** The key, or an empty string. */
export function key() {
  return sessionStorage.getItem(NAME) ?? "";
}

/** @param {string} value */
export function keep(value) {
  sessionStorage.setItem(NAME, value.trim());
}

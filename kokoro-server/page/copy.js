// Copies text.

/**
 * Copies what an element shows. Where the page comes without TLS from another machine, browsers
 * have no clipboard for it; then the text is selected and copied in the old way.
 * @param {HTMLElement} element
 * @returns {Promise<boolean>} false if that is not allowed either; then the text stays selected
 */
export async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

// Copies text.

/**
 * Copies what an element shows. Where the page comes without TLS from another machine, browsers
 * have no clipboard for it; then the text is selected and copied in the old way.
 * @param {HTMLElement} element
 */
export async function copy(element) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(element.textContent);
    return;
  }
  getSelection().selectAllChildren(element);
  document.execCommand("copy");
}

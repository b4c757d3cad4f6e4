// Voices as the server lists them, and blends of them.

/**
 * `grade` is how good its makers think that it is, from A to F.
 * @typedef {{id: string, language?: string, gender?: string, grade?: string}} Voice
 */

/** Names of languages for readers of the page, which is in English. */
const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });

/**
 * The voices of each language, in the server's order.
 * @param {Voice[]} voices
 * @returns {Map<string, Voice[]>} by the language's name
 */
export function byLanguage(voices) {
  const groups = new Map();
  for (const voice of voices) {
    const name = languageName(voice.language);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(voice);
  }
  return groups;
}

/** "en-us" is "American English"; what is no tag of a language stands as it is. */
function languageName(tag) {
  try {
    return tag ? LANGUAGES.of(tag) : "Other";
  } catch {
    return tag;
  }
}

/**
 * What is shown for a voice: its id, which programs use, and what is known of it.
 * @param {Voice} voice
 */
export function label(voice) {
  const known = [voice.gender, voice.grade && `grade ${voice.grade}`].filter(Boolean);
  return known.length > 0 ? `${voice.id} (${known.join(", ")})` : voice.id;
}

/**
 * A blend as text: "af_heart(2)+af_bella(1)". One voice alone is its name.
 * @param {{id: string, weight: number}[]} terms
 */
export function blend(terms) {
  if (terms.length === 1) return terms[0].id;
  return terms.map(({ id, weight }) => `${id}(${weight})`).join("+");
}

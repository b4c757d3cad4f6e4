//! Liaison: the consonant that the end of a word gives to a vowel at the start of the next.

use super::pattern::is_vowel;

/// Words that link though their spelling does not say so, and the consonant.
const LINKING: &[(&str, &str)] = &[
    ("est", "t"),
    ("tout", "t"),
    ("quand", "t"),
    ("grand", "t"),
    ("second", "t"),
    ("petit", "t"),
    ("tant", "t"),
    ("quant", "t"),
    ("huit", "t"),
    ("vingt", "t"),
    ("sommet", "t"),
    ("dont", "t"),
    ("en", "n"),
    ("un", "n"),
    ("on", "n"),
    ("son", "n"),
    ("mon", "n"),
    ("ton", "n"),
    ("bien", "n"),
    ("rien", "n"),
    ("bon", "n"),
    ("aucun", "n"),
    ("plein", "n"),
    ("chacun", "n"),
    ("certain", "n"),
    ("prochain", "n"),
    ("lointain", "n"),
    ("incertain", "n"),
    ("trop", "p"),
    ("beaucoup", "p"),
    ("premier", "ʁ"),
    ("dernier", "ʁ"),
    ("dès", "z"),
    ("très", "z"),
    ("près", "z"),
    ("après", "z"),
    ("six", "z"),
    ("dix", "z"),
    ("pays", "z"),
    ("plus", "z"),
];

/// Words that do not link though their spelling says so.
const SILENT: &[&str] = &[
    "tous",
    "dessous",
    "vers",
    "mars",
    "gars",
    "gens",
    "sens",
    "alors",
    "ours",
    "fils",
    "pouls",
    "mieux",
    "hélas",
    "dos",
    "œufs",
    "oeufs",
    "temps",
    "longtemps",
    "printemps",
    "corps",
    "champs",
    "camps",
    "yves",
    "charles",
    "gilles",
    "jacques",
    "georges",
    "louis",
    "mas",
    "texas",
];

/// Endings of plurals, and of verbs after je, tu, nous and vous, whose s, x or z links.
const WITH_Z: &[&str] = &[
    "es", "ns", "rs", "ts", "ds", "ls", "cs", "fs", "ms", "bs", "gs", "és", "as", "os", "ous",
    "eus", "ois", "ais", "uis", "oups", "aux", "eux", "oux", "œux", "ez",
];

/// Endings of verbs whose t links.
const WITH_T: &[&str] = &["ait", "aît", "aut", "eut", "ont", "end", "aient", "oient", "met"];

/// The consonant that a word has ready for a vowel that follows; empty if it has none.
pub(super) fn link(word: &str, phonemes: &str) -> &'static str {
    if let Some((_, consonant)) = LINKING.iter().find(|(linking, _)| *linking == word) {
        return consonant;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let sounds = |symbols: &[char]| phonemes.ends_with(symbols);
    if SILENT.contains(&word) {
        ""
    } else if ends(WITH_Z) && (word.ends_with("es") || !sounds(&['s', 'z'])) {
        "z"
    } else if ends(WITH_T) && !sounds(&['t', 'd']) || is_plural_verb(word, phonemes) {
        "t"
    } else {
        ""
    }
}

/// Whether a word ends in the -ent of verbs, of which nothing is heard.
fn is_plural_verb(word: &str, phonemes: &str) -> bool {
    word.ends_with("ent") && !phonemes.ends_with('\u{303}')
}

/// The beginnings of words with a mute h: the word before links and elides.
const MUTE_H: &[&str] = &[
    "habi", "hamea", "hameç", "harmo", "hect", "hellé", "hélas", "herbe", "herbi", "herbo",
    "herba", "heure", "hibern", "hippo", "hirond", "histo", "hiv", "homm", "honnê", "honne",
    "honni", "hora", "horiz", "horl", "horo", "horr", "hosp", "host", "huil", "huiss", "huît",
    "huma", "humb", "hume", "humi", "humo", "humu", "hy", "hé", "hô",
];

/// The beginnings of words that let no word link with them, though a vowel or a mute h is written.
const CLOSED: &[&str] =
    &["avec", "afin", "oui", "onz", "ouist", "hérisson", "héro", "yaourt", "hyac"];

/// Whether the word before links with this one.
pub(super) fn opens(word: &str) -> bool {
    let begins = |with: &[&str]| with.iter().any(|start| word.starts_with(start));
    let mut letters = word.chars();
    match letters.next() {
        _ if begins(CLOSED) => false,
        _ if word == "ou" => false,
        Some('h') => begins(MUTE_H),
        Some('y') => {
            word == "y" || word.starts_with("yeux") || letters.next().is_some_and(|c| !is_vowel(c))
        }
        Some(first) => is_vowel(first),
        None => false,
    }
}

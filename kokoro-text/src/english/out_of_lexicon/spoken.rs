//! Single words as they are written when speech is imitated: clipped ("movin'") and stretched
//! ("sooo"). What the tokenizer would take apart first is in `engine::imitated`.

use kokoro_normalize::Dialect;

use super::spelling::is_vowel;

/// A word that has lost its beginning or end, with an apostrophe there: "'ouse", "'bout",
/// "nothin'".
pub(super) fn clipped(
    lower: &str,
    dialect: Dialect,
    known: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<String> {
    if let Some(rest) = lower.strip_prefix('\'') {
        if let Some(whole) = known(&format!("h{rest}")) {
            return Some(whole.strip_prefix('h')?.to_string());
        }
        if let Some(whole) = known(&format!("a{rest}")).filter(|whole| whole.starts_with('ə')) {
            return Some(whole.trim_start_matches('ə').to_string());
        }
        return known(rest);
    }
    if let Some(rest) = lower.strip_prefix("o'") {
        let o = if dialect == Dialect::American { "O" } else { "Q" };
        return Some(format!("{o}{}", known(rest)?));
    }
    let rest = lower.strip_suffix('\'')?;
    if let Some(whole) = known(&format!("{rest}g")).filter(|_| rest.ends_with("in")) {
        return Some(format!("{}n", whole.strip_suffix('ŋ')?));
    }
    known(rest).or_else(|| {
        let whole = known(&format!("{rest}d"))?; // "an'", "ol'"
        Some(whole.strip_suffix('d')?.to_string())
    })
}

/// A word with a letter written three times or more, if it is a known word with fewer: "Nooooo",
/// "goood". Two letters are tried first inside a word, and one at its end.
pub(super) fn stretched(
    lower: &str,
    known: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<String> {
    if shorten(lower, 2, 2) == lower {
        return None;
    }
    [(2, 1), (1, 1), (2, 2), (1, 2)].iter().find_map(|&(inside, end)| {
        let word = shorten(lower, inside, end);
        (word.len() > 1).then(|| known(&word))?
    })
}

/// A word without more than two of a letter in a row.
pub(super) fn shortened(lower: &str) -> String {
    shorten(lower, 2, 2)
}

/// Shortens letters that come three times or more in a row.
fn shorten(word: &str, inside: usize, end: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut short = String::new();
    let mut at = 0;
    while at < letters.len() {
        let run = letters[at..].iter().take_while(|&&letter| letter == letters[at]).count();
        let kept = if at + run == letters.len() { end } else { inside };
        let kept = if run < 3 { run } else { kept };
        short.extend(std::iter::repeat_n(letters[at], kept));
        at += run;
    }
    short
}

/// The beginning of a word as a stammerer says it: its consonants with a weak vowel, or its vowel.
pub(super) fn stammered(phonemes: &str) -> String {
    let onset: String = phonemes
        .chars()
        .take_while(|&symbol| !is_vowel(symbol) && !"ˈˌ".contains(symbol))
        .collect();
    if onset.is_empty() {
        let marked = phonemes.starts_with(['ˈ', 'ˌ']);
        return phonemes.chars().take(1 + usize::from(marked)).collect();
    }
    format!("{onset}ə")
}

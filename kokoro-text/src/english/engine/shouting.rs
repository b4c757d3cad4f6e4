//! Words that are in capitals because they are shouted, as whole lines and headings are.
//!
//! The tagger takes most words in capitals for names, and the lexicon has "IT", "US" and "WHO" as
//! initialisms, too. So shouted words are read in small letters. This is ours, not misaki's.

use std::borrow::Cow;
use std::ops::Range;

use super::dictionary::Dictionary;

/// Words behind which a noun stands: "THE US".
const DETERMINERS: [&str; 12] =
    ["THE", "A", "AN", "THIS", "THAT", "ANY", "OUR", "THEIR", "HIS", "HER", "MY", "YOUR"];

/// A text with its shouted words in small letters. All else is as long and where it was.
pub(super) fn calm<'a>(text: &'a str, dictionary: &Dictionary) -> Cow<'a, str> {
    let mut calm = Cow::Borrowed(text);
    let mut run: Vec<Range<usize>> = Vec::new();
    for word in words(text).chain(std::iter::once(text.len()..text.len())) {
        let letters = &text[word.clone()];
        if !letters.is_empty() && !letters.bytes().any(|byte| byte.is_ascii_lowercase()) {
            run.push(word);
            continue;
        }
        if is_shouted(text, &run, dictionary) {
            for at in 0..run.len() {
                lower(text, &run[..=at], dictionary, &mut calm);
            }
        }
        run.clear();
    }
    calm
}

/// The runs of ASCII letters and apostrophes that begin with a letter and touch no other letter.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_inner = |c: char| c.is_alphanumeric() || c == '\'' || c == '_';
    let mut start = 0;
    text.split(move |c| !is_inner(c)).filter_map(move |word| {
        let range = start..start + word.len();
        let after = text[range.end..].chars().next();
        start = range.end + after.map_or(0, char::len_utf8);
        let is_word = word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'');
        (is_word && word.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(range)
    })
}

/// Whether a run of words in capitals is shouted: it has at least two words, and at least half of
/// them are words of the lexicon. A word that may also be an initialism counts as half a word. A
/// run of only two words is shouted only if neither may be an initialism.
fn is_shouted(text: &str, run: &[Range<usize>], dictionary: &Dictionary) -> bool {
    let long = || run.iter().map(|word| &text[word.clone()]).filter(|word| word.len() > 1);
    let weight = |word: &str| match is_initialism(word, dictionary) {
        true => 1,
        false => 2 * usize::from(dictionary.has(&word.to_ascii_lowercase())),
    };
    let (count, sum) = (long().count(), long().map(weight).sum::<usize>());
    match count {
        0 | 1 => false,
        2 => sum == 4,
        _ => sum >= count,
    }
}

/// Whether the lexicon has capitals apart from the word in small letters.
fn is_initialism(word: &str, dictionary: &Dictionary) -> bool {
    dictionary.has_gold(word)
}

/// Puts the last word of a run into small letters, unless it is an initialism or "I".
fn lower(text: &str, run: &[Range<usize>], dictionary: &Dictionary, calm: &mut Cow<'_, str>) {
    let [before @ .., last] = run else { return };
    let word = &text[last.clone()];
    let before = before.last().map(|word| &text[word.clone()]);
    let is_noun = before.is_some_and(|before| DETERMINERS.contains(&before))
        || word == "US" && before.is_none();
    let mut small = word.to_ascii_lowercase();
    if let Some(rest) = small.strip_prefix("i'") {
        small = format!("I'{rest}");
    }
    let is_kept = match word.len() {
        1 => word != "A",
        _ if is_initialism(word, dictionary) => is_noun || !is_ambiguous(word, dictionary),
        _ => !word.contains('\'') && !dictionary.has(&small),
    };
    if is_kept {
        return;
    }
    calm.to_mut().replace_range(last.clone(), &small);
}

/// Whether the lexicon has capitals as an initialism and as a word.
fn is_ambiguous(word: &str, dictionary: &Dictionary) -> bool {
    matches!(dictionary.gold(word), Some(kokoro_lexicon::Entry::Tagged(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kokoro_normalize::Dialect;

    #[test]
    fn only_shouted_words_are_lowered() {
        let dictionary = Dictionary::of(Dialect::American);
        let calm = |text: &'static str| calm(text, &dictionary).into_owned();
        assert_eq!(calm("IT IS TIME TO GO"), "it is time to go");
        assert_eq!(calm("He said: GO ON, RUN!"), "He said: go on, run!");
        assert_eq!(calm("I TOLD HIM THAT I'M A SPY"), "I told him that I'm a spy");
        assert_eq!(calm("LET US CALL THE FBI NOW"), "let us call the FBI now");
        assert_eq!(calm("THE US NAVY ATTACKED US"), "the US navy attacked us");
        assert_eq!(calm("NASA SENT THE PIN HOME"), "NASA sent the PIN home");
        assert_eq!(calm("DETECTIVE MARLOWZE SHRUGGED"), "detective MARLOWZE shrugged");
        for same in ["The US and the FBI", "HTTP API", "STOP! You got the BEST", "É ÉÉ", "A B C"]
        {
            assert_eq!(calm(same), same);
        }
    }
}

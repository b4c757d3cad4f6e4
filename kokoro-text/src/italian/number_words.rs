//! Long number words, such as the normalizer writes for a year: "milleottocentosessantuno". They
//! are said in parts, as upstream says the digits, and not as one word with one stress.

use kokoro_normalize::italian::numbers::{Form, cardinal};

/// Reads number words.
pub(super) struct NumberWords {
    small: Vec<String>, // from 1 to 99, at its index less one
}

/// The value of the beginning of a word, and of how many number words it was made.
struct Read<'a> {
    value: u64,
    parts: usize,
    rest: &'a str,
}

impl NumberWords {
    pub(super) fn new() -> Self {
        let small = (1..100).map(|value: u64| plain(&cardinal(&value.to_string(), Form::Alone)));
        Self { small: small.collect() }
    }

    /// The digits of a word that is made of three number words or more, "sessantuno" being one.
    pub(super) fn digits(&self, word: &str) -> Option<String> {
        if !(word.contains("cent") || word.contains("mil")) {
            return None;
        }
        let word = plain(word);
        let (thousands, rest) = self.thousands(&word);
        let last = match rest {
            "" => Read { value: 0, parts: 0, rest },
            _ => self.below_thousand(rest)?,
        };
        let parts = thousands.parts + last.parts;
        let whole = last.rest.is_empty() && parts >= 3;
        whole.then(|| (1000 * thousands.value + last.value).to_string())
    }

    /// Reads "mille" or "duemila", if the word begins so; and what follows.
    fn thousands<'a>(&self, word: &'a str) -> (Read<'a>, &'a str) {
        if let Some(rest) = word.strip_prefix("mille") {
            return (Read { value: 1, parts: 1, rest }, rest);
        }
        if let Some(read) = self.below_thousand(word)
            && let Some(rest) = read.rest.strip_prefix("mila")
        {
            return (Read { parts: read.parts + 1, ..read }, rest);
        }
        (Read { value: 0, parts: 0, rest: word }, word)
    }

    /// Reads a number below a thousand.
    fn below_thousand<'a>(&self, word: &'a str) -> Option<Read<'a>> {
        let (count, rest) = match word.starts_with("cent") {
            true => (1, word),
            false => match self.small(word) {
                Some((count @ 2..=9, rest)) if rest.starts_with("cent") => (count, rest),
                _ => (0, word),
            },
        };
        let hundreds = if count > 1 { 2 } else { usize::from(count > 0) };
        let rest = match rest.strip_prefix("cent").filter(|_| count > 0) {
            Some(rest) if rest.starts_with("ott") => rest, // "centotto"
            Some(rest) => rest.strip_prefix('o')?,
            None => rest,
        };
        let (small, parts, rest) = match self.small(rest) {
            Some((small, rest)) => (small, 1, rest),
            None => (0, 0, rest),
        };
        let read = Read { value: 100 * count + small, parts: hundreds + parts, rest };
        (read.parts > 0).then_some(read)
    }

    /// The longest number below a hundred with which a word begins.
    fn small<'a>(&self, word: &'a str) -> Option<(u64, &'a str)> {
        let found = (1..)
            .zip(&self.small)
            .filter_map(|(value, own)| word.strip_prefix(own.as_str()).map(|rest| (value, rest)));
        found.min_by_key(|(_, rest)| rest.len())
    }
}

/// A number word without its accent.
fn plain(word: &str) -> String {
    word.strip_suffix("tré").map_or_else(|| word.to_owned(), |stem| format!("{stem}tre"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_read_back() {
        let words = NumberWords::new();
        for value in [203, 345, 888, 1101, 1861, 1900, 2001, 2023, 23_456, 123_456, 999_999] {
            let word = cardinal(&value.to_string(), Form::Alone);
            assert_eq!(words.digits(&word), Some(value.to_string()), "{word}");
        }
        for word in ["duemila", "centoventi", "centosei", "centesimo", "milano", "casa"] {
            assert_eq!(words.digits(word), None, "{word}");
        }
    }
}

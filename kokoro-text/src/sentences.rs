//! Text to sentences, in linear time.
//!
//! A sentence ends after `.`, `!`, `?` or `…` and the quotes and brackets that close after it, if
//! space follows; after `。`, `！` or `？` also without space; and at the end of a line. A full stop
//! does not end it after a title, an initial or another abbreviation, nor where the text goes on in
//! lower case. The rules are ours; rule SB8 of UAX #29 is the model of the last.

/// Abbreviations that are followed by a name or another continuation, so that a capital after them
/// means nothing.
const TITLES: &str = "\
    mr mrs ms mx dr prof rev hon pres gov sen rep gen col lt capt cmdr maj sgt cpl pvt adm \
    st ste mt ft messrs mmes fr sr sra eg ie e.g i.e cf vs viz al approx ca ave blvd dept est esp";

/// Abbreviations that do not end a sentence if a number follows.
const BEFORE_NUMBERS: &str = "\
    no nos vol vols fig figs eq ch chap sec art pp p pt par \
    jan feb mar apr jun jul aug sep sept oct nov dec ext tel";

/// A line at least this long in bytes that goes on in lower case was wrapped, not ended.
const WRAPPED_LINE: usize = 50;

/// The longest word in bytes that is compared with the abbreviations.
const MAX_ABBREVIATION: usize = 8;

/// The sentences of `text`: never empty, trimmed, in order; nothing but whitespace lies between
/// them.
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { rest: text }
}

/// Iterator of [`sentences`].
#[derive(Debug, Clone)]
pub struct Sentences<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Sentences<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let (sentence, tail) = rest.split_at(end(rest));
        self.rest = tail;
        Some(sentence.trim_end())
    }
}

/// Byte length of the first sentence of `text`, which is not empty and begins with no space.
fn end(text: &str) -> usize {
    let mut chars = text.char_indices();
    let mut line = 0; // where the current line began
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        if c == '\n' {
            if !is_wrapped(text[line..at].trim_end(), &text[after..]) {
                return at;
            }
            line = after;
        } else if is_terminator(c) {
            let marks = after + run(&text[after..], is_terminator);
            let closed = marks + run(&text[marks..], is_closing);
            if ends_sentence(text, at, marks, closed) {
                return closed;
            }
            // What was looked at is not looked at again, so that a long run of marks takes linear
            // time.
            while chars.offset() < closed {
                chars.next();
            }
        }
    }
    text.len()
}

/// Whether the sentence ends after the marks at `at..marks` and the closing quotes up to `closed`.
fn ends_sentence(text: &str, at: usize, marks: usize, closed: usize) -> bool {
    let run = &text[at..marks];
    let rest = &text[closed..];
    if run.contains(['。', '！', '？']) {
        return true;
    }
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n' && c != '\r');
    let rest = rest.trim_start_matches(is_opening);
    let Some(next) = rest.chars().next() else { return true };
    if next == '\n' || next == '\r' {
        return true; // the end of the line decides the rest
    }
    let word = last_word(&text[..at]);
    match run {
        "." if closed == marks => {
            !next.is_lowercase() && !is_abbreviation(word, text[..at].len() == word.len(), next)
        }
        "." => !next.is_lowercase(),
        // An ellipsis is a pause unless a new sentence is plain to see: "I" is a capital anywhere.
        _ if !run.contains(['!', '?']) => next.is_uppercase() && !is_pronoun_i(rest),
        _ => closed == marks || !next.is_lowercase(),
    }
}

/// Whether a full stop after `word` belongs to it, as in "1. First" and "U.S.". `first` says that
/// the word begins the sentence; `next` follows the full stop.
fn is_abbreviation(word: &str, first: bool, next: char) -> bool {
    let mut chars = word.chars();
    let initial = match (chars.next(), chars.next()) {
        (Some(c), None) => c.is_uppercase() && (c != 'I' || first),
        _ => false,
    };
    let number = first && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    initial
        || number
        || dotted
        || is_in(TITLES, word)
        || next.is_ascii_digit() && is_in(BEFORE_NUMBERS, word)
}

/// Whether `text` begins with the word "I", alone or as in "I'm".
fn is_pronoun_i(text: &str) -> bool {
    text.strip_prefix('I').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether the list, words between spaces, has `word` in any case.
fn is_in(list: &str, word: &str) -> bool {
    let word = word.trim_start_matches(is_opening);
    !word.is_empty()
        && word.len() <= MAX_ABBREVIATION
        && list.split_ascii_whitespace().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// The word at the end of `text`, without opening quotes; cut to a few characters if it is longer
/// than any abbreviation.
fn last_word(text: &str) -> &str {
    let long = text
        .char_indices()
        .rev()
        .take(2 * MAX_ABBREVIATION)
        .take_while(|(_, c)| !c.is_whitespace())
        .last();
    long.map_or("", |(at, _)| &text[at..]).trim_start_matches(is_opening)
}

/// Whether a text was only wrapped between `line` and `rest`: a long line, not ended by a mark,
/// that goes on in lower case.
fn is_wrapped(line: &str, rest: &str) -> bool {
    line.len() >= WRAPPED_LINE
        && !line.ends_with(|c| is_terminator(c) || is_closing(c) || c == ':')
        && rest.starts_with(char::is_lowercase)
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '」' | '』' | '）')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«')
}

/// Byte length of the run at the start of `text` whose characters satisfy `wanted`.
fn run(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::pieces::pieces;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).collect()
    }

    /// Asserts that each text is one sentence.
    fn whole(texts: &[&str]) {
        for text in texts {
            assert_eq!(split(text), [*text]);
        }
    }

    #[test]
    fn terminators_and_closing_quotes_stay() {
        assert_eq!(
            split("One. Two! Three? Four… Five"),
            ["One.", "Two!", "Three?", "Four…", "Five"]
        );
        assert_eq!(
            split("\"Stop.\" He ran. (Fast.) Good!?"),
            ["\"Stop.\"", "He ran.", "(Fast.)", "Good!?"]
        );
        assert_eq!(split("“Go!” Now."), ["“Go!”", "Now."]);
        assert_eq!(split("你好。再见！真的？是"), ["你好。", "再见！", "真的？", "是"]);
        assert_eq!(split("wait! what? no"), ["wait!", "what?", "no"]);
    }

    #[test]
    fn lines_end_sentences_unless_wrapped() {
        assert_eq!(split("Title\nText\r\nmore\n\n\nPara"), ["Title", "Text", "more", "Para"]);
        whole(&["A line of fifty characters or more that goes on here\nin the next line."]);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        whole(&[
            "Dr. Smith met Mr. and Mrs. Jones in St. Louis.",
            "Pi is 3.14 or so, e.g. 3.1 (approx. 3).",
            "J. K. Rowling and J.R.R. Tolkien wrote.",
            "The U.S. Army left at 5 p.m. sharp.",
            "See fig. 3 and no. 5, vol. 2.",
            "1. Introduction",
            "Wait... what?",
            "well… perhaps not",
            "Visit example.com/a?b=c today",
            "\"Stop!\" he cried.",
        ]);
        assert_eq!(split("No. I won't."), ["No.", "I won't."]);
        assert_eq!(split("So do I. Then go."), ["So do I.", "Then go."]);
        assert_eq!(split("In 1999. Then"), ["In 1999.", "Then"]);
        assert_eq!(split("Well... Then he left."), ["Well...", "Then he left."]);
    }

    #[test]
    fn only_punctuation_or_space() {
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split(" \n\t\r\n"), [""; 0]);
        assert_eq!(split("..."), ["..."]);
        assert_eq!(split("?! ."), ["?!", "."]);
    }

    #[test]
    fn a_megabyte_takes_linear_time() {
        // Quadratic time would be minutes here, not milliseconds.
        for text in ["a", ".", ". ", "!\"", "a.", "Dr. ", "\n", "a\n", "。", "[", "... a"] {
            let text = text.repeat(1_000_000 / text.len());
            let said: usize =
                sentences(&text).flat_map(|sentence| pieces(sentence, 2048)).map(str::len).sum();
            assert!(said <= text.len());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..Default::default()
        })]

        #[test]
        fn only_space_is_lost(
            text in "[a-cA-C .!?…。\"'’)(\n\r0-9\u{a0}]{0,300}",
            limit in 0usize..50,
        ) {
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            let sentences: Vec<&str> = sentences(&text).collect();
            prop_assert_eq!(squeeze(&sentences.concat()), squeeze(&text));
            let pieces = sentences.iter().flat_map(|sentence| pieces(sentence, limit));
            let pieces: Vec<&str> = pieces.collect();
            prop_assert_eq!(squeeze(&pieces.concat()), squeeze(&text));
            for piece in pieces {
                prop_assert!(!piece.is_empty() && piece.len() <= limit.max(4));
            }
        }
    }
}

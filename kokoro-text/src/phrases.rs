//! The frame of languages whose words are said by the phrase in which they stand: Spanish, French,
//! Hindi, Italian and Portuguese.
//!
//! Upstream (misaki 0.9.4) cuts a text at [punctuation](is_mark) and gives what lies between to
//! espeak-ng, for which it is a text of its own. So a phrase here is what lies between two such
//! marks, and no sound reaches across a mark.

use std::ops::Range;

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::spans::spans;
use crate::word::{Origin, Passage, Reading, Word};

/// A word of a phrase as it is written; or a sign, such as `&`, that is no punctuation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written<'a> {
    /// The bytes of the passage's text.
    pub(crate) range: Range<usize>,
    /// The text there.
    pub(crate) text: &'a str,
    /// How it is to be read, if the author or the user's lexicon says it.
    pub(crate) hint: Option<&'a Reading>,
}

impl<'a> Written<'a> {
    /// The phonemes that a hint gives, and whose hint it is. What the language makes of such a word
    /// is not used; its neighbours may depend on it.
    pub(crate) fn given(&self) -> Option<(&'a str, Origin)> {
        match self.hint? {
            Reading::Phonemes(phonemes) => Some((phonemes, Origin::Markup)),
            Reading::UserLexicon(phonemes) => Some((phonemes, Origin::UserLexicon)),
            Reading::Rule(phonemes) => Some((phonemes, Origin::Rule)),
            Reading::Stress(_) | Reading::Letters => None,
        }
    }
}

/// Whether `sign` is an apostrophe or a hyphen between letters.
pub(crate) fn is_joint(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(is_word_char);
    matches!(sign, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
        && is_letter(before)
        && is_letter(after)
}

/// What a passage consists of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part<'a> {
    /// Words between two marks, at least one.
    Phrase(Vec<Written<'a>>),
    /// Punctuation, and its bytes in the passage's text.
    Mark(Range<usize>, char),
}

/// Punctuation as a word: the model's symbol of it, or silence.
pub(crate) fn mark_word(passage: &Passage<'_>, range: &Range<usize>, mark: char) -> Word {
    let said = symbol_of_mark(mark);
    let origin = said.map_or(Origin::Silent, |_| Origin::Punctuation);
    word_of(passage, range, said.map(String::from).unwrap_or_default(), origin, false)
}

/// A word with its phonemes. If the next one is `joined`, no space is said between them.
pub(crate) fn word_of(
    passage: &Passage<'_>,
    range: &Range<usize>,
    phonemes: String,
    origin: Origin,
    joined: bool,
) -> Word {
    let space = passage.text[range.end..].starts_with(char::is_whitespace) && !joined;
    Word { range: range.clone(), phonemes, space, origin }
}

/// The phrases and marks of a passage, in order.
pub(crate) fn parts<'a>(
    passage: &Passage<'a>,
    joins: impl Fn(Option<char>, char, Option<char>) -> bool,
) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    for token in tokens(passage, joins) {
        let first = token.text.chars().next();
        match (first.filter(|c| token.hint.is_none() && is_mark(*c)), parts.last_mut()) {
            (Some(mark), _) => parts.push(Part::Mark(token.range, mark)),
            (None, Some(Part::Phrase(phrase))) => phrase.push(token),
            (None, _) => parts.push(Part::Phrase(vec![token])),
        }
    }
    parts
}

/// The words and signs of a passage.
fn tokens<'a>(
    passage: &Passage<'a>,
    joins: impl Fn(Option<char>, char, Option<char>) -> bool,
) -> Vec<Written<'a>> {
    let mut tokens = Vec::new();
    for span in spans(passage) {
        if matches!(span.hint, None | Some(Reading::Stress(_))) {
            let mut at = span.range.start;
            while let Some(range) = next_token(&passage.text[..span.range.end], at, &joins) {
                at = range.end;
                let text = &passage.text[range.clone()];
                tokens.push(Written { range, text, hint: span.hint });
            }
        } else {
            let text = &passage.text[span.range.clone()];
            tokens.push(Written { range: span.range, text, hint: span.hint });
        }
    }
    tokens
}

/// The first word or sign of `text` at or after `at`.
fn next_token(
    text: &str,
    at: usize,
    joins: impl Fn(Option<char>, char, Option<char>) -> bool,
) -> Option<Range<usize>> {
    let rest = text[at..].trim_start();
    let start = text.len() - rest.len();
    let mut before = text[..start].chars().next_back();
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        let belongs =
            is_word_char(c) || !is_mark(c) && !c.is_whitespace() && joins(before, c, after);
        if !belongs {
            end = if at == 0 { c.len_utf8() } else { at };
            break;
        }
        before = Some(c);
        end = at + c.len_utf8();
    }
    (end > 0).then(|| start..start + end)
}

/// Whether `c` is a letter, a digit, or a sign that combines with a letter.
pub(crate) fn is_word_char(c: char) -> bool {
    let joiner = matches!(c, '\u{200c}' | '\u{200d}');
    c.is_alphanumeric() || joiner || c.general_category_group() == GeneralCategoryGroup::Mark
}

/// The punctuation at which upstream's phonemizer cuts a text, and the marks of other scripts that
/// stand for it.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        ';' | ':'
            | ','
            | '.'
            | '!'
            | '?'
            | '¡'
            | '¿'
            | '—'
            | '…'
            | '"'
            | '«'
            | '»'
            | '“'
            | '”'
            | '('
            | ')'
            | '{'
            | '}'
            | '['
            | ']'
            | '„'
            | '‟'
            | '‽'
            | '।'
            | '॥'
    ) || matches!(c, '、' | '。' | '！' | '？' | '，' | '；' | '：' | '（' | '）' | '「' | '」')
}

/// The model's symbol of a mark at which phrases end. None for marks that the model lacks, and for
/// the danda, of which upstream makes the end of a phrase and no symbol: the Hindi voices know
/// sentences without a full stop.
fn symbol_of_mark(mark: char) -> Option<char> {
    match mark {
        ';' | ':' | ',' | '.' | '!' | '?' | '—' | '…' | '"' | '(' | ')' | '“' | '”' => {
            Some(mark)
        }
        '«' | '„' | '‟' | '「' => Some('“'),
        '»' | '」' => Some('”'),
        '。' => Some('.'),
        '‽' | '？' => Some('?'),
        '！' => Some('!'),
        '、' | '，' => Some(','),
        '；' => Some(';'),
        '：' => Some(':'),
        '（' => Some('('),
        '）' => Some(')'),
        _ => None,
    }
}

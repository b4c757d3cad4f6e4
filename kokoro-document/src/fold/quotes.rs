//! Which quotation marks, primes and accents are apostrophes.

/// Words that begin with an apostrophe in the place of letters left out.
const ELIDED: &[&str] = &[
    "tis", "twas", "twere", "twill", "em", "n", "til", "till", "bout", "round", "cause", "cos",
    "coz", "cuz", "ere", "neath", "gainst", "fraid", "scuse", "sup",
];

/// What stands around a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The character before it, after folding.
    pub(super) before: Option<char>,
    /// What follows it.
    pub(super) rest: &'a str,
    /// The first visible character that follows it.
    pub(super) next: Option<char>,
}

/// The quotations that are open.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    /// How many single quotation marks are.
    open: usize,
}

impl Quotes {
    /// What the mark `c` is folded to, if it can be an apostrophe or a quotation mark, and the
    /// bytes that it takes.
    pub(super) fn folded(&mut self, c: char, place: Place) -> Option<(usize, &'static str)> {
        let Place { before, rest, next } = place;
        let starts = !before.is_some_and(char::is_alphanumeric);
        let follows = next.is_some_and(char::is_alphanumeric);
        let between = follows && !starts;
        let new = match c {
            '`' if rest.starts_with('`') => {
                let opens = rest[1..].starts_with(char::is_alphanumeric);
                return Some((2, if opens { "“" } else { "”" }));
            }
            'ʼ' | 'ʻ' | 'ʽ' | '＇' => "'",
            '’' | '‘' | '‛' | '\u{91}' | '\u{92}' if between => "'",
            '’' | '\u{92}' => self.closing(before, follows),
            '‘' | '‛' | '\u{91}' if is_elision(rest) => "'",
            '‘' | '‛' | '\u{91}' => {
                self.open += 1;
                "‘"
            }
            '´' | '`' if !starts || follows => "'",
            '′' | 'ʹ' if between && before.is_some_and(char::is_alphabetic) => "'",
            '″' if !before.is_some_and(char::is_numeric) => "\"",
            '＂' => "\"",
            '‟' | '\u{84}' => "“",
            _ => return None,
        };
        Some((c.len_utf8(), new))
    }

    /// What a mark is that closes a quotation if one is open.
    fn closing(&mut self, before: Option<char>, follows: bool) -> &'static str {
        let in_word = before.is_some_and(char::is_alphanumeric);
        if follows && before.is_none_or(|before| " ([{“—-".contains(before)) {
            return "'"; // what closes stands after no space: 'tis
        }
        if self.open == 0 && in_word {
            return "'"; // the dogs', nothin'
        }
        self.open = self.open.saturating_sub(1);
        "’"
    }
}

/// Whether a word with letters left out, or a decade, begins `text`.
fn is_elision(text: &str) -> bool {
    let is_alphanumeric = |c: &char| c.is_alphanumeric();
    let word: String = text.chars().take(8).take_while(is_alphanumeric).collect();
    let word = word.to_lowercase();
    let decade = word.strip_suffix('s').unwrap_or(&word);
    ELIDED.contains(&word.as_str())
        || decade.len() == 2 && decade.bytes().all(|b| b.is_ascii_digit())
}

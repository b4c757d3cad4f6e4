//! Parts of a token: words at changes of case, numbers, quotation marks, other characters.

use std::ops::Range;

use super::chars::{is_apostrophe, is_digit, is_letter, is_lower, is_upper};

/// Splits a token into the byte ranges of its parts, in order. An apostrophe that stands alone
/// between other things than letters is in no part.
///
/// It finds what misaki finds with this pattern, whose alternatives are tried in order:
///
/// ```text
/// ^['‘’]+  |  \p{Lu}(?=\p{Lu}\p{Ll})  |  (?:^-)?(?:\d?[,.]?\d)+  |  [-_]+  |  ['‘’]{2,}
/// |  \p{L}*?(?:['‘’]\p{L})*?\p{Ll}(?=\p{Lu})  |  \p{L}+(?:['‘’]\p{L})*
/// |  [^-_\p{L}'‘’\d]  |  ['‘’]+$
/// ```
pub(super) fn subtokens(token: &str) -> Vec<Range<usize>> {
    if token.bytes().all(|byte| byte.is_ascii_lowercase()) && !token.is_empty() {
        return std::iter::once(0..token.len()).collect();
    }
    let chars: Vec<(usize, char)> = token.char_indices().collect();
    let offset = |at: usize| chars.get(at).map_or(token.len(), |&(offset, _)| offset);
    let text = Text(&chars);
    let mut parts = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match text.part(at) {
            Some(end) => {
                parts.push(offset(at)..offset(end));
                at = end;
            }
            None => at += 1,
        }
    }
    parts
}

/// The characters of a token with their offsets.
struct Text<'a>(&'a [(usize, char)]);

impl Text<'_> {
    fn is(&self, at: usize, class: impl Fn(char) -> bool) -> bool {
        self.0.get(at).is_some_and(|&(_, c)| class(c))
    }

    /// Where characters of a class end that begin at `at`.
    fn run(&self, at: usize, class: impl Fn(char) -> bool) -> usize {
        at + self.0[at.min(self.0.len())..].iter().take_while(|&&(_, c)| class(c)).count()
    }

    /// The end of the part that begins at `at`.
    fn part(&self, at: usize) -> Option<usize> {
        let (_, c) = *self.0.get(at)?;
        match c {
            _ if is_apostrophe(c) => {
                let end = self.run(at, is_apostrophe);
                match at == 0 || end - at > 1 || end == self.0.len() {
                    true => Some(end),
                    false => self.contracted(at).err(),
                }
            }
            _ if is_letter(c) => Some(self.word(at)),
            '-' if at == 0 => {
                Some(self.number(1).unwrap_or_else(|| self.run(at, |c| matches!(c, '-' | '_'))))
            }
            '-' | '_' => Some(self.run(at, |c| matches!(c, '-' | '_'))),
            _ => Some(self.number(at).unwrap_or(at + 1)),
        }
    }

    /// The end of a number: digits, each with a comma or a full stop before it or none.
    fn number(&self, at: usize) -> Option<usize> {
        let mut end = at;
        loop {
            let digit = end + usize::from(self.is(end, |c| matches!(c, ',' | '.')));
            if !self.is(digit, is_digit) {
                return (end > at).then_some(end);
            }
            end = digit + 1;
        }
    }

    /// The end of the word that begins with the letter at `at`.
    fn word(&self, at: usize) -> usize {
        if self.is(at, is_upper) && self.is(at + 1, is_upper) && self.is(at + 2, is_lower) {
            return at + 1;
        }
        let mut end = at;
        while self.is(end, is_letter) {
            end += 1;
            if self.turns(end - 1) {
                return end;
            }
        }
        self.contracted(end).unwrap_or_else(|turn| turn)
    }

    /// Goes over pairs of an apostrophe and a letter, from `end` on. `Ok` is where the pairs end.
    /// `Err` is the end of a small letter behind a pair, if a capital follows that letter: the part
    /// must end there.
    fn contracted(&self, mut end: usize) -> Result<usize, usize> {
        while self.is(end, is_apostrophe) && self.is(end + 1, is_letter) {
            end += 2;
            if self.turns(end) {
                return Err(end + 1);
            }
        }
        Ok(end)
    }

    /// Whether a small letter is followed by a capital.
    fn turns(&self, at: usize) -> bool {
        self.is(at, is_lower) && self.is(at + 1, is_upper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(token: &str) -> Vec<&str> {
        subtokens(token).into_iter().map(|part| &token[part]).collect()
    }

    #[test]
    fn tokens_are_split_as_by_the_pattern() {
        assert_eq!(split("camelCase"), ["camel", "Case"]);
        assert_eq!(split("HTMLParser"), ["HTMLParser"]);
        assert_eq!(split("AClass"), ["A", "Class"]);
        assert_eq!(split("O'Brien"), ["O'B", "rien"]);
        assert_eq!(split("o'bcD"), ["o'bc", "D"]);
        assert_eq!(split("don't"), ["don't"]);
        assert_eq!(split("'tis'"), ["'", "tis", "'"]);
        assert_eq!(split("-5.25"), ["-5.25"]);
        assert_eq!(split("5'abC"), ["5", "'ab", "C"]);
        assert_eq!(split("x-5"), ["x", "-", "5"]);
        assert_eq!(split("1,234.5kg"), ["1,234.5", "kg"]);
        assert_eq!(split("1,,2."), ["1", ",", ",2", "."]);
        assert_eq!(split("5'3\""), ["5", "3", "\""]);
        assert_eq!(split("a''b"), ["a", "''", "b"]);
        assert_eq!(split("G2P"), ["G", "2", "P"]);
        assert_eq!(split("--__"), ["--__"]);
        assert_eq!(split("-x"), ["-", "x"]);
        assert_eq!(split("١٢٣"), ["١٢٣"]);
    }
}

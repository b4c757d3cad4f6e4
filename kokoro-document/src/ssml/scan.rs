//! SSML divided into tags and text, whatever it is.
//!
//! Faults are noted, and reading goes on behind them: what cannot be markup is text. Each byte is
//! looked at a bounded number of times. A search for the end of a comment, a section or an
//! instruction goes to the end of the input once at most, because what is missing is remembered; a
//! tag is not searched beyond the next `<`.

use std::ops::Range;

use super::fault::Fault;
use super::notes::Notes;
use super::tag::{Tag, begins_name, is_space, name_length, skip_space, start_tag};

/// A piece of the input.
#[derive(Debug)]
pub(super) enum Token {
    Start(Tag),
    /// An end tag, with its name.
    End(Range<usize>),
    /// Text in which references stand for characters.
    Text(Range<usize>),
    /// Text that is what it is.
    Section(Range<usize>),
}

/// Iterates over the tokens of an input.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    input: &'a str,
    at: usize,
    /// The ends that are known not to follow.
    missing: Vec<&'static str>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(input: &'a str) -> Self {
        let at = if input.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut scanner = Self { input, at, missing: Vec::new() };
        let declaration = &input[at..];
        let name = declaration.strip_prefix("<?xml");
        if name.is_some_and(|rest| rest.starts_with(is_space))
            && let Some(length) = declaration.find("?>")
        {
            scanner.at += length + "?>".len();
        }
        scanner
    }

    /// The next token and its bytes.
    pub(super) fn next(&mut self, notes: &mut Notes) -> Option<(Token, Range<usize>)> {
        loop {
            let start = self.at;
            let rest = &self.input[start..];
            let next = rest.chars().nth(1);
            let token = match (rest.chars().next()?, next) {
                ('<', Some('!')) => self.declaration(notes),
                ('<', Some('?')) => self.instruction(notes),
                ('<', Some('/')) => self.end_tag(notes),
                ('<', Some(c)) if begins_name(c) => {
                    let (tag, end) = start_tag(self.input, start, notes);
                    self.at = end;
                    Some(Token::Start(tag))
                }
                ('<', _) => Some(self.less_than(notes)),
                _ => Some(self.text(start)),
            };
            if let Some(token) = token {
                return Some((token, start..self.at));
            }
        }
    }

    /// Text from here on to the first `<` at or after `from`.
    fn text(&mut self, from: usize) -> Token {
        let start = self.at;
        self.at = self.input[from..].find('<').map_or(self.input.len(), |length| from + length);
        Token::Text(start..self.at)
    }

    /// A `<` that is text.
    fn less_than(&mut self, notes: &mut Notes) -> Token {
        notes.fault(Fault::LessThan, self.at..self.at + 1);
        self.text(self.at + 1)
    }

    /// The place of `end` at or after `from`.
    fn find(&mut self, from: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = self.input[from..].find(end).map(|length| from + length);
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }

    /// A comment, a section or a document type definition.
    fn declaration(&mut self, notes: &mut Notes) -> Option<Token> {
        let start = self.at;
        let rest = &self.input[start..];
        if rest.starts_with("<!--") {
            let inside = start + "<!--".len();
            let Some(end) = self.find(inside, "-->") else {
                return self.skip_opening(inside, "a comment", notes);
            };
            let body = &self.input[inside..end];
            if let Some(at) = body.find("--").or_else(|| body.ends_with('-').then_some(body.len()))
            {
                notes.fault(Fault::Comment, inside + at..inside + at);
            }
            self.at = end + "-->".len();
            return None;
        }
        if rest.starts_with("<![CDATA[") {
            let inside = start + "<![CDATA[".len();
            let Some(end) = self.find(inside, "]]>") else {
                return self.skip_opening(inside, "a section (<![CDATA[ … ]]>)", notes);
            };
            self.at = end + "]]>".len();
            return Some(Token::Section(inside..end));
        }
        let doctype = "<!doctype";
        if rest.get(..doctype.len()).is_some_and(|name| name.eq_ignore_ascii_case(doctype)) {
            notes.fault(Fault::Doctype, start..start + doctype.len());
            self.at = self.end_of_doctype(start + doctype.len());
            return None;
        }
        Some(self.less_than(notes))
    }

    /// Passes over the opening of what has no end; the rest is read as if it was not there.
    fn skip_opening(
        &mut self,
        inside: usize,
        what: &'static str,
        notes: &mut Notes,
    ) -> Option<Token> {
        notes.fault(Fault::Unterminated(what), self.at..inside);
        self.at = inside;
        None
    }

    /// Where a document type definition ends: at a `>` behind what it has in square brackets, or
    /// before the next tag if there is no such end.
    fn end_of_doctype(&mut self, from: usize) -> usize {
        let rest = &self.input[from..];
        let first = from + rest.find(['[', '<', '>']).unwrap_or(rest.len());
        let end = match self.input[first..].chars().next() {
            Some('[') => self.find(first, "]>").map(|end| end + "]>".len()),
            Some('>') => Some(first + 1),
            _ => None,
        };
        end.unwrap_or(first)
    }

    /// An instruction to a program: `<?name …?>`.
    fn instruction(&mut self, notes: &mut Notes) -> Option<Token> {
        let inside = self.at + "<?".len();
        let name = &self.input[inside..];
        let name = &name[..name_length(name)];
        if name.eq_ignore_ascii_case("xml") {
            notes.fault(Fault::Declaration, self.at..inside + name.len());
        } else if name.is_empty() {
            notes.fault(Fault::LessThan, self.at..inside);
        }
        let Some(end) = self.find(inside, "?>") else {
            return self.skip_opening(inside, "an instruction (<? … ?>)", notes);
        };
        self.at = end + "?>".len();
        None
    }

    fn end_tag(&mut self, notes: &mut Notes) -> Option<Token> {
        let start = self.at + "</".len();
        let name = start..start + name_length(&self.input[start..]);
        if name.is_empty() {
            return Some(self.less_than(notes));
        }
        let end = skip_space(self.input, name.end);
        let rest = &self.input[end..];
        if rest.starts_with('>') {
            self.at = end + 1;
            return Some(Token::End(name));
        }
        notes.fault(Fault::Tag { expected: "its end (>)" }, end..end);
        let length = rest.find(['<', '>']).unwrap_or(rest.len());
        // Without a `>` before the next tag, what follows the name is text.
        self.at = if rest[length..].starts_with('>') { end + length + 1 } else { name.end };
        Some(Token::End(name))
    }
}

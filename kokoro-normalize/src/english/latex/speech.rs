//! Formulas of LaTeX in words.

use super::commands::{self, Command};
use super::groups::{argument, closing};
use crate::Dialect;
use crate::english::formulas::powers;
use crate::english::formulas::signs;
use crate::english::numbers;
use crate::said::Said;

/// How deep groups within groups are read. What lies deeper is read without its structure.
const DEPTH: usize = 8;

/// A formula, without the marks around it, as it is said.
pub(crate) fn speak(formula: &str, dialect: Dialect) -> Said {
    let mut reader = Reader { dialect, said: Said::default() };
    reader.read(formula, DEPTH);
    reader.said
}

struct Reader {
    dialect: Dialect,
    said: Said,
}

impl Reader {
    fn read(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let len = self.next(first, rest, depth);
            rest = &rest[len..];
        }
    }

    /// Says what `rest` begins with and returns its length.
    fn next(&mut self, first: char, rest: &str, depth: usize) -> usize {
        match first {
            '\\' => self.command(rest, depth),
            '^' => {
                let (group, len) = argument(&rest[1..]);
                self.raised(group, depth);
                1 + len
            }
            '_' => {
                let (group, len) = argument(&rest[1..]);
                self.said.push("sub");
                self.group(group, depth);
                1 + len
            }
            '{' if depth > 0 => match closing(rest) {
                Some(len) => {
                    self.group(&rest[1..len - 1], depth);
                    len
                }
                None => 1,
            },
            digit if digit.is_ascii_digit() => self.number(rest),
            '\'' => self.word(first, "prime"),
            '-' | '−' => self.word(first, "minus"),
            '/' => self.word(first, "over"),
            '!' => self.word(first, "factorial"),
            '%' => self.word(first, "percent"),
            ',' | ';' => {
                self.said = std::mem::take(&mut self.said).joined(",");
                1
            }
            letter if letter.is_ascii_alphabetic() => {
                self.said.push_letters(letter.encode_utf8(&mut [0; 4]));
                1
            }
            sign => self.sign(sign, rest),
        }
    }

    fn word(&mut self, sign: char, word: &str) -> usize {
        self.said.push(word);
        sign.len_utf8()
    }

    fn group(&mut self, group: &str, depth: usize) {
        if let Some(depth) = depth.checked_sub(1) {
            self.read(group, depth);
        }
    }

    /// A number with its decimals.
    fn number(&mut self, rest: &str) -> usize {
        let whole = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.said.push(&numbers::cardinal(&rest[..whole], self.dialect));
        let Some(decimals) = rest[whole..].strip_prefix('.') else { return whole };
        let more = decimals.bytes().take_while(u8::is_ascii_digit).count();
        if more == 0 {
            return whole;
        }
        self.said.push("point");
        self.said.push(&numbers::digits(&decimals[..more]));
        whole + 1 + more
    }

    /// "^2" is "squared", "^{n+1}" is "to the N plus one".
    fn raised(&mut self, group: &str, depth: usize) {
        let digits = group.strip_prefix('-').unwrap_or(group);
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            self.said.push(&powers::power(group, self.dialect));
        } else if matches!(group, "\\circ" | "\\prime" | "\\top" | "*" | "'") {
            self.group(group, depth);
        } else {
            self.said.push("to the");
            self.group(group, depth);
        }
    }

    /// A sign of mathematics, a Greek letter, or nothing.
    fn sign(&mut self, sign: char, rest: &str) -> usize {
        let row = signs::BETWEEN.iter().chain(signs::BEFORE).find(|row| rest.starts_with(row.0));
        if let Some((written, words)) = row {
            self.said.push(words);
            return written.len();
        }
        if let Some(name) = signs::greek(sign) {
            self.said.push(name);
        }
        sign.len_utf8()
    }

    fn command(&mut self, rest: &str, depth: usize) -> usize {
        let name = &rest[1..];
        let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
        let (name, after) = name.split_at(end);
        if name.is_empty() {
            return 1 + after.chars().next().map_or(0, char::len_utf8);
        }
        let used = match commands::command(name) {
            Command::Words(words) => {
                self.said.push(words);
                0
            }
            Command::Bounded(words) => self.bounded(name, words, after, depth),
            Command::After(word) => self.one(after, depth, None, Some(word)),
            Command::Root => self.root(after, depth),
            Command::Fraction => self.two(after, depth, "over"),
            Command::Binomial => self.two(after, depth, "choose"),
            Command::Style => {
                let (group, len) = argument(after);
                let word =
                    group.len() > 1 && group.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
                if word {
                    self.said.push(group.trim());
                } else {
                    self.group(group, depth);
                }
                len
            }
            Command::Silent => 0,
        };
        1 + end + used
    }

    /// One argument with a word before or after it.
    fn one(
        &mut self,
        after: &str,
        depth: usize,
        before: Option<&str>,
        word: Option<&str>,
    ) -> usize {
        let (group, len) = argument(after);
        self.said.push(before.unwrap_or(""));
        self.group(group, depth);
        self.said.push(word.unwrap_or(""));
        len
    }

    /// "\frac{a}{b}": two arguments with a word between.
    fn two(&mut self, after: &str, depth: usize, word: &str) -> usize {
        let (first, len) = argument(after);
        self.group(first, depth);
        self.said.push(word);
        let (second, more) = argument(&after[len..]);
        self.group(second, depth);
        len + more
    }

    /// "\sqrt{x}", "\sqrt[3]{x}".
    fn root(&mut self, after: &str, depth: usize) -> usize {
        let Some(index) = after.strip_prefix('[').and_then(|inner| inner.find(']')) else {
            return self.one(after, depth, Some("the square root of"), None);
        };
        match &after[1..=index] {
            "3" => self.said.push("the cube root of"),
            order => {
                self.said.push("the root of order");
                self.group(order, depth);
                self.said.push("of");
            }
        }
        index + 2 + self.one(&after[index + 2..], depth, None, None)
    }

    /// "\sum_{i=1}^{n}": "the sum from i equals one to n of".
    fn bounded(&mut self, name: &str, words: &str, after: &str, depth: usize) -> usize {
        self.said.push(words);
        let mut len = 0;
        for (sign, word) in [('_', "from"), ('^', "to"), ('_', "from")] {
            let Some(bound) = after[len..].strip_prefix(sign) else { continue };
            let (group, more) = argument(bound);
            self.said.push(if name == "lim" { "as" } else { word });
            self.group(group, depth);
            len += 1 + more;
        }
        if !after[len..].trim().is_empty() {
            self.said.push("of");
        }
        len
    }
}

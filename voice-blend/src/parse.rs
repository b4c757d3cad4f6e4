//! A text to a blend.

use std::str::FromStr;

use crate::name::unquoted;
use crate::{Blend, Error, MAX_TERMS};

impl FromStr for Blend {
    type Err = Error;

    /// Reads every form that the crate's description has.
    fn from_str(text: &str) -> Result<Self, Error> {
        let mut scanner = Scanner { text, at: 0 };
        scanner.skip_spaces();
        if scanner.peek().is_none() {
            return Err(Error::Empty);
        }
        let mut terms = Vec::new();
        let mut sign = if scanner.take(&['-']).is_some() { -1.0 } else { 1.0 };
        loop {
            let (name, weight) = scanner.term()?;
            terms.push((name, sign * weight));
            sign = match scanner.take(&['+', ',', '-']) {
                Some('-') => -1.0,
                Some(_) => 1.0,
                None if scanner.peek().is_none() => return Self::normalized(terms),
                None => return Err(scanner.unexpected("+, - or a comma between voices")),
            };
            if terms.len() == MAX_TERMS {
                return Err(Error::TooMany);
            }
        }
    }
}

/// Reads a text from left to right.
struct Scanner<'a> {
    text: &'a str,
    at: usize, // bytes
}

impl Scanner<'_> {
    /// A name with its weight, in any form.
    fn term(&mut self) -> Result<(String, f32), Error> {
        self.skip_spaces();
        let factor = self.factor()?;
        let name = self.name()?;
        let after = self.at;
        let weight = match self.rest().strip_prefix('.') {
            Some(digits) if digits.starts_with(|c: char| c.is_ascii_digit()) => {
                Some(self.number()?)
            }
            _ => match self.take(&['(', ':', '*']) {
                None => None,
                Some(sign) => {
                    let weight = self.number()?;
                    if sign == '(' && self.take(&[')']).is_none() {
                        return Err(self.unexpected("the ) after a weight"));
                    }
                    Some(weight)
                }
            },
        };
        self.skip_spaces();
        match (factor, weight) {
            (Some(_), Some(_)) => Err(Error::TwoWeights { at: after }),
            (factor, weight) => Ok((name, factor.or(weight).unwrap_or(1.0))),
        }
    }

    /// The `0.7 *` before a name.
    fn factor(&mut self) -> Result<Option<f32>, Error> {
        let is_number = self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.');
        let is_file = crate::is_file(&self.rest()[..unquoted(self.rest())]);
        if !is_number || is_file {
            return Ok(None);
        }
        let weight = self.number()?;
        match self.take(&['*']) {
            Some(_) => {
                self.skip_spaces();
                Ok(Some(weight))
            }
            None => Err(self.unexpected("a * between a weight and a name")),
        }
    }

    fn name(&mut self) -> Result<String, Error> {
        let start = self.at;
        if let Some(quote) = self.take(&['"', '\'']) {
            self.at = start + 1; // spaces in quotes are of the name
            return self.quoted(quote).ok_or(Error::Quotes { at: start });
        }
        let length = unquoted(self.rest());
        if length == 0 {
            return Err(self.unexpected("the name of a voice"));
        }
        self.at += length;
        Ok(self.text[start..self.at].into())
    }

    /// What follows a quotation mark, up to the next that is not doubled; `None` for nothing.
    fn quoted(&mut self, quote: char) -> Option<String> {
        let mut name = String::new();
        loop {
            let end = self.rest().find(quote)?;
            name.push_str(&self.rest()[..end]);
            self.at += end + 1;
            if !self.rest().starts_with(quote) {
                return (!name.is_empty()).then_some(name);
            }
            name.push(quote);
            self.at += 1;
        }
    }

    /// A weight: a finite number above 0.
    fn number(&mut self) -> Result<f32, Error> {
        self.skip_spaces();
        let at = self.at;
        let is_part = |(place, c): (usize, char)| {
            c.is_alphanumeric() || c == '.' || (place == 0 && (c == '-' || c == '+'))
        };
        let end = self.rest().char_indices().find(|&part| !is_part(part));
        let found = &self.rest()[..end.map_or(self.rest().len(), |(end, _)| end)];
        let Ok(weight) = found.parse::<f32>() else {
            return Err(Error::Number { at, found: found.into() });
        };
        if !(weight.is_finite() && weight > 0.0) {
            return Err(Error::Weight { at, found: weight });
        }
        self.at += found.len();
        Ok(weight)
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes one of `signs`, after spaces, if it comes next.
    fn take(&mut self, signs: &[char]) -> Option<char> {
        let next = self.rest().trim_start().chars().next();
        let sign = next.filter(|next| signs.contains(next))?;
        self.skip_spaces();
        self.at += sign.len_utf8();
        Some(sign)
    }

    fn unexpected(&mut self, expected: &'static str) -> Error {
        self.skip_spaces();
        Error::Unexpected { at: self.at, expected, found: self.peek() }
    }
}

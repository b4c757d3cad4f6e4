//! Numbers in words.

use crate::european::form::Form;
use crate::european::grammar::Grammar;
use crate::european::number::Number;

/// More digits than this are read one by one.
const LONGEST: usize = 24;

impl Number<'_> {
    /// The number in words.
    pub(crate) fn words(&self, grammar: &Grammar, form: Form) -> String {
        let Some(decimals) = self.decimals else { return whole(&self.whole, grammar, form) };
        let before = if form == Form::Masculine { Form::Alone } else { form };
        let mark = if self.point { grammar.point } else { grammar.comma };
        let behind = decimal_words(decimals, grammar, form);
        format!("{} {mark} {behind}", whole(&self.whole, grammar, before))
    }
}

/// A whole number, one digit after the other if it begins with a zero or is very long.
pub(crate) fn whole(digits: &str, grammar: &Grammar, form: Form) -> String {
    if digits.len() > LONGEST || digits.len() > 1 && digits.starts_with('0') {
        return grammar.digits(digits);
    }
    (grammar.cardinal)(digits, form)
}

/// The digits behind a comma: zeros one by one, then the rest as one number if it is short.
fn decimal_words(decimals: &str, grammar: &Grammar, form: Form) -> String {
    let rest = decimals.trim_start_matches('0');
    let zeros = &decimals[..decimals.len() - rest.len()];
    let mut words = grammar.digits(zeros);
    let as_one = decimals.len() <= grammar.decimals;
    let (single, last) = rest.split_at(if as_one { 0 } else { rest.len().saturating_sub(1) });
    for part in [grammar.digits(single), last.to_string()] {
        let part =
            if part == last && !last.is_empty() { (grammar.cardinal)(last, form) } else { part };
        if !words.is_empty() && !part.is_empty() {
            words.push(' ');
        }
        words.push_str(&part);
    }
    words
}

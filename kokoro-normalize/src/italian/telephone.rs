//! Italian telephone numbers.

use crate::european::form::Form;
use crate::italian::numbers::{cardinal, digits};

/// Digit by digit; the code of a country in two digits is a number.
pub(crate) fn telephone(groups: &[&str]) -> String {
    let said: Vec<String> = groups
        .iter()
        .map(|group| match group.strip_prefix('+') {
            Some(code) if code.len() == 2 => format!("più {}", cardinal(code, Form::Alone)),
            Some(code) => format!("più {}", digits(code)),
            None => digits(group),
        })
        .collect();
    said.join(" ")
}

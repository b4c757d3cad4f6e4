//! Spanish telephone numbers.

use crate::european::form::Form;
use crate::spanish::numbers::{cardinal, digits};

/// Digit by digit; the code of a country in two digits is a number.
pub(crate) fn telephone(groups: &[&str]) -> String {
    let said: Vec<String> = groups
        .iter()
        .map(|group| match group.strip_prefix('+') {
            Some(code) if code.len() == 2 => format!("más {}", cardinal(code, Form::Alone)),
            Some(code) => format!("más {}", digits(code)),
            None => digits(group),
        })
        .collect();
    said.join(" ")
}

//! French telephone numbers.

use crate::european::form::Form;
use crate::french::numbers::{cardinal, digits};

/// Two digits at a time, as they are written in France; other groups digit by digit or as they
/// stand.
pub(crate) fn telephone(groups: &[&str]) -> String {
    let said: Vec<String> = groups
        .iter()
        .flat_map(|group| match group.strip_prefix('+') {
            Some(code) => vec![format!("plus {}", cardinal(code, Form::Alone))],
            None => parts(group),
        })
        .collect();
    said.join(" ")
}

/// A group in pairs, or digit by digit if its length is odd and more than three.
fn parts(group: &str) -> Vec<String> {
    match group.len() {
        1 | 3 if !group.starts_with('0') => vec![cardinal(group, Form::Alone)],
        len if len % 2 == 0 && len <= 10 => group
            .as_bytes()
            .chunks(2)
            .filter_map(|pair| std::str::from_utf8(pair).ok())
            .map(
                |pair| {
                    if pair.starts_with('0') { digits(pair) } else { cardinal(pair, Form::Alone) }
                },
            )
            .collect(),
        _ => vec![digits(group)],
    }
}

//! Portuguese telephone numbers.

use crate::portuguese::numbers::digits;

/// Digit by digit.
pub(crate) fn telephone(groups: &[&str]) -> String {
    let said: Vec<String> = groups
        .iter()
        .map(|group| match group.strip_prefix('+') {
            Some(code) => format!("mais {}", digits(code)),
            None => digits(group),
        })
        .collect();
    said.join(" ")
}

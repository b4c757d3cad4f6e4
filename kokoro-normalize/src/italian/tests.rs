//! Texts in Italian and how they are read.

use mapped_text::MappedText;

use crate::{Options, italian};

mod accents;
mod calendar;
mod codes;
mod counts;
mod measures;
mod short;

/// Checks that each text is read as expected, and shows all that are not.
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let read = italian(&MappedText::from_source(text), &[], &Options::default()).text;
            let same = read.as_str() == *expected;
            (!same).then(|| format!("{text}\n  is     {}\n  not as {expected}", read.as_str()))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

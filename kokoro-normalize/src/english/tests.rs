//! Tables of what is written and what is said.

use mapped_text::MappedText;

use crate::{Dialect, Options, english};

mod british;
mod codes;
mod counts;
mod days;
mod measures;
mod sentences;

/// Checks every row of a table, and shows all that are wrong.
fn check(dialect: Dialect, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(written, spoken)| {
            let text = MappedText::from_source(written);
            let read = english(&text, &[], dialect, &Options::default()).text;
            let said = read.as_str();
            (said != *spoken).then(|| format!("{written:?}\n  says {said:?}\n  not  {spoken:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Spanish texts and how they are read.

use mapped_text::MappedText;

use crate::{Options, spanish};

/// Checks that each text is read as expected, and shows all that are not.
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let read = spanish(&MappedText::from_source(text), &[], &Options::default()).text;
            let same = read.as_str() == *expected;
            (!same).then(|| format!("{text}\n  is     {}\n  not as {expected}", read.as_str()))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn numbers() {
    check(&[
        (
            "Tiene 1.234.567 habitantes.",
            "Tiene un millón doscientos treinta y cuatro mil \
          quinientos sesenta y siete habitantes.",
        ),
        ("Son 21 páginas.", "Son veintiuna páginas."),
        ("Pesa 3,5 kg.", "Pesa tres coma cinco kilogramos."),
    ]);
}

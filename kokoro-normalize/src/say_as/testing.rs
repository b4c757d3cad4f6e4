//! Tables of what is said.

use super::{SaidAs, SayAs, SignName};

/// Says a text in a language.
type Say<'a> = &'a dyn Fn(&str, &SayAs, SignName<'_>) -> SaidAs;

/// Checks a table and prints all rows that differ: a text; the attributes `interpret-as`, `format`
/// and `detail` with spaces between; what is said. The exclamation mark is called "bang".
pub(crate) fn check(say: Say<'_>, cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (text, attributes, expected) in cases {
        let mut parts = attributes.split(' ');
        let how = SayAs::parse(parts.next().unwrap_or_default(), parts.next(), parts.next());
        let said = say(text, &how.unwrap(), &|sign| (sign == '!').then(|| "bang".into())).text;
        if said != *expected {
            wrong.push(format!("{attributes} {text:?}: {said:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

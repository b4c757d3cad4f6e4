//! A single letter with a full stop: "J. R. R. Martin", "Plan B. They left."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};
use crate::said::Said;

/// Words that a single letter may follow as its name: "Plan B."
#[rustfmt::skip]
const LABELLED: [&str; 58] = [
    "Answer", "Appendix", "Article", "Block", "Box", "Building", "Case", "Category", "Channel",
    "Chapter", "Class", "Clause", "Column", "Company", "Condition", "Deck", "Division", "Drive",
    "Exhibit", "Experiment", "Figure", "Form", "Gate", "Generation", "Grade", "Group", "Hepatitis",
    "Item", "Key", "Level", "Line", "Malcolm", "Model", "Note", "Number", "Option", "Part",
    "Phase", "Plan", "Platform", "Point", "Question", "Room", "Row", "Scenario", "Schedule",
    "Section", "Series", "Side", "Site", "Size", "Step", "Table", "Team", "Terminal", "Type",
    "Vitamin", "Zone",
];

/// A single capital with a full stop: the initial of a name loses the full stop; after "Plan B." it
/// stays and ends the sentence.
pub(crate) fn initial(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let letter = rest.get(..1).filter(|first| first.as_bytes()[0].is_ascii_uppercase())?;
    let after = rest[1..].strip_prefix('.')?;
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '.')
        || !neighbours::may_begin(cursor.before())
    {
        return None;
    }
    let listed = after.starts_with([',', ';', ')']) && is_initial_before(cursor.past());
    let name = match Next::of(after) {
        Next::Capital(name) => name,
        Next::Small(_) | Next::Digit if letter != "I" && !follows_label(cursor.past()) => {
            return Some(Match { len: 2, said: Said::letters(letter) });
        }
        Next::Mark if listed => {
            return Some(Match { len: 2, said: Said::letters(letter) });
        }
        _ => return None,
    };
    let initials = is_initial(after.trim_start());
    let (past, sentence) = (cursor.past(), neighbours::starts_sentence(cursor.past()));
    let previous = neighbours::words_back(past).next().unwrap_or("");
    let after_initial = is_initial_before(past);
    let named =
        !neighbours::is_starter(name) || after_initial && !matches!(name, "He" | "She" | "It");
    let is_initial = if sentence && !after_initial {
        initials || named && !matches!(letter, "A" | "B" | "C" | "D" | "E" | "I")
    } else if LABELLED.binary_search(&previous).is_ok() {
        false
    } else if neighbours::is_capitalized(previous) || initials {
        named
    } else {
        let article = is_article(previous);
        named && letter != "I" && !article
    };
    Some(Match { len: if is_initial { 2 } else { 1 }, said: Said::letters(letter) })
        .filter(|_| is_initial || letter != "I")
}

/// What stands before may have a single letter as its name.
fn follows_label(past: &str) -> bool {
    let previous = neighbours::words_back(past).next().unwrap_or("");
    LABELLED.binary_search(&previous).is_ok() || is_article(previous)
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "grade" | "plan" | "letter" | "vitamin")
}

/// "R." stands before.
fn is_initial_before(past: &str) -> bool {
    let previous = neighbours::words_back(past).next().unwrap_or("");
    past.trim_end().ends_with('.') && previous.len() == 1 && neighbours::is_capitalized(previous)
}

/// "R." before another word or initial.
fn is_initial(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 2 && bytes[0].is_ascii_uppercase() && bytes[1] == b'.'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn lists_are_in_order() {
        assert!(LABELLED.is_sorted());
    }

    #[test]
    fn single_initials() {
        for (text, expected) in [
            ("J. R. R. Tolkien wrote it.", "J R R Tolkien wrote it."),
            ("George W. Bush spoke.", "George W Bush spoke."),
            ("We chose Plan B. They left.", "We chose Plan B. They left."),
            ("The report by K. Larsen is out.", "The report by K Larsen is out."),
            ("Take Vitamin D. Doctors say so.", "Take Vitamin D. Doctors say so."),
            ("So did I. Mary left.", "So did I. Mary left."),
            ("Mr. T. and the U. S. A., too.", "Mr. T and the U S A, too."),
        ] {
            assert_eq!(said(initial, text), expected);
        }
    }
}

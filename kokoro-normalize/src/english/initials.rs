//! A single letter with a full stop: "J. R. R. Martin", "Plan B. They left."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};
use crate::said::Said;

/// Words that a single letter may follow as its name: "Plan B."
#[rustfmt::skip]
const LABELLED: [&str; 96] = [
    "Annex", "Answer", "Appendix", "Area", "Article", "Band", "Bank", "Bay", "Bin", "Block", "Box",
    "Building", "Bus", "Case", "Category", "Cell", "Channel", "Chapter", "Choice", "Class",
    "Clause", "Column", "Company", "Condition", "Deck", "Division", "Drive", "Exhibit",
    "Experiment", "Figure", "Form", "Gate", "Generation", "Grade", "Group", "Hepatitis",
    "Influenza", "Item", "Key", "Layer", "Letter", "Level", "Line", "Lot", "Malcolm", "Method",
    "Mode", "Model", "Node", "Note", "Number", "Option", "Part", "Party", "Patient", "Person",
    "Phase", "Pier", "Plan", "Platform", "Player", "Point", "Pool", "Port", "Question", "Region",
    "Room", "Route", "Row", "Sample", "Scenario", "Schedule", "Section", "Sector", "Series", "Set",
    "Side", "Site", "Size", "Slot", "Stage", "Step", "String", "Studio", "Subject", "Table",
    "Team", "Terminal", "Test", "Tier", "Track", "Type", "Variant", "Vitamin", "Wing", "Zone",
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
    } else if is_label(previous) || ends_list(past) {
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
    is_label(previous) || is_article(previous)
}

/// Whether a single letter may be the name of what the word names: "Plan", "option".
fn is_label(word: &str) -> bool {
    let title = |at: usize| format!("{}{}", word[..at].to_ascii_uppercase(), &word[at..]);
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && LABELLED.binary_search(&title(1).as_str()).is_ok()
}

/// "A, B, or" stands before: letters are listed.
fn ends_list(past: &str) -> bool {
    let mut words = neighbours::words_back(past);
    let joins = matches!(words.next(), Some("or" | "and"));
    let letter = |word: &str| word.len() == 1 && neighbours::is_capitalized(word);
    joins && words.next().is_some_and(letter) && !past.trim_end().ends_with('.')
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
            ("Take option B. Choose A, B, or C. Go.", "Take option B. Choose A, B, or C. Go."),
            ("Mr. T. and the U. S. A., too.", "Mr. T and the U S A, too."),
        ] {
            assert_eq!(said(initial, text), expected);
        }
    }
}

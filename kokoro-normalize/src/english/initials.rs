//! Letters with full stops: "U.S.A.", "F.B.I.", "Ph.D.", "e.g.", "J. R. R. Martin", "Plan B."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};
use crate::said::Said;

/// What is read as words, in small letters without the full stops.
const WORDS: [(&str, &str); 8] = [
    ("eg", "for example"),
    ("ie", "that is"),
    ("qv", "which see"),
    ("nb", "note well"),
    ("ok", "OK"),
    ("opcit", "op cit"),
    ("loccit", "loc cit"),
    ("vs", "versus"),
];

/// Letters that are said as a word, though they have full stops.
#[rustfmt::skip]
const ACRONYMS: [&str; 26] = [
    "AIDS", "ASAP", "AWOL", "CERN", "FEMA", "FIFA", "LASER", "MASH", "NAFTA", "NASA", "NASCAR",
    "NASDAQ", "NATO", "NOAA", "OPEC", "OSHA", "RADAR", "SARS", "SCUBA", "SHIELD", "SWAT", "UEFA",
    "UNCLE", "UNESCO", "UNICEF", "WASP",
];

/// Degrees and other letters of which some are several: without the full stops.
#[rustfmt::skip]
const DEGREES: [&str; 16] = [
    "BCh", "BEd", "BSc", "DLitt", "DPhil", "EdD", "EdM", "LLB", "LLD", "LLM", "MEd", "MPhil",
    "MSc", "PhD", "PsyD", "ThD",
];

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

/// "U.S." in letters; its last full stop stays where it ends the sentence.
pub(crate) fn dotted(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) || cursor.before() == Some('/') {
        return None;
    }
    let (bare, len) = scan(rest);
    let stop = rest[..len].ends_with('.');
    let plural = bare
        .strip_suffix('s')
        .filter(|bare| bare.len() > 1 && !stop && (is_capitals(bare) || DEGREES.contains(bare)));
    if plural.is_some() && !rest[len..].starts_with(char::is_alphanumeric) {
        return Some(Match::words(len, &bare));
    }
    let after = &rest[len..];
    if bare.is_empty() || after.starts_with(|c: char| c.is_alphanumeric() || c == '@' || c == '_') {
        return None;
    }
    let lower = bare.to_ascii_lowercase();
    let word = WORDS.iter().find(|row| row.0 == lower && (stop || row.0.len() == 2));
    let degree = DEGREES.contains(&bare.as_str());
    let singles = 2 * bare.len() == len + usize::from(!stop);
    let capitals = is_capitals(&bare);
    if !(degree || singles && (stop || capitals || word.is_some())) {
        return None;
    }
    let said = match word {
        Some(row) => Said::words(row.1),
        None if ACRONYMS.contains(&bare.as_str()) => Said::words(&bare),
        None => letters_and_words(&bare, &rest[..len]),
    };
    let after = if stop { after } else { after.strip_prefix('.').unwrap_or(after) };
    let next = Next::of(after);
    let ends = match next {
        Next::End => stop && cursor.sees_end(),
        Next::Capital(name) if matches!(lower.as_str(), "am" | "pm") => !is_zone(name),
        _ if word.is_some() => false,
        _ if after.starts_with("..") => false,
        next => next.is_likely_sentence(),
    };
    Some(Match { len: len - usize::from(stop && ends), said })
}

/// The letters of "Ph.D.", given without and with the full stops. Four letters or more between full
/// stops, as in "D.Phil.", are a word.
fn letters_and_words(bare: &str, dotted: &str) -> Said {
    if dotted.split('.').all(|part| part.len() < 4) {
        return Said::letters(bare);
    }
    dotted.split('.').fold(Said::default(), |said, part| match part.len() {
        0..4 => said.then_letters(part),
        _ => said.then(part),
    })
}

fn is_capitals(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase())
}

/// Whether a word may follow "a.m." within the sentence: a zone, a day or a month.
fn is_zone(word: &str) -> bool {
    word.len() <= 4 && !word.contains(|c: char| c.is_ascii_lowercase())
        || word.ends_with("day")
        || matches!(word, "Eastern" | "Pacific" | "Central" | "Mountain" | "Greenwich")
}

/// The letters of `text` up to what is no letter and no full stop, and how many bytes they take. A
/// full stop stands between all of them or, as in "Ph.D.", most.
fn scan(text: &str) -> (String, usize) {
    let (mut bare, mut len, mut run, mut stops) = (String::new(), 0, 0, 0);
    for (at, byte) in text.bytes().enumerate().take(24) {
        match byte {
            b'.' if run > 0 => (run, stops, len) = (0, stops + 1, at + 1),
            byte if byte.is_ascii_alphabetic() && run < 4 => {
                bare.push(byte.into());
                (run, len) = (run + 1, at + 1);
            }
            _ => break,
        }
    }
    let letters = bare.len() >= 2 && stops > 0 && (stops > 1 || run > 0);
    if letters { (bare, len) } else { (String::new(), 0) }
}

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
    use crate::english::testing::{letters, said};

    #[test]
    fn lists_are_in_order() {
        assert!(LABELLED.is_sorted());
    }

    #[test]
    fn letters_with_full_stops() {
        for (text, expected) in [
            ("He left the U.S.A. My brother stayed.", "He left the U S A. My brother stayed."),
            ("The U.S. Senate met in Washington, D.C.", "The U S Senate met in Washington, D C."),
            ("Her Ph.D. took years, her B.Sc. less.", "Her P H D took years, her B S C less."),
            ("a D.Phil. and two Ph.D.s", "a D Phil and two PhDs"),
            ("At the F.B.I., N.A.S.A. is known.", "At the F B I, NASA is known."),
            (
                "Some pets, e.g. cats, i.e., felines.",
                "Some pets, for example cats, that is, felines.",
            ),
            ("a U.S.-based firm of M.D.s", "a U S-based firm of MDs"),
            ("We woke in the a.m. The dog slept.", "We woke in the A M. The dog slept."),
        ] {
            assert_eq!(said(dotted, text), expected);
        }
        assert_eq!(letters(dotted, "the U.K. is"), ["U K"]);
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

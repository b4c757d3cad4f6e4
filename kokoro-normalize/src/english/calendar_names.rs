//! Names of months and days that are cut short, without numbers: "in Jan. and Feb.", "Mon.-Fri."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};

/// In alphabetical order.
#[rustfmt::skip]
const NAMES: [(&str, &str); 26] = [
    ("Apr", "April"), ("Aug", "August"), ("Dec", "December"), ("Feb", "February"),
    ("Fri", "Friday"), ("Jan", "January"), ("Jul", "July"), ("Jun", "June"), ("Mar", "March"),
    ("Mon", "Monday"), ("Nov", "November"), ("Oct", "October"), ("Sat", "Saturday"),
    ("Sep", "September"), ("Sept", "September"), ("Sun", "Sunday"), ("Th", "Thursday"),
    ("Thu", "Thursday"), ("Thur", "Thursday"), ("Thurs", "Thursday"), ("Tu", "Tuesday"),
    ("Tue", "Tuesday"), ("Tues", "Tuesday"), ("Wed", "Wednesday"), ("Weds", "Wednesday"),
    ("Xmas", "Christmas"),
];

/// Words that stand before a month or a day.
#[rustfmt::skip]
const BEFORE: [&str; 24] = [
    "and", "by", "closed", "during", "each", "early", "every", "from", "in", "last", "late", "mid",
    "next", "of", "on", "open", "or", "since", "this", "through", "thru", "till", "to", "until",
];

/// "Mon.-Fri." is "Monday to Friday", "in Sept." is "in September".
pub(crate) fn calendar_name(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let (name, len, stop) = scan(rest)?;
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    if let Some((last, more)) = range(&rest[len..]) {
        return Some(Match::words(len + more, &format!("{name} to {last}")));
    }
    let next = Next::of(&rest[len..]);
    let previous = neighbours::words_back(cursor.past()).next().unwrap_or("");
    let listed = precedes_name(&rest[len..])
        || is_name(previous)
        || BEFORE.binary_search(&previous.to_ascii_lowercase().as_str()).is_ok();
    let listed = listed
        || next == Next::Digit && cursor.past().trim_end().ends_with([';', ',', '(', '|', '·']);
    let word = &rest[..len - usize::from(stop)];
    let known = match word {
        "Xmas" => true,
        "Tu" | "Th" => is_date(&rest[len..]),
        // They are words or names without a full stop, and may end a sentence with one.
        "Mar" | "Sun" | "Sat" | "Wed" | "Jan" | "Mon" | "Jun" | "Dec" | "Nov" | "Jul" => {
            listed && (stop || next == Next::Digit || precedes_name(&rest[len..]))
                || stop && matches!(next, Next::Small(_) | Next::Digit)
                || stop && rest[len..].trim_start().starts_with(['&', '/'])
        }
        _ => stop || listed,
    };
    let ends = stop && next.is_likely_sentence();
    known.then(|| Match::words(len - usize::from(ends), name))
}

/// The name that `text` begins with in full, how many bytes its short form takes, and whether it
/// has a full stop.
fn scan(text: &str) -> Option<(&'static str, usize, bool)> {
    let word = neighbours::leading_letters(text);
    let at = NAMES.binary_search_by_key(&word, |row| row.0).ok()?;
    let stop = text[word.len()..].starts_with('.') && NAMES[at].0 != "Xmas";
    let len = word.len() + usize::from(stop);
    let ends = !text[len..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    ends.then_some((NAMES[at].1, len, stop))
}

/// A dash and another name: its full form, and how many bytes they take.
fn range(text: &str) -> Option<(&'static str, usize)> {
    let joined =
        text.trim_start_matches(' ').strip_prefix(['-', '–', '—'])?.trim_start_matches(' ');
    let (name, len, stop) = scan(joined)?;
    let end = text.len() - joined.len() + len;
    let ends = stop && Next::of(&text[end..]).is_likely_sentence();
    Some((name, end - usize::from(ends)))
}

/// Whether a date in numbers follows: "(2/22)".
fn is_date(after: &str) -> bool {
    let date = after.trim_start_matches([' ', '(', ',']);
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    (1..3).contains(&digits) && date[digits..].starts_with('/')
}

/// Whether another name follows in a list: ", Wed", " and Fri".
fn precedes_name(after: &str) -> bool {
    let next = after.trim_start_matches([',', ' ', '&', '/']);
    let next = next.strip_prefix("and ").or(next.strip_prefix("or ")).unwrap_or(next);
    next.len() < after.len() && is_name(neighbours::leading_letters(next))
}

fn is_name(word: &str) -> bool {
    NAMES.binary_search_by_key(&word, |row| row.0).is_ok() || word.ends_with("day")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn lists_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
        assert!(BEFORE.is_sorted());
    }

    #[test]
    fn months_and_days() {
        for (text, expected) in [
            ("Open Mon.-Fri. and Sun.", "Open Monday to Friday and Sunday."),
            ("Mon, Wed and Fri", "Monday, Wednesday and Friday"),
            ("Mon–Sat only", "Monday to Saturday only"),
            ("in Jan. and Feb. It snowed.", "in January and February. It snowed."),
            ("next Tues. or on Thurs.", "next Tuesday or on Thursday."),
        ] {
            assert_eq!(said(calendar_name, text), expected);
        }
        for text in
            ["the Sun. It was hot.", "Sat down, Jan did.", "on the mar.", "Mar the day", "Dec's"]
        {
            assert_eq!(said(calendar_name, text), text);
        }
    }
}

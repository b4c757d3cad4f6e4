//! States and provinces after the name of a town: "Springfield, IL", "Boston, Mass."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;

/// The codes that the post has for them. In alphabetical order.
#[rustfmt::skip]
const CODES: [(&str, &str); 64] = [
    ("AB", "Alberta"), ("AK", "Alaska"), ("AL", "Alabama"), ("AR", "Arkansas"), ("AZ", "Arizona"),
    ("BC", "British Columbia"), ("CA", "California"), ("CO", "Colorado"), ("CT", "Connecticut"),
    ("DE", "Delaware"), ("FL", "Florida"), ("GA", "Georgia"), ("HI", "Hawaii"), ("IA", "Iowa"),
    ("ID", "Idaho"), ("IL", "Illinois"), ("IN", "Indiana"), ("KS", "Kansas"), ("KY", "Kentucky"),
    ("LA", "Louisiana"), ("MA", "Massachusetts"), ("MB", "Manitoba"), ("MD", "Maryland"),
    ("ME", "Maine"), ("MI", "Michigan"), ("MN", "Minnesota"), ("MO", "Missouri"),
    ("MS", "Mississippi"), ("MT", "Montana"), ("NB", "New Brunswick"), ("NC", "North Carolina"),
    ("ND", "North Dakota"), ("NE", "Nebraska"), ("NH", "New Hampshire"), ("NJ", "New Jersey"),
    ("NL", "Newfoundland and Labrador"), ("NM", "New Mexico"), ("NS", "Nova Scotia"),
    ("NT", "Northwest Territories"), ("NU", "Nunavut"), ("NV", "Nevada"), ("NY", "New York"),
    ("OH", "Ohio"), ("OK", "Oklahoma"), ("ON", "Ontario"), ("OR", "Oregon"),
    ("PA", "Pennsylvania"), ("PE", "Prince Edward Island"), ("PR", "Puerto Rico"),
    ("QC", "Quebec"), ("RI", "Rhode Island"), ("SC", "South Carolina"), ("SD", "South Dakota"),
    ("SK", "Saskatchewan"), ("TN", "Tennessee"), ("TX", "Texas"), ("UT", "Utah"),
    ("VA", "Virginia"), ("VT", "Vermont"), ("WA", "Washington"), ("WI", "Wisconsin"),
    ("WV", "West Virginia"), ("WY", "Wyoming"), ("YT", "Yukon"),
];

/// Older short forms. In alphabetical order.
#[rustfmt::skip]
const SHORT: [(&str, &str); 34] = [
    ("Ala", "Alabama"), ("Ariz", "Arizona"), ("Ark", "Arkansas"), ("Calif", "California"),
    ("Colo", "Colorado"), ("Conn", "Connecticut"), ("Del", "Delaware"), ("Fla", "Florida"),
    ("Ga", "Georgia"), ("Ill", "Illinois"), ("Ind", "Indiana"), ("Kan", "Kansas"),
    ("Ky", "Kentucky"), ("La", "Louisiana"), ("Mass", "Massachusetts"), ("Md", "Maryland"),
    ("Mich", "Michigan"), ("Minn", "Minnesota"), ("Miss", "Mississippi"), ("Mo", "Missouri"),
    ("Mont", "Montana"), ("Neb", "Nebraska"), ("Nev", "Nevada"), ("Okla", "Oklahoma"),
    ("Ont", "Ontario"), ("Ore", "Oregon"), ("Pa", "Pennsylvania"), ("Que", "Quebec"),
    ("Tenn", "Tennessee"), ("Tex", "Texas"), ("Va", "Virginia"), ("Vt", "Vermont"),
    ("Wash", "Washington"), ("Wis", "Wisconsin"),
];

/// Whether a word is the code or the short form of a state, its name or the last word of its name.
pub(crate) fn is_state(word: &str) -> bool {
    let ends = |name: &str| name.rsplit(' ').next() == Some(word);
    CODES.iter().chain(&SHORT).any(|(code, name)| *code == word || ends(name))
}

/// "IL" after "Springfield," is "Illinois"; also without the comma before a code of the post.
pub(crate) fn state(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let word = neighbours::leading_letters(rest);
    let after = &rest[word.len()..];
    let row = |table: &'static [(&str, &str)]| {
        table.binary_search_by_key(&word, |row| row.0).ok().map(|at| table[at].1)
    };
    let (name, len) = match (row(&CODES), row(&SHORT)) {
        (Some(name), _) if !after.starts_with(|c: char| c.is_alphanumeric() || c == '-') => {
            (name, word.len())
        }
        (_, Some(name)) if after.starts_with('.') => {
            let end = neighbours::Next::of(&after[1..]).is_likely_sentence();
            (name, word.len() + usize::from(!end))
        }
        _ => return None,
    };
    let zip = after.strip_prefix([' ', ',']).is_some_and(|code| {
        let code = code.trim_start();
        let digits = code.bytes().take_while(u8::is_ascii_digit).count();
        digits == 5 && !code[5..].starts_with(|c: char| c.is_alphanumeric())
    });
    let past = cursor.past();
    let town = |past: &str| {
        let word = neighbours::words_back(past).next().unwrap_or("");
        neighbours::is_title_case(word) && past.ends_with(char::is_alphabetic)
    };
    let comma = past.strip_suffix(", ").is_some_and(|past| town(past) && !is_clause(past));
    let party = ["D-", "R-", "I-"]
        .iter()
        .any(|party| past.strip_suffix(party).is_some_and(|past| past.ends_with(['(', ' '])));
    (comma || party || zip && past.strip_suffix(' ').is_some_and(town))
        .then(|| Match::words(len, name))
}

/// Whether the word before the comma begins a sentence and is no town: "Yes, OK".
fn is_clause(past: &str) -> bool {
    const WORDS: [&str; 10] =
        ["Hello", "Hey", "Hi", "Oh", "So", "Sorry", "Thanks", "Well", "Yeah", "Yes"];
    let word = neighbours::words_back(past).next().unwrap_or("");
    WORDS.contains(&word) || neighbours::is_starter(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn lists_are_in_order() {
        assert!(CODES.is_sorted_by_key(|row| row.0));
        assert!(SHORT.is_sorted_by_key(|row| row.0));
    }

    #[test]
    fn states_after_towns() {
        for (text, expected) in [
            (
                "In Springfield, IL, and Portland, ME 04101.",
                "In Springfield, Illinois, and Portland, Maine 04101.",
            ),
            ("Flew to Portland, OR. It rained.", "Flew to Portland, Oregon. It rained."),
            ("Boston, Mass. is old.", "Boston, Massachusetts is old."),
            ("Dayton OH 45402", "Dayton Ohio 45402"),
            ("Kay (D-Calif.) and Ray, R-Tex., met", "Kay (D-California) and Ray, R-Texas, met"),
            ("Toronto, ON and Banff, AB", "Toronto, Ontario and Banff, Alberta"),
        ] {
            assert_eq!(said(state, text), expected);
        }
        for text in ["STOP, OR ELSE", "Yes, OK then", "he said, ME too", "Hi, LA is hot", "In IN"] {
            assert_eq!(said(state, text), text);
        }
    }
}

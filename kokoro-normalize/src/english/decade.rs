//! Decades.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::reader::Reader;

/// 1960s, '90s, the 1800s, 80's, 1960s–80s, 1960s–1970s.
pub(crate) fn decade(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut words = one_decade(&mut reader, cursor)?;
    let mut ahead = reader;
    if ahead.dash()
        && let Some(end) = one_decade(&mut ahead, cursor)
    {
        words = format!("{words} to {end}");
        reader = ahead;
    }
    Some(Match::words(reader.at, &words))
}

/// Several of one number behind a hyphen, which are no seconds: "omega-3s".
pub(crate) fn plural(cursor: &Cursor<'_>) -> Option<Match> {
    let past = cursor.past().strip_suffix('-')?;
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(1..=2)?;
    let named = past.ends_with(char::is_lowercase) && reader.eat("s") && reader.ends();
    named.then(|| {
        let word = numbers::cardinal(digits, cursor.dialect);
        let ending = if word.ends_with('x') { "es" } else { "s" };
        Match::words(
            reader.at,
            &match word.strip_suffix('y') {
                Some(stem) => format!("{stem}ies"),
                None => format!("{word}{ending}"),
            },
        )
    })
}

/// Reads one decade.
fn one_decade(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let mut ahead = *reader;
    let short = ahead.eat_one(&['\'', '’', '‘']).is_some();
    let digits = ahead.digits(2..=4)?;
    let apart = digits.len() == 4 && ahead.eat(" s");
    if !apart {
        ahead.eat_one(&['\'', '’']);
        ahead.eat("s").then_some(())?;
    }
    let fits = match digits.len() {
        2 => {
            let before = [
                "the", "her", "his", "their", "my", "your", "mid", "early", "late", "in", "upper",
                "lower", "low", "high",
            ];
            let known = before.contains(&cursor.previous_word().to_lowercase().as_str());
            let hyphen = cursor.before() == Some('-');
            digits.ends_with('0') && (short || known || hyphen || reader.at > 0)
        }
        4 => digits.ends_with('0') && ("1000"..="2990").contains(&digits) && !short,
        _ => false,
    };
    let plain = matches!(digits, "10" | "20" | "30" | "40" | "50" | "60" | "70" | "80" | "90");
    if !ahead.ends() || !(fits || digits.len() == 2 && plain && !short && followed_by_noun(&ahead))
    {
        return None;
    }
    *reader = ahead;
    Some(numbers::decade(digits, cursor.dialect))
}

/// Whether a word like "music" follows, which has decades.
fn followed_by_noun(reader: &Reader<'_>) -> bool {
    let mut ahead = *reader;
    ahead.space()
        && matches!(
            ahead.word(),
            "music" | "movie" | "movies" | "fashion" | "style" | "hits" | "rock"
        )
}

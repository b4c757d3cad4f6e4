//! The halves of the day.

use crate::reader::Reader;

/// Reads am, pm, a.m., P.M. behind a time. The last full stop is left if it ends the sentence.
pub(crate) fn read(reader: &mut Reader<'_>) -> Option<&'static str> {
    let mut ahead = *reader;
    ahead.space();
    let half = match ahead.eat_one(&['a', 'A', 'p', 'P'])? {
        'a' | 'A' => "AM",
        _ => "PM",
    };
    let dotted = ahead.eat(".");
    if dotted {
        let mut space = ahead;
        if space.space() && matches!(space.peek(), Some('m' | 'M')) {
            ahead = space;
        }
    }
    ahead.eat_one(&['m', 'M'])?;
    if dotted {
        stop(&mut ahead);
    } else if !ahead.ends() {
        return None;
    }
    *reader = ahead;
    Some(half)
}

/// Reads the full stop of "p.m." where the sentence goes on: before a small letter, a digit, a zone
/// or another mark.
fn stop(reader: &mut Reader<'_>) {
    let mut ahead = *reader;
    if !ahead.eat(".") {
        return;
    }
    let mut next = ahead;
    let goes_on = if next.space() {
        let word = next.word();
        let zone = (2..=4).contains(&word.len()) && word.chars().all(char::is_uppercase);
        zone || word.starts_with(char::is_lowercase)
            || next.at_digit()
            || next.peek() == Some('(')
            || word.is_empty() && matches!(next.peek(), Some('-' | '–' | '—'))
    } else {
        next.peek().is_some_and(|c| c != '"' && c != '”' && c != '\'' && c != '’')
    };
    if goes_on {
        *reader = ahead;
    }
}

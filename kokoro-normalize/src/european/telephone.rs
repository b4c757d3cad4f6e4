//! Telephone numbers: +34 612 345 678, (11) 99999-8888, 06 12 34 56 78.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::reader::Reader;

/// A telephone number, and an extension behind it.
pub(crate) fn telephone(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let plus = reader.eat("+");
    let mut groups: Vec<&str> = Vec::new();
    let mut signs = String::new();
    let mut end = reader;
    let mut parenthesis = false;
    while groups.len() < 9 {
        let mut ahead = end;
        let start = ahead.at;
        ahead.space();
        let open = ahead.eat("(");
        if !open && !groups.is_empty() && ahead.at == start {
            ahead.eat_one(&['-', '.', '‑', '–', '/']);
        }
        let between = &place.rest()[start..ahead.at];
        if !open && !groups.is_empty() && between.is_empty() && !end.rest().is_empty() {
            break;
        }
        let Some(group) = ahead.digits(1..=15) else { break };
        if open && !ahead.eat(")") {
            break;
        }
        if open {
            ahead.eat_one(&['-', ' ']).map(|sign| (sign == ' ').then(|| ahead.at -= 1));
        }
        parenthesis |= open;
        groups.push(group);
        signs.push_str(between);
        end = ahead;
    }
    if groups.is_empty() || !is_telephone(place, &groups, &signs, plus, parenthesis) || !end.ends()
    {
        return None;
    }
    if end.rest().starts_with([',', '.', ':', '/', '-'])
        && end.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut owned: Vec<String> = groups.iter().map(ToString::to_string).collect();
    if plus && let Some(first) = owned.first_mut() {
        first.insert(0, '+');
    }
    let groups: Vec<&str> = owned.iter().map(String::as_str).collect();
    Some(Match::words(end.at, &(place.dialect.telephone)(&groups)))
}

/// Whether groups of digits are a telephone number.
fn is_telephone(
    place: &Place<'_>,
    groups: &[&str],
    signs: &str,
    plus: bool,
    parenthesis: bool,
) -> bool {
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let years = groups.len() == 2 && groups.iter().all(|g| g.len() == 4 && is_year(g));
    if plus || parenthesis {
        return (7..=16).contains(&count) && (groups.len() > 1 || count > 8);
    }
    let dashes = signs.chars().filter(|c| matches!(c, '-' | '‑' | '–')).count();
    let three = groups[1..].iter().all(|group| group.len() == 3);
    if dashes > 0 {
        return !years
            && (8..=13).contains(&count)
            && groups.len() >= 2
            && (groups.len() > 2 || groups.iter().all(|group| group.len() >= 4))
            && dashes >= groups.len().saturating_sub(2).max(1);
    }
    let named = ["tel", "teléfono", "tél", "téléphone", "telefono", "telefone", "móvil", "fax"]
        .iter()
        .chain(&["celular", "cellulare", "cell", "whatsapp", "fijo", "llama", "portable"])
        .any(|own| crate::european::quantity::same(own, previous(place)));
    let pairs = groups.iter().all(|group| group.len() == 2) && groups.len() == 5;
    let zero = groups.first().is_some_and(|first| first.starts_with('0'));
    (7..=12).contains(&count)
        && (named
            || pairs && zero
            || zero && count >= 9 && (groups[0].len() > 1 || groups.len() > 3)
            || groups.len() >= 3 && !three && count >= 9)
}

/// The word before, also behind a colon.
fn previous<'a>(place: &Place<'a>) -> &'a str {
    let past = place.past().trim_end_matches([' ', ':', '.']);
    &past[past.trim_end_matches(char::is_alphabetic).len()..]
}

fn is_year(digits: &str) -> bool {
    ("1000".."2100").contains(&digits)
}

//! Telephone numbers: +34 612 345 678, (11) 99999-8888, 06 12 34 56 78.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::european::quantity::same;
use crate::reader::Reader;

/// The groups of digits of what may be a telephone number.
#[derive(Default)]
struct Groups<'a> {
    groups: Vec<&'a str>,
    /// The signs between them.
    signs: String,
    /// Whether a plus stands in front.
    plus: bool,
    /// Whether a group stands in parentheses.
    parentheses: bool,
}

/// A telephone number.
pub(crate) fn telephone(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let groups = Groups::read(&mut reader);
    let goes_on = reader.rest().strip_prefix([',', '.', ':', '/', '-']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if goes_on || !reader.ends() || !groups.is_telephone(place) {
        return None;
    }
    let code = groups.groups.first().map(|first| format!("+{first}")).filter(|_| groups.plus);
    let first = code.as_deref().or(groups.groups.first().copied());
    let said: Vec<&str> = first.into_iter().chain(groups.groups[1..].iter().copied()).collect();
    Some(Match::words(reader.at, &(place.dialect.telephone)(&said)))
}

impl<'a> Groups<'a> {
    /// Reads as many groups as follow, at most nine.
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut groups = Self { plus: reader.eat("+"), ..Self::default() };
        while groups.groups.len() < 9 {
            let mut ahead = *reader;
            let spaced = ahead.space();
            let open = ahead.eat("(");
            let sign = if open || spaced || groups.groups.is_empty() {
                None
            } else {
                ahead.eat_one(&['-', '.', '‑', '–', '/'])
            };
            if !(open || spaced || sign.is_some() || groups.groups.is_empty()) {
                break;
            }
            let Some(group) = ahead.digits(1..=15) else { break };
            if open && !ahead.eat(")") {
                break;
            }
            if open {
                ahead.eat("-");
            }
            groups.parentheses |= open;
            groups.groups.push(group);
            groups.signs.extend(sign);
            *reader = ahead;
        }
        groups
    }

    /// Whether they are a telephone number.
    fn is_telephone(&self, place: &Place<'_>) -> bool {
        let Some(first) = self.groups.first() else { return false };
        let groups = &self.groups;
        let count: usize = groups.iter().map(|group| group.len()).sum();
        if self.plus || self.parentheses {
            return (7..=16).contains(&count) && (groups.len() > 1 || count > 8);
        }
        if !(7..=13).contains(&count) {
            return false;
        }
        let named = NAMES.iter().any(|own| same(own, previous(place)));
        let called = is_called(place);
        let dashes = self.signs.chars().filter(|c| matches!(c, '-' | '‑' | '–')).count();
        if dashes > 0 {
            let seven = matches!(groups[..], [three, four] if three.len() == 3 && four.len() == 4);
            let known = named || called || *first == "555"; // 555 begins invented numbers
            let long = (8..=13).contains(&count)
                && (groups.len() > 2 || groups.iter().all(|group| group.len() >= 4))
                && dashes >= groups.len().saturating_sub(2).max(1);
            return long && (known || !self.is_range()) || seven && known;
        }
        let named = named || called && self.signs.is_empty();
        let pairs = groups.iter().all(|group| group.len() == 2) && groups.len() == 5;
        let zero = first.starts_with('0');
        let long = zero && count >= 9 && (first.len() > 1 || groups.len() > 3);
        let law = self.signs.contains('.') && self.signs.contains('/'); // 14.133/2021
        let three = groups[1..].iter().all(|group| group.len() == 3);
        // 333 1234567, which is no number with groups of three digits
        let mobile = groups.len() == 2
            && (3..=4).contains(&first.len())
            && (6..=7).contains(&groups[1].len())
            && first.starts_with('3')
            && self.signs.is_empty();
        (7..=12).contains(&count)
            && !law
            && (mobile
                || named
                || pairs && zero
                || long
                || groups.len() >= 3 && !three && count >= 9)
    }

    /// Whether they are rather two years, or two round numbers: 1990-2010, 2500-3000.
    fn is_range(&self) -> bool {
        let [first, second] = self.groups[..] else { return false };
        let four = first.len() == 4 && second.len() == 4;
        let round = first.ends_with('0') && second.ends_with('0') && first < second;
        four && (round || is_year(first) && is_year(second))
    }
}

/// Words before telephone numbers.
const NAMES: [&str; 16] = [
    "tel",
    "tlf",
    "tfno",
    "teléfono",
    "tél",
    "téléphone",
    "telefono",
    "telefone",
    "móvil",
    "fax",
    "celular",
    "cellulare",
    "cell",
    "whatsapp",
    "fijo",
    "portable",
];

/// Verbs before telephone numbers: "llame al 555-1234".
const CALLS: [&str; 14] = [
    "llama",
    "llamad",
    "llamar",
    "llame",
    "llamen",
    "llámame",
    "llámanos",
    "llámenos",
    "marca",
    "marque",
    "disque",
    "ligar",
    "ligue",
    "liguem",
];

/// Whether one of the three words before is a verb of calling.
fn is_called(place: &Place<'_>) -> bool {
    let words = place.past().rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.take(3).any(|word| CALLS.iter().any(|own| same(own, word)))
}

/// The word before, also behind a colon.
pub(crate) fn previous<'a>(place: &Place<'a>) -> &'a str {
    let past = place.past().trim_end_matches([' ', ':', '.']);
    &past[past.trim_end_matches(char::is_alphabetic).len()..]
}

fn is_year(digits: &str) -> bool {
    ("1000".."2100").contains(&digits)
}

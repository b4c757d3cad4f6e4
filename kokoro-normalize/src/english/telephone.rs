//! Telephone numbers, and other numbers that are written in groups of digits.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{reader::Reader, said::Said};

/// (212) 555-0187, +44 20 7946 0018, 555-0187, 123-45-6789, 1-800-FLOWERS, 4111 1111 1111 1111.
pub(crate) fn telephone(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let plus = reader.eat("+");
    let groups = groups(&mut reader);
    let sizes: Vec<usize> = groups.iter().map(|group| group.text.len()).collect();
    if !(reader.ends() && is_number(plus, &groups, &sizes)) {
        return None;
    }
    let mut said = Said::words(if plus { "plus" } else { "" });
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            said = said.joined(",");
        }
        group.say(&mut said, at == 1 && groups[0].text == "1", cursor);
    }
    extension(&mut reader, &mut said);
    Some(Match { len: reader.at, said })
}

/// Digits or capitals of a number, and what divides them from those before.
struct Group<'a> {
    text: &'a str,
    /// '(' if the group is in brackets, else the mark before it; a space for the first.
    mark: char,
}

impl Group<'_> {
    /// Says digits one by one, words as words. Hundreds of a `free` number are said as such.
    fn say(&self, said: &mut Said, free: bool, cursor: &Cursor<'_>) {
        if free && self.text.ends_with("00") && self.text.len() == 3 {
            said.push(&numbers::cardinal(self.text, cursor.dialect));
        } else if self.text.starts_with(|c: char| c.is_ascii_digit()) {
            said.push(&numbers::spoken_digits(self.text));
        } else if !self.text.contains(['A', 'E', 'I', 'O', 'U']) {
            said.push_letters(self.text);
        } else {
            said.push(&self.text.to_lowercase());
        }
    }
}

/// Reads groups that are divided by hyphens, points, spaces or brackets.
fn groups<'a>(reader: &mut Reader<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    loop {
        let mut ahead = *reader;
        let mut mark = ' ';
        if !groups.is_empty() {
            let before = ahead.at;
            ahead.eat(" ");
            if let Some(found) = ahead.eat_one(&['-', '.', '‐', '‑', '–', '/']) {
                mark = if matches!(found, '.' | '/') { found } else { '-' };
            }
            ahead.eat(" ");
            if ahead.at == before && !(reader.peek() == Some('(') || closed(reader)) {
                break;
            }
        }
        let bracket = ahead.eat("(");
        let text = match ahead.digits(1..=12) {
            Some(digits) => digits,
            None if groups.len() > 1 && mark == '-' && !bracket => capitals(&mut ahead),
            None => "",
        };
        if text.is_empty() || bracket && !ahead.eat(")") || groups.len() > 8 {
            break;
        }
        groups.push(Group { text, mark: if bracket { '(' } else { mark } });
        *reader = ahead;
    }
    groups
}

/// Whether a bracket was closed right before.
fn closed(reader: &Reader<'_>) -> bool {
    reader.at > 0 && reader.at_digit() && !reader.rest().is_empty() && reader.before() == Some(')')
}

/// Reads letters of a number as 1-800-FLOWERS.
fn capitals<'a>(reader: &mut Reader<'a>) -> &'a str {
    let mut ahead = *reader;
    let word = ahead.word();
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return "";
    }
    *reader = ahead;
    word
}

/// Whether groups make up a number that is read digit by digit.
fn is_number(plus: bool, groups: &[Group<'_>], sizes: &[usize]) -> bool {
    let total: usize = sizes.iter().sum();
    let marks: Vec<char> = groups.iter().skip(1).map(|group| group.mark).collect();
    let all = |mark: char| marks.iter().all(|one| *one == mark);
    let words = groups.iter().any(|group| !group.text.starts_with(|c: char| c.is_ascii_digit()));
    let Some(first) = groups.first() else { return false };
    let zero = first.text.starts_with('0') || first.mark == '(';
    if words {
        return matches!(sizes, [1, 3, ..]) && first.text == "1";
    }
    if plus {
        return total >= 7 && (groups.len() > 1 || total >= 9) && total <= 16;
    }
    match sizes {
        [_] => false,
        [3, 4] => all('-') || all('.') && zero,
        [3, 3, 4] | [1, 3, 3, 4] => total >= 10 && !all('/'),
        [3, 3, 4, _] | [1, 3, 3, 4, _] => all('-'),
        [3, 2, 4] => all('-'),
        [3, 4, 4] => all('-') || all(' '),
        [4, 4, 4, 4] | [4, 4, 4, 4, 3] | [4, 6, 5] => all('-') || all(' '),
        _ if first.mark == '(' => total >= 8 && groups.len() > 1,
        _ if all('/') => false,
        [2, 2, 2, 2, 2] | [3, 3, 3] if zero || all('-') => true,
        _ if zero => (8..=12).contains(&total) && (all(' ') || all('-') || groups.len() == 3),
        _ => groups.len() > 2 && total >= 9 && all('-'),
    }
}

/// Reads "ext. 12" and "x12" behind a number.
fn extension(reader: &mut Reader<'_>, said: &mut Said) {
    let mut ahead = *reader;
    ahead.eat(",");
    ahead.space();
    let known = ["extension", "ext.", "ext", "x."].into_iter().any(|word| ahead.eat_any_case(word));
    if !known && !ahead.eat("x") {
        return;
    }
    ahead.space();
    let Some(digits) = ahead.digits(1..=6).filter(|_| ahead.ends()) else { return };
    *reader = ahead;
    *said =
        std::mem::take(said).joined(",").then("extension").then(&numbers::spoken_digits(digits));
}

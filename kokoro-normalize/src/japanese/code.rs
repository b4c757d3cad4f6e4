//! Numbers that are no quantities, and addresses: telephones, postcodes, URLs, e-mails.

use super::number::digits;
use super::numbers::{cardinal, one_by_one};
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// A telephone number, an IP address: digit by digit, with の at hyphens.
pub(super) fn telephone(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '+')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let postcode = reader.eat("〒");
    let plus = reader.eat("+");
    let mut groups = vec![reader.digits(1..=15)?];
    let mut marks = Vec::new();
    loop {
        let mut ahead = reader;
        let Some(mark) = ahead.eat_one(&['-', '.', ' ', '(', ')']) else { break };
        let only = marks.first().is_none_or(|first| *first == mark || plus && *first == ' ');
        let Some(group) = ahead.digits(1..=15).filter(|_| only) else { break };
        groups.push(group);
        marks.push(mark);
        reader = ahead;
    }
    let zero = groups[0].starts_with('0');
    let dots = marks.len() == 3 && marks.iter().all(|mark| *mark == '.');
    let hyphens = marks.iter().all(|mark| matches!(mark, '-' | '(' | ')')) && !marks.is_empty();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let code = groups.len() == 2 && groups[0].len() == 3 && groups[1].len() == 4;
    let long = digits >= 9 && hyphens && (zero || plus || groups.len() > 2);
    let whole = zero && groups.len() == 1 && (10..=11).contains(&digits);
    if !(long || dots || whole || plus && digits >= 9 || code && (postcode || hyphens)) {
        return None;
    }
    if reader.peek().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut said = if plus { "プラス".to_owned() } else { String::new() };
    for (number, group) in groups.iter().enumerate() {
        let mark = number.checked_sub(1).map(|at| marks[at]);
        said.push_str(match mark {
            Some('.') => "点",
            Some('-' | '(' | ')') => "の",
            _ => "",
        });
        said.push_str(&one_by_one(group).replace('〇', if dots { "〇" } else { "ゼロ" }));
    }
    Some(Match::words(reader.at, &said))
}

/// 3-2-1: the block, the house and the flat of an address, with の between.
pub(super) fn block(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let number = |reader: &mut Reader<'_>| {
        digits(reader).filter(|digits| digits.len() <= 4 && !digits.starts_with('0'))
    };
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || "-.+/".contains(c)) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut said = cardinal(&number(&mut reader)?);
    let mut hyphens = 0;
    let mut ahead = reader;
    while ahead.eat_one(&['-', '‐', '−', '－']).is_some()
        && let Some(next) = number(&mut ahead)
    {
        said.push('の');
        said.push_str(&cardinal(&next));
        hyphens += 1;
        reader = ahead;
    }
    let goes_on = reader.peek().is_some_and(|c| c.is_ascii_alphanumeric() || "-=.+/".contains(c));
    (hyphens > 1 && !goes_on).then(|| Match::words(reader.at, &said))
}

/// A web address or an e-mail address: its signs in words, its words as they are.
pub(super) fn address(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    if !cursor.first()?.is_ascii_alphanumeric()
        || cursor.before().is_some_and(|c| c.is_ascii_alphanumeric())
    {
        return None;
    }
    let len = rest.find(|c: char| !c.is_ascii_graphic() || "\"<>()[]{}|\\^`".contains(c));
    let whole = &rest[..len.unwrap_or(rest.len())];
    let whole = whole.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'']);
    let web = ["http://", "https://", "www."].iter().any(|start| whole.starts_with(start));
    let mail =
        whole.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !web && !mail {
        return None;
    }
    let bare = whole.trim_start_matches("https://").trim_start_matches("http://");
    let mut said = String::new();
    for c in bare.trim_end_matches('/').chars() {
        match c {
            '.' => said.push_str(" ドット "),
            '/' => said.push_str(" スラッシュ "),
            '@' => said.push_str(" アットマーク "),
            '-' => said.push_str(" ハイフン "),
            '_' => said.push_str(" アンダーバー "),
            ':' => said.push_str(" コロン "),
            '?' => said.push_str(" クエスチョンマーク "),
            '=' => said.push_str(" イコール "),
            '&' => said.push_str(" アンド "),
            '#' => said.push_str(" シャープ "),
            '%' => said.push_str(" パーセント "),
            '+' => said.push_str(" プラス "),
            '~' => said.push_str(" チルダ "),
            c if c.is_ascii_digit() => said.push_str(&one_by_one(c.encode_utf8(&mut [0; 4]))),
            c => said.push(c),
        }
    }
    Some(Match::words(whole.len(), &said))
}

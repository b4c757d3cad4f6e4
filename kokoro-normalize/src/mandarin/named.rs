//! Numbers that are part of a name: of standards, number plates, models, rooms and institutions.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::{cardinal, digits, telephone};
use crate::reader::Reader;
use crate::said::Said;

/// Letters that standards begin with.
const STANDARDS: &[&str] =
    &["GB", "ISO", "IEC", "IEEE", "RFC", "DB", "JGJ", "JB", "HG", "YY", "HJ"];

/// GB/T 2260-2007, ISO 9001:2015: the digits one by one.
pub(super) fn standard(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let letters = *STANDARDS.iter().find(|letters| reader.eat(letters))?;
    let advised = reader.eat("/T");
    let space = reader.space();
    let number = reader.digits(3..=6).filter(|_| space || advised)?;
    let mut said = Said::letters(letters);
    said = if advised { said.then_letters("T") } else { said };
    said = said.then(&digits(number));
    let mut ahead = reader;
    if let Some(sign) = ahead.eat_one(&['-', '—', '.', ':'])
        && let Some(part) = ahead.digits(1..=4)
    {
        said = said.then(if sign == '.' { "点" } else { "杠" }).then(&digits(part));
        reader = ahead;
    }
    ends(&reader).then_some(Match { len: reader.at, said })
}

/// Aircraft, rockets and spacecraft whose names are joined to a number with a hyphen.
#[rustfmt::skip]
const MODELS: &[&str] = &[
    "歼", "轰", "运", "直", "强", "教", "图", "苏", "米", "卡", "伊尔", "雅克", "安", "武直", "无侦",
    "彩虹", "翼龙", "攻击", "东风", "巨浪", "红旗", "鹰击", "霹雳", "长剑", "长征", "神舟", "天舟",
    "嫦娥", "天宫", "北斗", "风云", "高分", "快舟", "朱雀", "联盟", "阿波罗", "天问", "殲", "東風",
];

/// 歼-20 is 歼二十, without a minus.
pub(super) fn model(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['-', '－', '—'])?;
    let before = MODELS.iter().find_map(|name| cursor.past().strip_suffix(name))?;
    let number = reader.digits(1..=4)?;
    let counted = before.ends_with(|c: char| c.is_ascii_digit());
    let said = if number.len() < 3 { cardinal(number) } else { digits(number) };
    (!counted && ends(&reader)).then(|| Match::words(reader.at, &said))
}

/// 波音737-800, 京A·12345: the digits one by one.
pub(super) fn plate(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let past = cursor.past();
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(3..=5)?;
    let aircraft = ["波音", "空客", "麦道"].iter().any(|maker| past.ends_with(maker));
    let region = past.strip_suffix(['·', '•']).unwrap_or_default();
    let plate = region.ends_with(|c: char| c.is_ascii_uppercase());
    if !aircraft && !plate {
        return None;
    }
    let mut said = digits(number);
    let mut ahead = reader;
    if aircraft
        && ahead.eat("-")
        && let Some(variant) = ahead.digits(1..=4)
    {
        said = format!("{said}杠{}", digits(variant));
        reader = ahead;
    }
    Some(Match::words(reader.at, &said))
}

/// Words behind a number that names a room, of which 1 is 幺.
const ROOMS: &[&str] = &["室", "房间", "房間", "号房", "號房", "教室", "寝室", "宿舍", "包厢"];

/// Numbers that stand for something else than a count, and what stands behind them then.
#[rustfmt::skip]
const NAMES: &[(&str, &[&str])] = &[
    ("211", &["大学", "高校", "工程", "院校", "和985", "、985", "/985"]),
    ("985", &["大学", "高校", "工程", "院校", "和211", "、211", "/211"]),
    ("996", &["工作", "加班", "福报", "是", "的", "制"]), ("301", &["医院", "条款"]),
    ("315", &["晚会", "打假", "曝光", "投诉"]), ("404", &["错误", "页面"]),
    ("707", &["研究所"]), ("731", &["部队"]), ("918", &["事变"]), ("815", &["投降"]),
];

/// 302室, 211大学: the digits one by one.
pub(super) fn room(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '第');
    if cursor.before().is_some_and(joined) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(3..=4)?;
    let behind = |words: &[&str]| words.iter().any(|word| reader.rest().starts_with(word));
    let unit = cursor.past().ends_with("单元") || cursor.past().ends_with("單元");
    if unit && ends(&reader) || behind(ROOMS) && !number.ends_with("00") {
        return Some(Match::words(reader.at, &telephone(number)));
    }
    let named = NAMES.iter().any(|(name, words)| *name == number && behind(words));
    named.then(|| Match::words(reader.at, &digits(number)))
}

/// Whether neither a digit, a letter nor a sign that continues a number follows.
fn ends(reader: &Reader<'_>) -> bool {
    let mut ahead = *reader;
    let sign = ahead.eat_one(&['.', '-', ':', '/', '%']).is_some();
    let goes_on = reader.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '%');
    !(goes_on || sign && ahead.at_digit())
}

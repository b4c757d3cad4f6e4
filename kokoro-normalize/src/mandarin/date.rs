//! Dates in digits, and years.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::is_counted;
use crate::mandarin::numbers::{cardinal, digits};
use crate::reader::Reader;

/// What stands between the parts of a date.
const BETWEEN: &[char] = &['-', '/', '.', '·'];

/// 2024-05-01, 2024/5/1, 2024.05.01, 05-01-2024, 2024-05, 05/2024, 05-01. Dates of two parts need a
/// zero or a year that tells them from ranges and fractions.
pub(super) fn numeric(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || BETWEEN.contains(&c)) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=4)?;
    let between = reader.eat_one(BETWEEN)?;
    let second = reader.digits(1..=4)?;
    let mut ahead = reader;
    let third = if ahead.eat_one(&[between]).is_some() { ahead.digits(1..=4) } else { None };
    reader = if third.is_some() { ahead } else { reader };
    let counts = |c: char| c.is_ascii_alphanumeric() || "%元万亿米公千克".contains(c);
    let goes_on = reader.peek().is_some_and(|c| counts(c) || BETWEEN.contains(&c) && c != '.');
    let said = match third {
        Some(third) => three(first, second, third),
        None if goes_on => None,
        None => two(first, second),
    };
    said.map(|said| Match::words(reader.at, &said))
}

fn three(first: &str, second: &str, third: &str) -> Option<String> {
    if let (Some(year), Some(month), Some(day)) = (year(first), month(second), day(third)) {
        return Some(format!("{year}年{month}月{day}日"));
    }
    let year = year(third)?;
    let (month, day) = match (month(first), day(second)) {
        (Some(month), Some(day)) => (month, day),
        _ => (month(second)?, day(first)?),
    };
    Some(format!("{year}年{month}月{day}日"))
}

fn two(first: &str, second: &str) -> Option<String> {
    if second.len() == 2
        && let (Some(year), Some(month)) = (year(first), month(second))
    {
        return Some(format!("{year}年{month}月"));
    }
    if first.len() == 2
        && let (Some(month), Some(year)) = (month(first), year(second))
    {
        return Some(format!("{year}年{month}月"));
    }
    let zero = first.len() == 2 && second.len() == 2 && first.starts_with('0');
    let (month, day) = (month(first)?, day(second)?);
    zero.then(|| format!("{month}月{day}日"))
}

fn year(text: &str) -> Option<String> {
    (text.len() == 4 && matches!(&text[..2], "17" | "18" | "19" | "20" | "21"))
        .then(|| digits(text))
}

fn month(text: &str) -> Option<String> {
    small(text, 12)
}

fn day(text: &str) -> Option<String> {
    small(text, 31)
}

fn small(text: &str, most: u32) -> Option<String> {
    let value: u32 = text.parse().ok()?;
    (text.len() <= 2 && (1..=most).contains(&value)).then(|| cardinal(text))
}

/// Words after 年 with which a number before it is a length of time.
#[rustfmt::skip]
const LENGTH: &[&str] = &[
    "历史", "的历史", "文明", "前", "来", "以来", "间", "之久", "后", "左右", "以上", "以内", "期",
    "多", "時間", "时间", "內", "内", "歷史", "的歷史", "來", "以來", "後", "間",
];

/// Words before a year.
const ERA: &[&str] = &["公元前", "公元", "纪元", "紀元", "西元", "前"];

/// A number before 年. The digits of a year are said one by one; a length of time is a number.
pub(super) fn year_of(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == ',') {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(1..=4)?;
    let rest = reader.rest().strip_prefix('年')?;
    let era = ERA.iter().any(|word| cursor.past().ends_with(word));
    let length = LENGTH.iter().any(|word| rest.starts_with(word));
    let month = rest.starts_with(|c: char| c.is_ascii_digit());
    let born =
        ["出生", "生", "级", "届", "世", "級", "屆"].iter().any(|word| rest.starts_with(word));
    let by_digits = match number.len() {
        4 => !(length && number.ends_with("00")) || era,
        3 => era || !number.ends_with('0') && !length,
        2 => {
            let late = number >= "60" && !number.ends_with('0') && !length;
            number.starts_with('0') || month || born || late && !rest.starts_with('代')
        }
        _ => era,
    };
    let said = if by_digits {
        digits(number)
    } else if number == "2" && is_counted(cursor, reader.rest()) {
        "两".into()
    } else {
        cardinal(number)
    };
    Some(Match::words(reader.at, &said))
}

/// What is held in a year that stands right before it: 2008奥运会.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "赛季", "财年", "学年", "年度", "雪季", "奥运", "北京奥运", "世界杯", "春晚", "欧洲杯", "亚运", "款",
    "版", "届", "级", "考研", "高考", "国考", "春季", "夏季", "秋季", "冬季", "春夏", "秋冬", "賽季",
    "學年", "財年", "奧運", "世界盃",
];

/// 2023-24赛季, 2023/2024学年, 2008奥运会: years digit by digit.
pub(super) fn season(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || BETWEEN.contains(&c)) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(4..=4)?;
    let mut said = year(first)?;
    let mut ahead = reader;
    if ahead.eat_one(&['-', '/', '–', '—', '~']).is_some()
        && let Some(second) = ahead.digits(2..=2).or_else(|| ahead.digits(4..=4))
    {
        said = format!("{said}到{}", digits(second));
        reader = ahead;
    }
    let held = HELD.iter().any(|word| reader.rest().trim_start().starts_with(word));
    // 2000款 may be a count, 2024款 is not.
    let count = reader.at == first.len() && first.ends_with("00");
    let counted = count && reader.rest().starts_with(['款', '版', '届', '级']);
    (held && !counted).then(|| Match::words(reader.at, &said))
}

/// The hyphen between two dates and the like that are written with their units, as in 5月1日-7日,
/// 3个-5个 and 第3章-第5章.
pub(super) fn until(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['-', '－', '–', '—', '~', '～'])?;
    let len = reader.at;
    let past = cursor.past();
    let ordinal = reader.eat("第");
    let week = ["周", "星期", "週", "礼拜"].iter().any(|word| {
        let day = past.chars().next_back().map_or(0, char::len_utf8);
        past[..past.len() - day].ends_with(word) && reader.rest().starts_with(word)
    });
    // A digit and one or two ideographs behind it.
    let mut back = past.chars().rev();
    let ideograph = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let unit = back.next().is_some_and(ideograph)
        && match back.next() {
            Some(c) if ideograph(c) => back.next().is_some_and(|c| c.is_ascii_digit()),
            c => c.is_some_and(|c| c.is_ascii_digit()),
        };
    let house = ["楼", "樓", "栋", "幢", "座", "室"].iter().any(|word| past.ends_with(word));
    (week || unit && !house && reader.at_digit() || unit && ordinal)
        .then(|| Match::words(len, "到"))
}

/// A day or a month: 05月08日 is 五月八日.
pub(super) fn part(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(2..=2).filter(|number| number.starts_with('0'))?;
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let after_month = cursor.past().ends_with('月');
    let named = reader.rest().starts_with('月')
        || after_month && reader.rest().starts_with(['日', '号', '號']);
    (outside && named).then(|| Match::words(reader.at, &cardinal(number)))
}

/// 2934ad, 1234 B.C.: 公元二九三四年, 公元前一二三四年.
pub(super) fn christian(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(1..=4)?;
    reader.space();
    let eras = [("b.c.", "公元前"), ("bc", "公元前"), ("a.d.", "公元"), ("ad", "公元")];
    let (_, era) = eras.into_iter().find(|(written, _)| reader.eat_any_case(written))?;
    let whole = !reader.peek().is_some_and(|c| c.is_ascii_alphanumeric());
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric());
    (whole && outside).then(|| Match::words(reader.at, &format!("{era}{}年", digits(number))))
}

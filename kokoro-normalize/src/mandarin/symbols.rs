//! Signs that a reader says.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::cardinal;
use crate::said::Said;

/// Greek letters, in the order of their small forms from α, with a gap for final sigma.
#[rustfmt::skip]
const GREEK: [&str; 25] = [
    "阿尔法", "贝塔", "伽马", "德尔塔", "艾普西隆", "泽塔", "伊塔", "西塔", "约塔", "卡帕", "兰姆达",
    "缪", "纽", "克西", "奥米克戎", "派", "柔", "西格马", "西格马", "陶", "宇普西隆", "斐", "希",
    "普西", "欧米伽",
];

/// Signs by themselves.
#[rustfmt::skip]
const SIGNS: &[(char, &str)] = &[
    ('℃', "摄氏度"), ('℉', "华氏度"), ('‰', "千分之"), ('㎡', "平方米"), ('＆', "和"),
    ('§', "第"), ('♀', "女"), ('♂', "男"), ('∵', "因为"), ('∴', "所以"), ('∈', "属于"), ('∠', "角"),
    ('⊥', "垂直于"), ('∥', "平行于"),
];

/// α, ℃, &, → and the like.
pub(super) fn symbol(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let first = cursor.first()?;
    let len = first.len_utf8();
    let small = first.to_lowercase().next().unwrap_or(first);
    if let 'α'..='ω' = small {
        return Some(Match::words(len, GREEK[(u32::from(small) - u32::from('α')) as usize]));
    }
    if let Some((_, said)) = SIGNS.iter().find(|(sign, _)| *sign == first) {
        return Some(Match::words(len, said));
    }
    let beside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let after = cursor.rest()[len..].trim_start().chars().next();
    let before = cursor.past().trim_end().chars().next_back();
    let between = beside(before) && beside(after);
    let ideograph = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    match first {
        '&' if between && (ideograph(before) || ideograph(after)) => Some(Match::words(len, "和")),
        '→' | '⇒' if between => Some(Match::words(len, "到")),
        '→' | '←' | '↑' | '↓' | '⇒' | '⇐' => Some(Match { len, said: Said::silent() }),
        _ => None,
    }
}

/// Numbers in one character: ①, ⑴, ⒈, Ⅳ, ㈠.
pub(super) fn number(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let first = cursor.first()?;
    let code = u32::from(first);
    let value = match first {
        '①'..='⑳' => code - 0x245f,
        '⑴'..='⒇' => code - 0x2473,
        '⒈'..='⒛' => code - 0x2487,
        '❶'..='❿' => code - 0x2775,
        '➀'..='➉' => code - 0x277f,
        'Ⅰ'..='Ⅻ' => code - 0x215f,
        'ⅰ'..='ⅻ' => code - 0x216f,
        '㈠'..='㈩' => code - 0x321f,
        '㊀'..='㊉' => code - 0x327f,
        '⓪' => 0,
        _ => return None,
    };
    Some(Match::words(first.len_utf8(), &cardinal(&value.to_string())))
}

/// Emoji, which are not said, and the signs that join them.
pub(super) fn emoji(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let is_emoji = |c: char| {
        matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
            && !matches!(c, '❶'..='❿' | '➀'..='➉' | '♀' | '♂')
    };
    let joins =
        |c: char| matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}' | '♀' | '♂');
    cursor.first().filter(|c| is_emoji(*c))?;
    let rest = cursor.rest();
    let len = rest.find(|c| !is_emoji(c) && !joins(c)).unwrap_or(rest.len());
    Some(Match { len, said: Said::silent() })
}

/// 元/月, 次/天: 每 between words of which the second counts.
pub(super) fn per(cursor: &Cursor<'_, ()>) -> Option<Match> {
    const COUNTED: &[&str] = &[
        "月",
        "年",
        "天",
        "日",
        "小时",
        "时",
        "分钟",
        "秒",
        "斤",
        "公斤",
        "千克",
        "吨",
        "人",
        "次",
        "个",
        "件",
        "平方米",
        "平米",
        "亩",
        "升",
        "瓶",
        "张",
        "股",
        "晚",
        "位",
        "台",
        "套",
        "克",
        "米",
    ];
    let rest = cursor.rest().strip_prefix(['/', '／'])?;
    let price =
        ["元", "块", "次", "度", "公里", "人", "千克", "公斤", "米", "吨", "角", "毫克", "万"];
    let before = price.iter().any(|word| cursor.past().ends_with(word));
    let counts = COUNTED.iter().any(|word| rest.starts_with(word));
    let len = cursor.rest().len() - rest.len();
    (before && counts).then(|| Match::words(len, "每"))
}

//! Numbers that are said digit by digit: of telephones, accounts and identity cards.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::telephone;
use crate::reader::Reader;

/// Words before such a number.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "电话", "手机", "号码", "热线", "拨打", "致电", "拨", "尾号", "邮编", "邮政编码", "身份证", "账号",
    "帐号", "卡号", "密码", "验证码", "编号", "学号", "工号", "订单号", "QQ", "传真", "打", "座机",
    "電話", "手機", "號碼", "熱線", "撥打", "尾號", "密碼", "編號", "報警", "报警", "区号", "代码",
    "房号", "房间", "证号", "火警", "急救", "匪警", "客服", "查号台", "服务台", "订票", "查询台",
    "賬號", "郵編", "手机号", "群号", "股票代码", "工单号", "快递单号", "运单号", "取件码", "邀请码",
];

/// Words after such a number.
const AFTER: &[&str] =
    &["电话", "打电话", "打个电话", "报警", "热线", "專線", "专线", "房间", "號房"];

/// Words that may stand between.
const BETWEEN: &[char] =
    &[':', '：', ' ', '是', '为', '為', '了', '号', '號', '我', '过', '通', '“', '"'];

/// The longest number that is no count of anything, if nothing else says what it is.
const LONGEST_COUNT: usize = 16;

/// 13501234567, 010-64035547, 400-820-8820, 拨打12306, 尾号1702.
pub(super) fn number(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let plus = reader.eat("+");
    let mut groups = vec![reader.digits(1..=usize::MAX)?];
    loop {
        let mut ahead = reader;
        if ahead.eat_one(&['-', ' ']).is_none() {
            break;
        }
        let Some(group) = ahead.digits(3..=8) else { break };
        groups.push(group);
        reader = ahead;
    }
    let mut ahead = reader;
    let point = ahead.eat_one(&['.', ',']).is_some() && ahead.at_digit();
    let decimal = point || reader.peek().is_some_and(|c| c == '%' || c.is_ascii_alphabetic());
    let form = is_telephone(&groups) || plus && groups[0].len() >= 2 && groups.len() > 1;
    if form && !decimal {
        return Some(Match::words(reader.at, &telephone(&groups.concat())));
    }
    let first = groups[0];
    let named = first.len() >= 3 && !plus && (is_named(cursor) || names(cursor, first));
    if plus || decimal || !named && first.len() <= LONGEST_COUNT {
        return None;
    }
    Some(Match::words(first.len(), &telephone(first)))
}

/// Whether groups of digits have the form of a number of a telephone in China.
fn is_telephone(groups: &[&str]) -> bool {
    let digits = groups.concat();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let mobile = |digits: &str| {
        digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
    };
    let service = digits.starts_with("400") || digits.starts_with("800");
    match lengths[..] {
        [11] => mobile(&digits),
        [13] | [2, 11] | [2, 3, 4, 4] => digits.starts_with("86") && mobile(&digits[2..]),
        [10] => service,
        [3, 4, 4] => mobile(&digits) || digits.starts_with('0'),
        [3 | 4, 7 | 8] | [4, 4, 4] | [3 | 4, 3, 4] | [3, 4, 3] => {
            service || digits.starts_with('0')
        }
        _ => false,
    }
}

/// Whether what stands before says that the number is one of digits.
fn is_named(cursor: &Cursor<'_, ()>) -> bool {
    let past = cursor.past();
    let names = |past: &str| BEFORE.iter().any(|word| past.ends_with(word));
    names(past) || names(past.trim_end_matches(BETWEEN)) || {
        let past = past.trim_end_matches([':', '：', ' ', '是', '为', '為']);
        names(past)
    }
}

/// Whether what stands behind does.
fn names(cursor: &Cursor<'_, ()>, number: &str) -> bool {
    let rest = &cursor.rest()[number.len()..];
    AFTER.iter().any(|word| rest.starts_with(word))
}

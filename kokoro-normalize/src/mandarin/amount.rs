//! Numbers as they are written, and what counts them.

use crate::cursor::Cursor;
use crate::mandarin::numbers;
use crate::reader::Reader;

/// Words that count, before which 2 is 两. Ordinary units and words with which 2 makes an ordinal,
/// such as 楼, 号 and 月, are not among them.
#[rustfmt::skip]
const COUNTERS: &[&str] = &[
    "个", "只", "条", "张", "块", "瓶", "杯", "份", "本", "辆", "台", "匹", "头", "位", "亩", "小时",
    "分钟", "秒钟", "天", "年", "周年", "半", "件", "种", "名", "家", "座", "篇", "首", "部", "款",
    "颗", "粒", "棵", "片", "面", "把", "支", "枝", "根", "场", "次", "周", "岁", "倍", "点", "斤",
    "公斤", "千克", "克", "吨", "米", "公里", "千米", "厘米", "升", "元", "美元", "人", "口", "间",
    "套", "双", "对", "副", "幅", "封", "句", "段", "项", "则", "排", "列", "组", "群", "批", "盒",
    "包", "袋", "箱", "碗", "盘", "桶", "顿", "趟", "遍", "回", "步", "架", "艘", "栋", "幢", "扇",
    "朵", "株", "滴", "勺", "国", "地", "市", "省", "党", "校", "岸", "侧", "端", "边", "旁", "代",
    "成", "类", "样", "处", "道", "門", "门", "個", "條", "張", "塊", "輛", "臺", "頭", "畝", "間",
    "雙", "對", "種", "顆", "場", "週", "歲", "點", "噸", "項", "組", "萬", "万", "億", "亿",
    "钟头", "鐘頭", "分鐘", "小時", "刻钟", "星期", "秒", "分",
];

/// What stands before a 2 that is no count: 第2个 is 第二个.
const NO_COUNT: &[char] = &['第', '周', '初', '十', '百', '千', '.', '/', '零'];

/// A number without a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number<'a> {
    /// Digits, perhaps with commas between groups of three.
    whole: &'a str,
    decimals: Option<&'a str>,
}

impl<'a> Number<'a> {
    /// Reads a number, if one comes next.
    pub(super) fn read(reader: &mut Reader<'a>) -> Option<Self> {
        let start = *reader;
        let mut ahead = *reader;
        ahead.digits(1..=usize::MAX)?;
        if ahead.at - start.at <= 3 {
            let mut groups = ahead;
            while groups.eat(",") && groups.digits(3..=3).is_some() {
                ahead = groups;
            }
        }
        let whole = &start.rest()[..ahead.at - start.at];
        let mut point = ahead;
        let decimals = if point.eat(".") { point.digits(1..=usize::MAX) } else { None };
        *reader = if decimals.is_some() { point } else { ahead };
        Some(Self { whole, decimals })
    }

    /// Its digits before the point.
    pub(super) fn whole(&self) -> &'a str {
        self.whole
    }

    /// Its digits after the point.
    pub(super) fn decimals(&self) -> Option<&'a str> {
        self.decimals
    }

    pub(super) fn is_whole(&self) -> bool {
        self.decimals.is_none()
    }

    /// The number in words. Digits are said one by one if the first is a zero, as in 007.
    pub(super) fn say(&self) -> String {
        let whole = self.whole.replace(',', "");
        match self.decimals {
            Some(decimals) => numbers::decimal(&whole, decimals),
            None if whole.len() > 1 && whole.starts_with('0') => numbers::digits(&whole),
            None => numbers::cardinal(&whole),
        }
    }

    /// As [`Number::say`], with 两 for 2 if `counted`.
    pub(super) fn say_count(&self, counted: bool) -> String {
        if counted && self.whole == "2" && self.is_whole() { "两".into() } else { self.say() }
    }
}

/// Whether a word that counts follows in `rest`, and what stands before leaves it a count.
pub(super) fn is_counted(cursor: &Cursor<'_, ()>, rest: &str) -> bool {
    let rest = rest.strip_prefix('多').unwrap_or(rest);
    let counts = !cursor.past().ends_with(NO_COUNT) && !rest.starts_with("分之");
    counts && COUNTERS.iter().any(|word| rest.starts_with(word))
}

/// Reads a sign of a number: 负 for a minus, nothing if there is none. No number begins after a
/// hyphen that joins it to what stands before, as in 5日-7日 and 2号楼-301.
pub(super) fn sign(cursor: &Cursor<'_, ()>, reader: &mut Reader<'_>) -> Option<&'static str> {
    if reader.at_digit() {
        let inside = |c: char| c.is_ascii_digit();
        return (!cursor.before().is_some_and(inside)).then_some("");
    }
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, ')' | '%' | '-');
    reader.eat_one(&['-', '−'])?;
    let parts = |c: char| "年月日号號楼樓栋幢座室层層元点點时時".contains(c);
    let joined = |c: char| joined(c) || parts(c);
    (reader.at_digit() && !cursor.before().is_some_and(joined)).then_some("负")
}

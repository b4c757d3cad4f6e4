//! What Japanese says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1,234", "cardinal", "千二百三十四"),
            ("-3.14", "number", "マイナス三点一四"),
            ("3", "ordinal", "三番目"),
            ("3回目", "ordinal", "三回目"),
            ("105", "digits", "一ゼロ五"),
            ("４２", "number_digit", "四二"),
            ("A1B-2", "characters", "A 一 B ハイフン 二"),
            ("かな", "spell-out", "か な"),
            ("2026-05-01", "date", "二千二十六年五月一日"),
            ("1/5/2026", "date dmy", "二千二十六年五月一日"),
            ("20260501", "date ymd", "二千二十六年五月一日"),
            ("5/1", "date md", "五月一日"),
            ("2026年5月", "date ym", "二千二十六年五月"),
            ("14:30", "time hms24", "十四時三十分"),
            ("3:05pm", "time hms12", "午後三時五分"),
            ("8:05:09", "time", "八時五分九秒"),
            ("1:30:05", "duration hms", "一時間三十分五秒"),
            ("1:30", "duration hm", "一時間三十分"),
            ("90", "duration s", "九十秒"),
            ("1'21\"", "time", "一分二十一秒"),
            ("03-1234-5678", "telephone", "ゼロ三の一二三四の五六七八"),
            ("+81 3 1234 5678", "telephone", "プラス八一の三の一二三四の五六七八"),
            ("1234-5678 ext. 12", "telephone", "一二三四の五六七八、内線一二"),
            ("¥500", "currency", "五百円"),
            ("1,000円", "currency", "千円"),
            ("42.5 USD", "currency", "四十二点五〇アメリカドル"),
            ("-$3", "currency", "マイナス三ドル"),
            ("3/8", "fraction", "八分の三"),
            ("5+1/2", "fraction", "五と二分の一"),
            ("1.75m", "unit", "一点七五メートル"),
            ("10 km", "unit", "十キロメートル"),
            ("〒100-0001 千代田区", "address", "一ゼロゼロのゼロゼロゼロ一 千代田区"),
            ("太郎", "name", "太郎"),
            ("ばか", "expletive", "ピー"),
            ("nasa", "acronym", "NASA"),
        ],
    );
}

//! What Mandarin says, for every kind.

use crate::Options;
use crate::say_as::testing::check;

#[test]
fn all_kinds() {
    check(
        &|text, how, sign| super::say_as(text, how, &Options::default(), sign),
        &[
            ("1,234", "cardinal", "一千二百三十四"),
            ("-3.14", "number", "负三点一四"),
            ("2024", "cardinal", "二千零二十四"),
            ("3", "ordinal", "第三"),
            ("第3", "ordinal", "第三"),
            ("12", "number:ordinal", "第十二"),
            ("105", "digits", "一零五"),
            ("110", "number_digit", "一一零"),
            ("A1B-2", "characters", "A 一 B 杠 二"),
            ("你好!", "spell-out", "你 好 bang"),
            ("2026-05-01", "date", "二零二六年五月一日"),
            ("1/5/2026", "date dmy", "二零二六年五月一日"),
            ("20260501", "date ymd", "二零二六年五月一日"),
            ("5/1", "date md", "五月一日"),
            ("2026年5月", "date ym", "二零二六年五月"),
            ("1999", "date y", "一九九九年"),
            ("14:30", "time hms24", "十四点三十分"),
            ("3:05pm", "time hms12", "下午三点零五分"),
            ("8:05:09", "time", "八点零五分零九秒"),
            ("1:30:05", "duration hms", "一小时三十分五秒"),
            ("1:30", "duration hm", "一小时三十分钟"),
            ("2h", "duration", "两小时"),
            ("1'21\"", "time", "一分二十一秒"),
            ("010-64035547", "telephone", "零幺零，六四零三五五四七"),
            ("+86 13501234567", "telephone", "加八六，幺三五零幺二三四五六七"),
            ("64035547 ext. 12", "telephone", "六四零三五五四七，转幺二"),
            ("¥42.50", "currency", "四十二点五零元"),
            ("-$3", "currency", "负三美元"),
            ("100 EUR", "currency", "一百欧元"),
            ("3/8", "fraction", "八分之三"),
            ("5+1/2", "fraction", "五又二分之一"),
            ("1.75m", "unit", "一点七五米"),
            ("10 km", "unit", "十公里"),
            ("建国路88号 100022", "address", "建国路八十八号 幺零零零二二"),
            ("小明", "name", "小明"),
            ("混蛋", "expletive", "哔"),
            ("wto", "acronym", "WTO"),
        ],
    );
}

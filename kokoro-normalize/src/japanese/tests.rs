use mapped_text::MappedText;

use super::japanese;
use crate::Options;

#[test]
fn texts_are_read() {
    for (text, said) in [
        ("2024年5月1日", "二千二十四年五月一日"),
        ("2024/5/1に", "二千二十四年五月一日に"),
        ("１２個で¥1,500です。", "十二個で千五百円です。"),
        ("$3.50", "三点五〇ドル"),
        ("9:05〜17:30", "九時五分から十七時三十分"),
        ("気温は-2.5℃", "気温はマイナス二点五度"),
        ("60km/hで100%", "六十キロメートル毎時で百パーセント"),
        ("3〜5人", "三から五人"),
        ("1/2の確率", "二分の一の確率"),
        ("03-1234-5678", "ゼロ三の一二三四の五六七八"),
        ("1+1=2", "一プラス一イコール二"),
        ("3月1日(水・祝)", "三月一日水曜日祝日"),
        ("第3回、1番目", "第三回、一番目"),
        ("info@example.co.jp", "info アットマーク example ドット co ドット jp"),
    ] {
        let read = japanese(&MappedText::from_source(text), &[], &Options::default());
        assert_eq!(read.text.as_str(), said, "{text}");
    }
}

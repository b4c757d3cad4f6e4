//! Numbers with units in Latin letters and signs: 5km, 100%, 20℃, 60km/h.

use super::number::{may_be_signed, signed};
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const UNITS: &[(&str, &str)] = &[
    ("km", "キロメートル"),
    ("cm", "センチメートル"),
    ("mm", "ミリメートル"),
    ("µm", "マイクロメートル"),
    ("μm", "マイクロメートル"),
    ("nm", "ナノメートル"),
    ("m", "メートル"),
    ("kg", "キログラム"),
    ("mg", "ミリグラム"),
    ("g", "グラム"),
    ("t", "トン"),
    ("kL", "キロリットル"),
    ("mL", "ミリリットル"),
    ("ml", "ミリリットル"),
    ("dL", "デシリットル"),
    ("L", "リットル"),
    ("l", "リットル"),
    ("ha", "ヘクタール"),
    ("kHz", "キロヘルツ"),
    ("MHz", "メガヘルツ"),
    ("GHz", "ギガヘルツ"),
    ("Hz", "ヘルツ"),
    ("kW", "キロワット"),
    ("MW", "メガワット"),
    ("kWh", "キロワット時"),
    ("W", "ワット"),
    ("mA", "ミリアンペア"),
    ("A", "アンペア"),
    ("V", "ボルト"),
    ("kB", "キロバイト"),
    ("KB", "キロバイト"),
    ("MB", "メガバイト"),
    ("GB", "ギガバイト"),
    ("TB", "テラバイト"),
    ("Mbps", "メガビット毎秒"),
    ("Gbps", "ギガビット毎秒"),
    ("kcal", "キロカロリー"),
    ("cal", "カロリー"),
    ("dB", "デシベル"),
    ("hPa", "ヘクトパスカル"),
    ("Pa", "パスカル"),
    ("rpm", "回転毎分"),
    ("ms", "ミリ秒"),
    ("s", "秒"),
    ("min", "分"),
    ("h", "時間"),
    ("px", "ピクセル"),
    ("pt", "ポイント"),
    ("ft", "フィート"),
    ("in", "インチ"),
    ("lb", "ポンド"),
    ("oz", "オンス"),
    ("mph", "マイル毎時"),
    ("bit", "ビット"),
    ("fps", "フレーム毎秒"),
    ("fph", "フィート毎時"),
];

const SIGNS: &[(&str, &str)] = &[
    ("%", "パーセント"),
    ("％", "パーセント"),
    ("‰", "パーミル"),
    ("℃", "度"),
    ("°C", "度"),
    ("℉", "華氏度"),
    ("°F", "華氏度"),
    ("°", "度"),
    ("㎞", "キロメートル"),
    ("㎝", "センチメートル"),
    ("㎜", "ミリメートル"),
    ("㎡", "平方メートル"),
    ("㎥", "立方メートル"),
    ("㎏", "キログラム"),
    ("㎎", "ミリグラム"),
    ("㎖", "ミリリットル"),
    ("㌔", "キロ"),
    ("㌢", "センチ"),
    ("㍍", "メートル"),
    ("㌘", "グラム"),
    ("㌫", "パーセント"),
];

const PER: &[(&str, &str)] = &[("/h", "毎時"), ("/min", "毎分"), ("/s", "毎秒"), ("/day", "毎日")];

/// A number and its unit.
pub(super) fn measure(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    if !may_be_signed(cursor) && !cursor.first()?.is_numeric() {
        return None;
    }
    let number = signed(&mut reader)?;
    let unit = unit(&mut reader)?;
    Some(Match::words(reader.at, &format!("{}{unit}", number.said())))
}

fn unit(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    ahead.space();
    if let Some((_, name)) = SIGNS.iter().find(|(sign, _)| ahead.eat(sign)) {
        *reader = ahead;
        return Some((*name).to_owned());
    }
    let len = ahead.rest().find(|c: char| !c.is_ascii_alphabetic() && !matches!(c, 'µ' | 'μ'));
    let written = &ahead.rest()[..len.unwrap_or(ahead.rest().len())];
    let (_, name) = UNITS.iter().find(|(unit, _)| *unit == written)?;
    ahead.at += written.len();
    let mut name = (*name).to_owned();
    if let Some(power) = ahead.eat_one(&['²', '³']) {
        name = format!("{}{name}", if power == '²' { "平方" } else { "立方" });
    }
    while let Some((sign, per)) = PER.iter().find(|(sign, _)| {
        ahead
            .rest()
            .strip_prefix(sign)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    }) {
        ahead.at += sign.len();
        name.push_str(per);
    }
    *reader = ahead;
    Some(name)
}

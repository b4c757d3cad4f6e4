//! Units of measure, by their symbols.

use crate::reader::Reader;

/// Symbols of units that stand behind a number, the longer before the shorter, and their names.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("km²", "平方千米"), ("km2", "平方千米"), ("cm²", "平方厘米"), ("cm2", "平方厘米"),
    ("mm²", "平方毫米"), ("dm²", "平方分米"), ("hm²", "公顷"), ("m²", "平方米"), ("m2", "平方米"),
    ("cm³", "立方厘米"), ("dm³", "立方分米"), ("m³", "立方米"), ("m3", "立方米"), ("㎡", "平方米"),
    ("㎞", "公里"), ("㎝", "厘米"), ("㎜", "毫米"), ("㎏", "千克"), ("㎎", "毫克"), ("㎖", "毫升"),
    ("km", "公里"), ("dm", "分米"), ("cm", "厘米"), ("mm", "毫米"), ("μm", "微米"), ("µm", "微米"),
    ("um", "微米"), ("nm", "纳米"), ("kg", "千克"), ("KG", "千克"), ("mg", "毫克"), ("μg", "微克"),
    ("µg", "微克"), ("mL", "毫升"), ("ml", "毫升"), ("min", "分钟"), ("ms", "毫秒"), ("μs", "微秒"),
    ("ns", "纳秒"), ("kHz", "千赫兹"), ("MHz", "兆赫兹"), ("GHz", "吉赫兹"), ("Hz", "赫兹"),
    ("kWh", "千瓦时"), ("kW", "千瓦"), ("MW", "兆瓦"), ("GW", "吉瓦"), ("kV", "千伏"),
    ("mV", "毫伏"), ("mAh", "毫安时"), ("mA", "毫安"), ("dB", "分贝"), ("kPa", "千帕"),
    ("MPa", "兆帕"),
    ("mmHg", "毫米汞柱"), ("hPa", "百帕"), ("Pa", "帕"), ("kcal", "千卡"), ("cal", "卡"), ("kJ", "千焦"),
    ("rpm", "转每分钟"), ("mph", "英里每小时"), ("lb", "磅"), ("oz", "盎司"), ("ppm", "PPM"),
    ("°C", "摄氏度"), ("℃", "摄氏度"), ("°F", "华氏度"), ("℉", "华氏度"), ("°", "度"),
    ("Ω", "欧姆"), ("USD", "美元"), ("RMB", "元"), ("CNY", "元"), ("EUR", "欧元"), ("GBP", "英镑"),
    ("HKD", "港元"), ("JPY", "日元"), ("KRW", "韩元"),
    ("m", "米"), ("g", "克"), ("t", "吨"), ("L", "升"), ("l", "升"), ("h", "小时"), ("s", "秒"),
    ("W", "瓦"), ("V", "伏"), ("J", "焦耳"), ("N", "牛"), ("w", "万"), ("k", "千"),
];

/// Reads the symbol of a unit, if one comes next and no Latin letter or digit follows.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<&'static str> {
    let rest = reader.rest();
    let (symbol, name) = UNITS.iter().find(|(symbol, _)| rest.starts_with(symbol))?;
    let next = rest[symbol.len()..].chars().next();
    let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '²' | '³');
    if next.is_some_and(goes_on) {
        return None;
    }
    reader.eat(symbol);
    Some(name)
}

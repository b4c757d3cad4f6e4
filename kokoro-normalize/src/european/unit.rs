//! Units: km, m², km/h, °C, %.

use crate::european::context;
use crate::european::grammar::{Grammar, Noun};
use crate::european::quantity::Quantity;
use crate::reader::Reader;

/// Other spellings of symbols, which are looked up as the second.
const ALIASES: [(&str, &str); 52] = [
    ("Km", "km"),
    ("KM", "km"),
    ("kms", "km"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("Kmh", "km/h"),
    ("km/hr", "km/h"),
    ("mph", "mi/h"),
    ("mt", "m"),
    ("mts", "m"),
    ("mtr", "m"),
    ("cms", "cm"),
    ("Kg", "kg"),
    ("KG", "kg"),
    ("kgs", "kg"),
    ("Kgs", "kg"),
    ("gr", "g"),
    ("grs", "g"),
    ("L", "l"),
    ("lt", "l"),
    ("lts", "l"),
    ("mL", "ml"),
    ("ML", "ml"),
    ("cL", "cl"),
    ("dL", "dl"),
    ("ℓ", "l"),
    ("hl", "hl"),
    ("sec", "s"),
    ("seg", "s"),
    ("segs", "s"),
    ("mins", "min"),
    ("mn", "min"),
    ("hr", "h"),
    ("hrs", "h"),
    ("hs", "h"),
    ("μm", "µm"),
    ("um", "µm"),
    ("μg", "µg"),
    ("mcg", "µg"),
    ("Gb", "GB"),
    ("Mb", "MB"),
    ("kB", "KB"),
    ("kb", "KB"),
    ("Kwh", "kWh"),
    ("KWh", "kWh"),
    ("kwh", "kWh"),
    ("Kw", "kW"),
    ("KW", "kW"),
    ("hz", "Hz"),
    ("Khz", "kHz"),
    ("℃", "°C"),
    ("ºC", "°C"),
];

/// A unit that was read: its name and the power it is raised to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    noun: Noun,
    power: u32,
}

/// Reads a unit, perhaps for another: km/h. Returns what is said for a quantity of it.
pub(crate) fn measure(
    reader: &mut Reader<'_>,
    quantity: &Quantity<'_>,
    grammar: &Grammar,
) -> Option<String> {
    let mut ahead = *reader;
    ahead.space();
    let (unit, over) = one(&mut ahead, grammar)?;
    if ahead.rest().starts_with(".C.") {
        return None; // Italian "d.C.", an era
    }
    let number = match quantity {
        Quantity::Number(number) => usize::from(!(grammar.singular)(number)),
        Quantity::Scaled(..) => 1,
        Quantity::Fraction(_) => 0,
    };
    let mut said = quantity.of(&unit.noun, grammar)?;
    said.push_str(&power(&unit, number, grammar));
    if let Some(over) = over {
        said.push_str(&format!(" {} {}", grammar.measures.per, over.noun.one));
        said.push_str(&power(&over, 0, grammar));
    } else if let Some(words) = per(&mut ahead, grammar) {
        said.push(' ');
        said.push_str(&words);
    }
    if ahead.rest().strip_prefix('/').is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit())) {
        ahead.eat("/"); // 5 l/100 km
        said.push(' ');
        said.push_str(grammar.measures.per);
    }
    stop(&mut ahead);
    *reader = ahead;
    Some(said)
}

/// Reads a slash and a unit: "por kilogramo".
pub(crate) fn per(reader: &mut Reader<'_>, grammar: &Grammar) -> Option<String> {
    let mut ahead = *reader;
    if !ahead.eat("/") {
        return None;
    }
    let (unit, _) = one(&mut ahead, grammar)?;
    stop(&mut ahead);
    *reader = ahead;
    let power = power(&unit, 0, grammar);
    Some(format!("{} {}{power}", grammar.measures.per, unit.noun.one))
}

/// Reads the full stop of an abbreviated unit, unless it ends the sentence.
fn stop(reader: &mut Reader<'_>) {
    let mut ahead = *reader;
    if !(ahead.before().is_some_and(char::is_alphabetic) && ahead.eat(".")) {
        return;
    }
    let next = ahead.rest().trim_start_matches(' ');
    let spaced = next.len() < ahead.rest().len() && next.starts_with(char::is_lowercase);
    if spaced || next.starts_with([',', ';', ':', ')']) {
        *reader = ahead;
    }
}

/// "cuadrados" and the like, after a space.
fn power(unit: &Unit, number: usize, grammar: &Grammar) -> String {
    let adjective = match unit.power {
        2 => &grammar.measures.squared,
        3 => &grammar.measures.cubed,
        _ => return String::new(),
    };
    let forms = match unit.noun.gender {
        super::form::Gender::Masculine | super::form::Gender::None => adjective.masculine,
        super::form::Gender::Feminine => adjective.feminine,
    };
    format!(" {}", forms[number])
}

/// Reads a symbol. One that stands for two units has a second, which the first is divided by.
fn one(reader: &mut Reader<'_>, grammar: &Grammar) -> Option<(Unit, Option<Unit>)> {
    let mut ahead = *reader;
    let rest = ahead.rest();
    let find = |symbol: &str| {
        let (_, noun) = grammar.measures.units.iter().find(|(own, _)| *own == symbol)?;
        Some(Unit { noun: *noun, power: 1 })
    };
    let len = symbol(&ahead);
    if let Some(over) = rest[len..].strip_prefix('/') {
        let over = over.find(|c: char| !is_letter(c)).unwrap_or(over.len());
        if let Some(unit) = find(&rest[..len + 1 + over]) {
            reader.at += len + 1 + over; // km/h has a name of its own
            return Some((unit, None));
        }
    }
    let symbol = rest[..len].replace([' ', '\u{a0}'], "").replace('º', "°");
    ahead.at += len;
    if symbol.is_empty() || symbol.len() > 12 || ahead.rest().starts_with(['\'', '’']) {
        return None;
    }
    let symbol = ALIASES.iter().find(|(own, _)| *own == symbol).map_or(&*symbol, |(_, to)| to);
    let (symbol, over) =
        symbol.split_once('/').map_or((symbol, None), |(symbol, over)| (symbol, Some(over)));
    let mut unit = find(symbol)?;
    unit.power = exponent(&mut ahead);
    let digits = ahead.rest().bytes().take_while(u8::is_ascii_digit).count();
    let and_digits = // 1m75
        symbol == "m" && digits == 2 && !ahead.rest()[2..].starts_with(char::is_alphabetic);
    let kelvin = symbol == "K" && reader.before() != Some(' '); // 4K is no temperature
    // "2 x 4" and "2x + 3" are arithmetic, "12x" counts times
    let variable = symbol == "x"
        && (reader.before() == Some(' ')
            || ahead
                .rest()
                .trim_start()
                .starts_with(['+', '-', '−', '=', '^', '*', '·', '<', '>']));
    if !(ahead.ends() || and_digits) || kelvin || variable {
        return None;
    }
    let over = match over {
        Some(over) => Some(find(over)?),
        None => None,
    };
    if symbol.ends_with('.') && context::ends_sentence(ahead.rest()) {
        ahead.at -= 1;
    }
    *reader = ahead;
    Some((unit, over))
}

/// What symbols are made of.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '°' | 'º' | '%' | '‰' | '℃')
}

/// How many bytes the symbol has that follows. A space may part the sign of degrees from its
/// letter.
fn symbol(reader: &Reader<'_>) -> usize {
    let rest = reader.rest();
    if rest.starts_with("p.p.") || rest.starts_with("p. p.") {
        return if rest.starts_with("p.p.") { 4 } else { 5 }; // percentage points
    }
    let len = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let mut behind = *reader;
    behind.at += len;
    if matches!(rest.get(..len), Some("°" | "º"))
        && behind.space()
        && matches!(behind.word(), "C" | "c" | "F" | "f" | "K" | "k")
    {
        return behind.at - reader.at;
    }
    len
}

/// Reads the exponent behind a symbol.
fn exponent(reader: &mut Reader<'_>) -> u32 {
    for (written, power) in [("²", 2), ("³", 3), ("^2", 2), ("^3", 3), ("2", 2), ("3", 3)] {
        let mut ahead = *reader;
        if ahead.eat(written) && ahead.ends() {
            *reader = ahead;
            return power;
        }
    }
    1
}

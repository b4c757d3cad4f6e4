//! Sums and comparisons of numbers, powers and scientific notation.

use crate::cursor::{Cursor, Match};
use crate::english::{numbers, quantity::Quantity, sign};
use crate::reader::Reader;

/// Signs between two numbers.
const OPERATORS: [(&str, &str); 16] = [
    ("+", "plus"),
    ("-", "minus"),
    ("−", "minus"),
    ("–", "minus"),
    ("×", "times"),
    ("*", "times"),
    ("·", "times"),
    ("÷", "divided by"),
    ("/", "divided by"),
    ("=", "equals"),
    ("≈", "is approximately"),
    ("≠", "is not equal to"),
    ("<", "is less than"),
    (">", "is greater than"),
    ("≤", "is less than or equal to"),
    ("≥", "is greater than or equal to"),
];

/// The most numbers that one rule reads. It bounds the time that a place takes.
const LONGEST: usize = 16;

/// Superscripts, from 0 to 9.
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// 2+3=5, 5 - 3 = 2, 4*5, 10 / 2, 3 < 4, 10^6, 3×10⁸.
pub(crate) fn sum(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let mut words = operand(&mut reader, cursor)?;
    let (mut operators, mut spaced_slash, mut hyphens) = (0, true, 0);
    while operators < LONGEST {
        let mut ahead = reader;
        let apart = ahead.space();
        let Some((sign, name)) = OPERATORS.iter().find(|(sign, _)| ahead.eat(sign)) else { break };
        let spaced = ahead.space();
        let negative = if ahead.eat_one(&['-', '−']).is_some() { "minus " } else { "" };
        let Some(next) = operand(&mut ahead, cursor) else { break };
        if *sign == "/" && !(apart && spaced) {
            spaced_slash = false;
        }
        hyphens += usize::from(matches!(*sign, "-" | "–"));
        words = format!("{words} {name} {negative}{next}");
        operators += 1;
        reader = ahead;
    }
    let equals = words.contains(" equals ");
    let power = words.contains(" to the power of ") || words.contains("e to");
    let sure = operators > hyphens || equals || power && operators == hyphens;
    if !sure || !equals && !spaced_slash || operators == 0 && !power || !reader.ends() {
        return None;
    }
    let mut ahead = reader;
    if ahead.eat_one(&['/', '-', ':']).is_some() && ahead.at_digit() {
        return None;
    }
    if matches!(cursor.previous_word(), "is" | "Is" | "are" | "Are" | "was") {
        words = words.replacen(" is ", " ", 1); // Is 5 > 3?
    }
    Some(Match::words(reader.at, &sign::signed(sign, &words)))
}

/// Reads a number, perhaps with an exponent.
fn operand(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let mut ahead = *reader;
    let quantity = Quantity::read(&mut ahead, cursor.dialect)?;
    let mut words = quantity.words;
    if let Some(exponent) = exponent(&mut ahead) {
        let digits = exponent.trim_start_matches('-');
        let minus = if exponent.starts_with('-') { "minus " } else { "" };
        let number = numbers::cardinal(digits, cursor.dialect);
        words = match exponent.as_str() {
            "2" => format!("{words} squared"),
            "3" => format!("{words} cubed"),
            _ => format!("{words} to the power of {minus}{number}"),
        };
    }
    *reader = ahead;
    Some(words)
}

/// Reads ^6, ^-6, ⁸ or ⁻⁶, and returns it in ASCII digits.
fn exponent(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let mut exponent = String::new();
    if ahead.eat("^") || ahead.eat("**") {
        let brace = ahead.eat("{");
        if ahead.eat_one(&['-', '−']).is_some() {
            exponent.push('-');
        }
        exponent.push_str(ahead.digits(1..=4)?);
        if brace {
            ahead.eat("}").then_some(())?;
        }
    } else {
        if ahead.eat("⁻") {
            exponent.push('-');
        }
        while exponent.len() < 6
            && let Some(sign) = ahead.eat_one(&SUPERSCRIPTS)
        {
            let digit = SUPERSCRIPTS.iter().position(|one| *one == sign)?;
            exponent.push_str(&digit.to_string());
        }
        exponent.ends_with(|c: char| c.is_ascii_digit()).then_some(())?;
    }
    *reader = ahead;
    Some(exponent)
}

/// A power alone: 10^6, 10⁻⁹, 2⁸. A superscript behind another number is a mark of a footnote.
pub(crate) fn power(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let written = reader;
    let words = operand(&mut reader, cursor)?;
    let base = written.rest();
    let caret = base[..reader.at - written.at].contains(['^', '*']);
    let small = ["10", "2", "3", "5", "e"].iter().any(|small| {
        base.strip_prefix(small).is_some_and(|rest| {
            rest.starts_with(['⁻', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '¹'])
        })
    });
    (caret || small).then(|| Match::words(reader.at, &sign::signed(sign, &words)))
}

/// Reads " x 10^23", with a letter for the cross.
fn power_of_ten(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let mut ahead = *reader;
    ahead.space();
    ahead.eat_one(&['x', 'X', '*'])?;
    ahead.space();
    let ten = ahead;
    (ahead.digits(2..=2)? == "10" && exponent(&mut ahead).is_some()).then_some(())?;
    *reader = ten;
    operand(reader, cursor)
}

/// Scientific notation with an e: 1e5, 6.02e23, 1.5E-6.
pub(crate) fn scientific(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let quantity = Quantity::read(&mut reader, cursor.dialect)?;
    if let Some(power) = power_of_ten(&mut reader, cursor) {
        let words = format!("{} times {power}", quantity.words);
        return Some(Match::words(reader.at, &sign::signed(sign, &words)));
    }
    reader.eat_one(&['e', 'E'])?;
    let minus = match reader.eat_one(&['-', '−', '+']) {
        Some('-' | '−') => "minus ",
        _ => "",
    };
    let exponent = reader.digits(1..=3)?;
    let power = numbers::cardinal(exponent, cursor.dialect);
    let words = format!("{} times ten to the power of {minus}{power}", quantity.words);
    reader.ends().then(|| Match::words(reader.at, &sign::signed(sign, &words)))
}

/// Numbers with a cross between them: 3 x 4, 1920×1080, 2x4x6.
pub(crate) fn dimensions(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let mut numbers = vec![length(&mut reader, cursor)?];
    while numbers.len() < LONGEST {
        let mut ahead = reader;
        ahead.space();
        if ahead.eat_one(&['x', 'X', '×']).is_none() {
            break;
        }
        ahead.space();
        let Some(next) = length(&mut ahead, cursor) else { break };
        numbers.push(next);
        reader = ahead;
    }
    let equals = reader.rest().trim_start().starts_with('=');
    let pixels = numbers.iter().all(|(_, pixels)| pixels.is_some());
    let words = numbers.into_iter().map(|(words, in_pairs)| match in_pairs {
        Some(in_pairs) if pixels => in_pairs,
        _ => words,
    });
    let words: Vec<_> = words.collect();
    let asked =
        matches!(cursor.previous_word(), "is" | "s" | "calculate" | "multiply" | "Calculate")
            && matches!(reader.peek(), None | Some('?'));
    let between = if asked { " times " } else { " by " };
    (words.len() > 1 && reader.ends() && !equals && !reader.rest().starts_with(['^', '⁻']))
        .then(|| Match::words(reader.at, &sign::signed(sign, &words.join(between))))
}

/// Reads one of the numbers, in words and, if it may be a number of pixels, in pairs of digits.
fn length(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<(String, Option<String>)> {
    let start = reader.at;
    let written = reader.rest();
    let quantity = Quantity::read(reader, cursor.dialect)?;
    let digits = &written[..reader.at - start];
    let pixels = (3..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    Some((quantity.words, pixels.then(|| numbers::paired(digits, cursor.dialect))))
}

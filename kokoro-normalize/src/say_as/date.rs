//! Dates in digits.

use super::kind::DateField::{self, Day, Month, Year};

/// What is known of a date; at least one part is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Date {
    /// The digits of the year as they are written, one to four.
    pub(crate) year: Option<String>,
    /// 1 to 12.
    pub(crate) month: Option<usize>,
    /// 1 to 31.
    pub(crate) day: Option<usize>,
}

impl Date {
    /// Reads a date that is all of `text`: numbers in the `order` that the author told, with any
    /// marks between, or eight digits without. If no order was told, it is found by the numbers and
    /// by the order `usual` in the language, which has all three fields.
    pub(super) fn parse(text: &str, order: &[DateField], usual: [DateField; 3]) -> Option<Self> {
        let text = text.trim();
        let parts = match order {
            [] => match split_at_marks(text)?.as_slice() {
                [all] if all.len() == 8 => split_by_widths(all, &[Year, Month, Day])?,
                parts => parts.to_vec(),
            },
            _ => match split_at_marks(text)?.as_slice() {
                [all] if order.len() > 1 => split_by_widths(all, order)?,
                parts => parts.to_vec(),
            },
        };
        let found;
        let order = match order {
            [] => {
                found = find_order(&parts, usual)?;
                found.as_slice()
            }
            told => told,
        };
        if parts.len() != order.len() {
            return None;
        }
        let mut date = Self::default();
        for (part, field) in parts.iter().zip(order) {
            let value: Option<usize> = part.parse().ok();
            match field {
                _ if part.bytes().all(|byte| byte == b'?') => {}
                Year if part.len() <= 4 => date.year = Some((*part).to_owned()),
                Month => date.month = Some(value.filter(|value| (1..=12).contains(value))?),
                Day => date.day = Some(value.filter(|value| (1..=31).contains(value))?),
                Year => return None,
            }
        }
        (date != Self::default()).then_some(date)
    }
}

/// The numbers of a date, without the marks between them and those that Chinese, Japanese and
/// Korean write behind them. None if there is anything else. A question mark stands for a digit
/// that is not known.
fn split_at_marks(text: &str) -> Option<Vec<&str>> {
    let is_number = |c: char| c.is_ascii_digit() || c == '?';
    let is_mark = |c: char| {
        matches!(
            c,
            '-' | '/' | '.' | ',' | ' ' | ':' | '_' | '年' | '月' | '日' | '년' | '월' | '일'
        )
    };
    let known = text.chars().all(|c| is_number(c) || is_mark(c));
    let parts: Vec<&str> = text.split(is_mark).filter(|part| !part.is_empty()).collect();
    (known && (1..=3).contains(&parts.len())).then_some(parts)
}

/// Digits without marks, of which a year has four and what is beside it two: `20260501`, `0512`.
/// A year has two if the digits are too few for four.
fn split_by_widths<'a>(digits: &'a str, order: &[DateField]) -> Option<Vec<&'a str>> {
    let others = 2 * order.iter().filter(|field| **field != Year).count();
    let year = digits.len().checked_sub(others)?;
    let fits = if order.contains(&Year) { matches!(year, 2 | 4) } else { year == 0 };
    if !fits {
        return None;
    }
    let mut rest = digits;
    let widths = order.iter().map(|field| if *field == Year { year } else { 2 });
    Some(
        widths
            .map(|width| {
                let (part, behind) = rest.split_at(width);
                rest = behind;
                part
            })
            .collect(),
    )
}

/// What the numbers are by their lengths and values, and else in the language's order.
fn find_order(parts: &[&str], usual: [DateField; 3]) -> Option<Vec<DateField>> {
    let value = |at: usize| parts[at].parse::<usize>().unwrap_or(0);
    let day_and_month: Vec<DateField> =
        usual.iter().copied().filter(|field| *field != Year).collect();
    // Of two numbers up to 12 the language tells which is the month.
    let two = |first: usize, second: usize| match (value(first), value(second)) {
        (13.., _) => vec![Day, Month],
        (_, 13..) => vec![Month, Day],
        _ => day_and_month.clone(),
    };
    Some(match parts {
        [year, _, _] if year.len() > 2 => vec![Year, Month, Day],
        [_, _, year] if year.len() > 2 => [two(0, 1), vec![Year]].concat(),
        [_, _, _] if usual[0] == Year => usual.to_vec(),
        [_, _, _] => [two(0, 1), vec![Year]].concat(),
        [year, _] if year.len() > 2 => vec![Year, Month],
        [_, year] if year.len() > 2 => vec![Month, Year],
        [_, _] => two(0, 1),
        [year] if year.len() == 4 => vec![Year],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The date as year, month and day.
    fn read(text: &str, order: &[DateField], usual: [DateField; 3]) -> String {
        let Some(date) = Date::parse(text, order, usual) else { return "none".into() };
        let number = |value: Option<usize>| value.map_or("?".into(), |value| value.to_string());
        let year = date.year.unwrap_or("?".into());
        format!("{year}-{}-{}", number(date.month), number(date.day))
    }

    #[test]
    fn orders_are_told() {
        let told = |text, order: &[DateField]| read(text, order, [Day, Month, Year]);
        assert_eq!(told("10-9-60", &[Day, Month, Year]), "60-9-10");
        assert_eq!(told("1960.09.10", &[Year, Month, Day]), "1960-9-10");
        assert_eq!(told("19600910", &[Year, Month, Day]), "1960-9-10");
        assert_eq!(told("100960", &[Day, Month, Year]), "60-9-10");
        assert_eq!(told("????0922", &[Year, Month, Day]), "?-9-22");
        assert_eq!(told("0922", &[Month, Day]), "?-9-22");
        assert_eq!(told("5", &[Month]), "?-5-?");
        assert_eq!(told("5/2026", &[Day, Month, Year]), "none");
        assert_eq!(told("13/13", &[Day, Month]), "none");
        assert_eq!(told("????????", &[Year, Month, Day]), "none");
        assert_eq!(told("5 May", &[Day, Month]), "none");
    }

    #[test]
    fn orders_are_found() {
        let european = |text| read(text, &[], [Day, Month, Year]);
        let american = |text| read(text, &[], [Month, Day, Year]);
        let chinese = |text| read(text, &[], [Year, Month, Day]);
        assert_eq!((european("1/5/26"), american("1/5/26")), ("26-5-1".into(), "26-1-5".into()));
        assert_eq!(
            (american("15/5/2026"), european("5/15")),
            ("2026-5-15".into(), "?-5-15".into())
        );
        assert_eq!(
            (european("2026-5-1"), european("5.2026")),
            ("2026-5-1".into(), "2026-5-?".into())
        );
        assert_eq!((chinese("26/5/1"), chinese("5月1日")), ("26-5-1".into(), "?-5-1".into()));
        assert_eq!(european("20260501"), "2026-5-1");
        assert_eq!((european("2026"), european("26")), ("2026-?-?".into(), "none".into()));
    }
}

//! Amounts of money.

use super::number::Number;

/// An amount and its currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Money {
    /// How much it is.
    pub(crate) amount: Number,
    /// The currency as it is written: a sign, a code or a name.
    pub(crate) currency: String,
}

impl Money {
    /// Reads an amount that is all of `text`, with its currency before or behind it. If there is no
    /// currency, it is that of `code`.
    pub(super) fn parse(text: &str, code: Option<&str>, decimal_mark: char) -> Option<Self> {
        let text = text.trim();
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (before, behind) = (&text[..start], text[end..].trim());
        let point = before.ends_with('.').then_some('.');
        let before = before.trim_end_matches('.');
        let minus = before.starts_with('-') || before.ends_with('-');
        let before = before.trim_matches(|c: char| c == '-' || c.is_whitespace());
        let currency = match (before, behind) {
            ("" | "+", "") => code?,
            ("" | "+", currency) | (currency, "") => currency,
            _ => return None,
        };
        let number = &text[start..end];
        let number = if point.is_some() { format!("0.{number}") } else { number.to_owned() };
        let mut amount = Number::parse(&number, decimal_mark)?;
        amount.minus = minus;
        if let Some(decimals) = amount.decimals.as_mut().filter(|decimals| decimals.len() == 1) {
            decimals.push('0'); // 4.5 is four and a half: fifty cents
        }
        Some(Self { amount, currency: currency.to_owned() })
    }

    /// The amount as it is mostly written: a sign stands before it, a code or a name behind, with a
    /// space between unless the name is Chinese.
    pub(crate) fn written(&self, decimal_mark: char) -> String {
        let unsigned = Number { minus: false, ..self.amount.clone() }.written(decimal_mark);
        let minus = if self.amount.minus { "-" } else { "" };
        let sign = self.currency.ends_with(|c: char| !c.is_alphanumeric() && c != '.');
        let currency = &self.currency;
        let joined = currency.starts_with(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
        match (sign, joined) {
            (true, _) => format!("{minus}{currency}{unsigned}"),
            (_, true) => format!("{minus}{unsigned}{currency}"),
            _ => format!("{minus}{unsigned} {currency}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_stand_before_or_behind() {
        let read = |text, code| Money::parse(text, code, '.').map(|money| money.written('.'));
        for (text, code, expected) in [
            ("$42.01", None, "$42.01"),
            ("42.01 USD", None, "42.01 USD"),
            ("USD42.01", None, "42.01 USD"),
            ("1.234,5€", None, "€1234.50"),
            ("-£3", None, "-£3"),
            ("$-3", None, "-$3"),
            ("$.50", None, "$0.50"),
            ("R$ 5", None, "R$5"),
            ("7", Some("EUR"), "7 EUR"),
            ("1,000円", None, "1000円"),
        ] {
            assert_eq!(read(text, code).as_deref(), Some(expected), "{text}");
        }
        for text in ["7", "$", "$5 USD", "$5/6"] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }
}

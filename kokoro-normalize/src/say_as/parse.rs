//! The names that SSML and the vendors of speech give to kinds and formats.

use super::kind::{DateField, DateStyle, DurationField, HourCount, SayAs};

/// A demand that nobody here knows. The text is still to be read: by its kind if only the format is
/// unknown, else as if nothing were demanded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnknownSayAs {
    /// The kind is unknown.
    #[error("{0:?} is no kind of text that can be read; such are cardinal, characters and date")]
    Kind(String),
    /// The kind is known, and the format is none of it.
    #[error("{format:?} is no format of {kind:?}; formats are such as {example:?}")]
    Format {
        /// What the text is, as it was written.
        kind: String,
        /// The format, as it was written.
        format: String,
        /// A format of this kind.
        example: &'static str,
    },
}

impl SayAs {
    /// The demand of the attributes `interpret-as`, `format` and `detail` of SSML's `say-as`. Small
    /// letters and capitals are one, and older names such as `number:ordinal`, `date:dmy` and
    /// `vxml:currency` are known. Formats of kinds that need none are passed over.
    ///
    /// # Errors
    /// [`UnknownSayAs`] if the kind is unknown, or the format of a date, a time or a duration.
    ///
    /// ```
    /// use kokoro_normalize::{HourCount, SayAs};
    ///
    /// let time = SayAs::parse("time", Some("hms24"), None);
    /// assert_eq!(time, Ok(SayAs::Time { hours: Some(HourCount::TwentyFour) }));
    /// assert_eq!(SayAs::parse("spell-out", None, None), Ok(SayAs::Characters));
    /// assert!(SayAs::parse("colour", None, None).is_err());
    /// ```
    pub fn parse(
        interpret_as: &str,
        format: Option<&str>,
        detail: Option<&str>,
    ) -> Result<Self, UnknownSayAs> {
        let name = interpret_as.trim().to_ascii_lowercase();
        let name = name.strip_prefix("vxml:").unwrap_or(&name);
        let (name, own_format) = name.split_once(':').unwrap_or((name, ""));
        let format = format.unwrap_or(own_format).trim().to_ascii_lowercase();
        let unknown_format = |example| UnknownSayAs::Format {
            kind: interpret_as.to_owned(),
            format: format.clone(),
            example,
        };
        Ok(match name {
            "cardinal" | "integer" | "decimal" => Self::Cardinal,
            "number" => of_number(&format).ok_or_else(|| unknown_format("ordinal"))?,
            "ordinal" => Self::Ordinal,
            "digits" | "number_digit" | "number-digit" => Self::Digits,
            "characters" | "spell-out" | "spell" | "spellout" | "verbatim" | "letters" => {
                Self::Characters
            }
            "acronym" => Self::Acronym,
            "date" => Self::Date {
                order: date_order(&format).ok_or_else(|| unknown_format("dmy"))?,
                style: style(detail),
            },
            "time" => {
                Self::Time { hours: hour_count(&format).ok_or_else(|| unknown_format("hms12"))? }
            }
            "duration" => Self::Duration {
                fields: duration_fields(&format).ok_or_else(|| unknown_format("hms"))?,
            },
            "telephone" | "phone" => Self::Telephone,
            "currency" | "money" => Self::Currency { code: currency_code(&format) },
            "fraction" => Self::Fraction,
            "unit" | "measure" => Self::Unit,
            "address" => Self::Address,
            "name" | "personname" | "interjection" | "net" | "words" => Self::Name,
            "expletive" | "bleep" => Self::Expletive,
            _ => return Err(UnknownSayAs::Kind(interpret_as.to_owned())),
        })
    }
}

/// A number, of which the format says what it is for.
fn of_number(format: &str) -> Option<SayAs> {
    Some(match format {
        "" | "cardinal" | "decimal" | "integer" => SayAs::Cardinal,
        "ordinal" => SayAs::Ordinal,
        "digits" | "digit" => SayAs::Digits,
        "telephone" => SayAs::Telephone,
        "fraction" => SayAs::Fraction,
        _ => return None,
    })
}

/// The fields of `dmy`, of `yyyymmdd`, of `dd-mm-yyyy`. Each may come once, in one run of letters.
fn date_order(format: &str) -> Option<Vec<DateField>> {
    let mut order = Vec::new();
    let mut last = None;
    for letter in format.chars() {
        let field = match letter {
            'y' => DateField::Year,
            'm' => DateField::Month,
            'd' => DateField::Day,
            '-' | '/' | '.' | ' ' => continue,
            _ => return None,
        };
        if last != Some(field) {
            if order.contains(&field) {
                return None;
            }
            order.push(field);
        }
        last = Some(field);
    }
    Some(order)
}

fn style(detail: Option<&str>) -> DateStyle {
    match detail.map(str::trim) {
        Some("1") => DateStyle::DayFirst,
        Some("2") => DateStyle::MonthFirst,
        _ => DateStyle::Usual,
    }
}

/// How hours are counted by `hms12`, `hm24` and the like. The letters say nothing that the text
/// does not.
fn hour_count(format: &str) -> Option<Option<HourCount>> {
    let letters = format.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = letters.chars().all(|c| matches!(c, 'h' | 'm' | 's' | 'z' | ':' | ' '));
    match &format[letters.len()..] {
        _ if !known => None,
        "" => Some(None),
        "12" => Some(Some(HourCount::Twelve)),
        "24" => Some(Some(HourCount::TwentyFour)),
        _ => None,
    }
}

/// The fields of `hms`, `h:m`, `ms`: from large to small.
fn duration_fields(format: &str) -> Option<Vec<DurationField>> {
    let mut fields: Vec<DurationField> = Vec::new();
    for letter in format.chars() {
        let field = match letter {
            'h' => DurationField::Hours,
            'm' => DurationField::Minutes,
            's' => DurationField::Seconds,
            ':' | ' ' => continue,
            _ => return None,
        };
        match fields.last() {
            Some(last) if *last > field => return None,
            Some(last) if *last == field => {}
            _ => fields.push(field),
        }
    }
    Some(fields)
}

/// A code of three letters. Other formats of money say nothing that is needed.
fn currency_code(format: &str) -> Option<String> {
    let is_code = format.len() == 3 && format.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| format.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateField::{Day, Month, Year};
    use DurationField::{Hours, Minutes, Seconds};

    #[test]
    fn names_of_all_vendors_are_known() {
        for (name, kind) in [
            ("number", SayAs::Cardinal),
            ("number:ordinal", SayAs::Ordinal),
            ("number_digit", SayAs::Digits),
            ("Verbatim", SayAs::Characters),
            ("vxml:currency", SayAs::Currency { code: None }),
            (" bleep ", SayAs::Expletive),
            ("interjection", SayAs::Name),
            ("date:ym", SayAs::Date { order: vec![Year, Month], style: DateStyle::Usual }),
        ] {
            assert_eq!(SayAs::parse(name, None, None), Ok(kind), "{name}");
        }
        let code = SayAs::Currency { code: Some("EUR".into()) };
        assert_eq!(SayAs::parse("currency", Some("eur"), None), Ok(code));
    }

    #[test]
    fn formats_name_fields() {
        let order = |format| SayAs::parse("date", Some(format), Some("1"));
        let date = |order| Ok(SayAs::Date { order, style: DateStyle::DayFirst });
        assert_eq!(order("yyyymmdd"), date(vec![Year, Month, Day]));
        assert_eq!(order("dm"), date(vec![Day, Month]));
        assert_eq!(order(""), date(vec![]));
        let fields = |format| SayAs::parse("duration", Some(format), None);
        let duration = |fields| Ok(SayAs::Duration { fields });
        assert_eq!(fields("h:m:s"), duration(vec![Hours, Minutes, Seconds]));
        assert_eq!(fields("ms"), duration(vec![Minutes, Seconds]));
    }

    #[test]
    fn what_is_unknown_is_named() {
        for (kind, format) in [("date", "ymdy"), ("time", "hms13"), ("duration", "sm")] {
            let error = SayAs::parse(kind, Some(format), None).unwrap_err();
            assert!(error.to_string().contains(format), "{error}");
        }
        let error = SayAs::parse("colour", Some("dmy"), None).unwrap_err();
        assert_eq!(error, UnknownSayAs::Kind("colour".into()));
    }
}

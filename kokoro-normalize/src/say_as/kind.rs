//! The kinds of things that a text can be said to be.

/// What a text is, by its author's word, and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SayAs {
    /// A number: "1,234", "-3.5".
    Cardinal,
    /// A place in an order: "3" or "3rd" is "third".
    Ordinal,
    /// Digits one by one: "105" is "one zero five".
    Digits,
    /// Letters, digits and signs by their names.
    Characters,
    /// An initialism or an acronym, which may be written in small letters or with full stops. It is
    /// a word if the language has it as one, and else its letters.
    Acronym,
    /// A date in digits.
    Date {
        /// What its numbers are, in their order. Empty if it is not told.
        order: Vec<DateField>,
        /// How it is said.
        style: DateStyle,
    },
    /// A time of the day: "14:30", "2:30pm".
    Time {
        /// How the hours are counted when they are said. `None`: as they are written.
        hours: Option<HourCount>,
    },
    /// A time that something takes: "1:30:05", "2h 5min", `1'21"`.
    Duration {
        /// What its numbers are, in their order. Empty if it is not told: then the last of two or
        /// three numbers are seconds, and one number alone is seconds.
        fields: Vec<DurationField>,
    },
    /// A telephone number, perhaps with the code of a country and an extension.
    Telephone,
    /// An amount of money: "$42.01", "42.01 USD".
    Currency {
        /// The code (ISO 4217) of the currency of a number that has none beside it.
        code: Option<String>,
    },
    /// A fraction, perhaps behind a whole number: "3/8", "5+1/2".
    Fraction,
    /// A number with its unit: "10 foot", "1.75m", "5ft3in".
    Unit,
    /// A postal address.
    Address,
    /// A name, which is read as any word.
    Name,
    /// A word that is not to be heard. The language's word for the sound that hides it is said.
    Expletive,
}

/// What a number of a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateField {
    /// `y`
    Year,
    /// `m`
    Month,
    /// `d`
    Day,
}

/// How a date is said in a language that has two ways. Only English has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// As in the language.
    #[default]
    Usual,
    /// `detail="1"`: "the tenth of September, nineteen sixty".
    DayFirst,
    /// `detail="2"`: "September tenth, nineteen sixty".
    MonthFirst,
}

/// How hours are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HourCount {
    /// `hms12`: 15:30 is half past three.
    Twelve,
    /// `hms24`: 3:30pm is 15:30.
    TwentyFour,
}

/// What a number of a duration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DurationField {
    /// `h`
    Hours,
    /// `m`
    Minutes,
    /// `s`
    Seconds,
}

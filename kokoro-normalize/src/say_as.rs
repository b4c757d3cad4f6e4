//! Reading as the author of a text demands it: SSML's `say-as`.

mod clock;
mod date;
mod digits;
mod fraction;
mod kind;
mod money;
mod number;
mod parse;
mod postal;
mod said_as;
mod speak;
mod speaker;
mod spelled;
mod telephone;
mod unit;

#[cfg(test)]
pub(crate) mod testing;

pub use kind::{DateField, DateStyle, DurationField, HourCount, SayAs};
pub use parse::UnknownSayAs;
pub use said_as::SaidAs;
pub use speaker::SignName;

pub(crate) use clock::{Duration, Half, Time};
pub(crate) use date::Date;
pub(crate) use fraction::Fraction;
pub(crate) use money::Money;
pub(crate) use number::Number;
pub(crate) use postal::with_codes_said;
pub(crate) use speak::say;
pub(crate) use speaker::{Joint, Speaker};
pub(crate) use telephone::Telephone;

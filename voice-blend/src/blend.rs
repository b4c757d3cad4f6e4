//! A blend, its weights, and its canonical form.

use std::fmt;

use crate::Error;
use crate::name::quoted;

/// The most terms that a blend may have.
pub const MAX_TERMS: usize = 64;

/// The least that weights must sum to, as a share of their sum without signs.
const LEAST_SUM: f64 = 0.01;
/// The least weight of a voice among others.
const LEAST_SHARE: f64 = 1e-6;
/// How far from 1 a sum may be that is taken for 1: the error of 64 weights that were rounded to
/// f32, of which none is above 1 / [`LEAST_SUM`]. So the canonical form stays what it is.
const ROUNDING: f64 = 1e-4;

/// Voices and what they weigh, at least one, each with another name. The weights sum to 1, but for
/// rounding.
#[derive(Debug, Clone, PartialEq)]
pub struct Blend {
    terms: Vec<Term>,
}

/// A voice and its weight.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Term {
    /// The name of a voice, or the path of a file ([`is_file`](crate::is_file)).
    pub name: String,
    /// Its share, negative if it is subtracted. Of a single voice it is exactly 1.
    pub weight: f32,
}

impl Blend {
    /// One voice, whatever its name.
    pub fn single(name: impl Into<String>) -> Self {
        Self { terms: vec![Term { name: name.into(), weight: 1.0 }] }
    }

    /// Joins equal names and divides the weights by their sum.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::TooMany`], [`Error::Sum`], [`Error::Negligible`].
    pub(crate) fn normalized(
        weighted: impl IntoIterator<Item = (String, f32)>,
    ) -> Result<Self, Error> {
        let mut sums: Vec<(String, f64)> = Vec::new();
        for (count, (name, weight)) in weighted.into_iter().enumerate() {
            if count == MAX_TERMS {
                return Err(Error::TooMany);
            }
            match sums.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += f64::from(weight),
                None => sums.push((name, f64::from(weight))),
            }
        }
        if sums.is_empty() {
            return Err(Error::Empty);
        }
        let sum: f64 = sums.iter().map(|(_, weight)| weight).sum();
        let all: f64 = sums.iter().map(|(_, weight)| weight.abs()).sum();
        if sum <= 0.0 || sum < LEAST_SUM * all {
            return Err(Error::Sum { sum });
        }
        let divisor = if (sum - 1.0).abs() < ROUNDING && sums.len() > 1 { 1.0 } else { sum };
        let term = |(name, weight): (String, f64)| {
            let share = weight / divisor;
            if share.abs() < LEAST_SHARE {
                return Err(Error::Negligible { name, share });
            }
            Ok(Term { name, weight: share as f32 })
        };
        Ok(Self { terms: sums.into_iter().map(term).collect::<Result<_, _>>()? })
    }

    /// The voices, in the order in which they were first written.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The name, if it is a single voice.
    pub fn as_single(&self) -> Option<&str> {
        match &*self.terms {
            [Term { name, .. }] => Some(name),
            _ => None,
        }
    }
}

impl fmt::Display for Blend {
    /// The canonical form, which is read as the same blend.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.as_single() {
            return f.write_str(&quoted(name));
        }
        for (place, Term { name, weight }) in self.terms.iter().enumerate() {
            let sign = match (place, *weight < 0.0) {
                (_, true) => "-",
                (0, false) => "",
                _ => "+",
            };
            // A space, lest the sign be taken for a part of a path.
            let space = if sign == "-" && place > 0 { " " } else { "" };
            write!(f, "{space}{sign}{space}{}({})", quoted(name), weight.abs())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(weights: &[(&str, f32)]) -> Result<Vec<f32>, Error> {
        let named = weights.iter().map(|&(name, weight)| (name.to_owned(), weight));
        Ok(Blend::normalized(named)?.terms.iter().map(|term| term.weight).collect())
    }

    #[test]
    fn weights_are_divided_by_their_sum() {
        assert_eq!(weights(&[("a", 60.0), ("b", 40.0)]).unwrap(), [0.6, 0.4]);
        assert_eq!(weights(&[("a", 2.0), ("b", -1.0)]).unwrap(), [2.0, -1.0]);
        assert_eq!(weights(&[("a", 7.0)]).unwrap(), [1.0]);
        assert_eq!(weights(&[("a", 0.9999999)]).unwrap(), [1.0]);
        assert_eq!(weights(&[("a", 1.0), ("b", 2.0), ("a", 1.0)]).unwrap(), [0.5, 0.5]);
    }

    #[test]
    fn weights_that_cancel_are_errors() {
        assert_eq!(weights(&[("a", 1.0), ("b", -1.0)]), Err(Error::Sum { sum: 0.0 }));
        assert_eq!(weights(&[("a", 1.0), ("b", -2.0)]), Err(Error::Sum { sum: -1.0 }));
        assert!(matches!(weights(&[("a", 1.0), ("b", -0.999)]), Err(Error::Sum { .. })));
        let none = weights(&[("a", 1.0), ("b", 1.0), ("a", -1.0)]);
        assert_eq!(none, Err(Error::Negligible { name: "a".into(), share: 0.0 }));
        assert!(matches!(weights(&[("a", 1e9), ("b", 1.0)]), Err(Error::Negligible { .. })));
        assert_eq!(weights(&[]), Err(Error::Empty));
        assert_eq!(weights(&[("a", 1.0); 65]), Err(Error::TooMany));
    }

    #[test]
    fn the_canonical_form_has_shares() {
        let form = |terms: &[(&str, f32)]| {
            let named = terms.iter().map(|&(name, weight)| (name.to_owned(), weight));
            Blend::normalized(named).unwrap().to_string()
        };
        assert_eq!(form(&[("a", 3.0)]), "a");
        assert_eq!(form(&[("a", 3.0), ("b", 1.0)]), "a(0.75)+b(0.25)");
        assert_eq!(form(&[("a", 3.0), ("b c.pt", -1.0)]), "a(1.5) - \"b c.pt\"(0.5)");
        assert_eq!(form(&[("a", -1.0), ("b", 3.0)]), "-a(0.5)+b(1.5)");
    }
}

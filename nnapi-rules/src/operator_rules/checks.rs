//! Checks that the rules of several operators share.

use std::ops::RangeInclusive;

use crate::case::Case;
use crate::rule::{Rule, Violation, require};

/// The API level that the form of a node needs.
pub(super) type Level = Result<u32, Violation>;

/// The first argument must have one of these numbers of dimensions.
pub(super) fn rank(case: &Case<'_, '_>, allowed: RangeInclusive<usize>) -> Level {
    let rank = case.shape(0)?.len();
    let name = case.input(0)?.name;
    let detail = || format!("`{name}` has {rank}, expected {allowed:?}");
    require(allowed.contains(&rank), Rule::Rank, detail).map(|()| 0)
}

/// These arguments must be constants, if they are there.
pub(super) fn constants(case: &Case<'_, '_>, indices: RangeInclusive<usize>) -> Level {
    indices.into_iter().try_for_each(|index| case.require_constant(index)).map(|()| 0)
}

/// The first argument must have elements.
pub(super) fn not_empty(case: &Case<'_, '_>) -> Level {
    let shape = case.shape(0)?;
    require(!shape.contains(&0), Rule::Parameter, || format!("the input has the shape {shape:?}"))?;
    Ok(0)
}

/// An attribute of text must be one of these.
pub(super) fn attribute(case: &Case<'_, '_>, name: &str, default: &str, allowed: &[&str]) -> Level {
    let found = case.node.str_or(name, default)?;
    let detail = || format!("`{name}` is `{found}`, expected one of {allowed:?}");
    require(allowed.contains(&found), Rule::Parameter, detail).map(|()| 0)
}

/// An attribute of a number must be this one.
pub(super) fn flag(case: &Case<'_, '_>, name: &str, default: i64, expected: i64) -> Level {
    let found = case.node.int_or(name, default)?;
    let detail = || format!("`{name}` is {found}, expected {expected}");
    require(found == expected, Rule::Parameter, detail).map(|()| 0)
}
